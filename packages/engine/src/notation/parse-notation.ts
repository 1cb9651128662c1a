// Text to routine. Never throws; what it can't take is kept as a name or a comment, and reported.
import type { RunDay } from '../running-week.ts';
import type { SessionLoad, Weekday } from '../vocabulary.ts';
import { matchExercise, suggestExercises } from './match-exercise.ts';
import type { NotationProblem } from './notation-problem.ts';
import { type Heading, type HeadingProblem, readHeading } from './read-heading.ts';
import { findParts, type PartProblem, PartReader, readQuoted } from './read-parts.ts';
import { notationBounds, type Routine, type RoutineDay, type RoutineLine, type RoutineWeek } from './routine.ts';
import { splitExercises } from './split-exercises.ts';

/** Where the parts of a routine stand in its text: line numbers from 1, in the routine's own order. */
export interface RoutinePlaces {
  readonly weeks: readonly {
    readonly line: number;
    readonly days: readonly { readonly line: number; readonly lines: readonly number[] }[];
  }[];
}

export interface ReadNotation {
  readonly routine: Routine;
  /** In the order of the text. Empty when all of it was understood. */
  readonly problems: readonly NotationProblem[];
  readonly places: RoutinePlaces;
}

/** A problem on a line of its own, before the line's number is known. */
type LineProblem = Omit<NotationProblem, 'line'>;

type ReadLine =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'heading';
      readonly heading: Heading;
      readonly comment: string;
      /** Exercises behind a day's heading on the same line. */
      readonly lines: readonly RoutineLine[];
      readonly problems: readonly LineProblem[];
    }
  | { readonly kind: 'comment'; readonly comment: string; readonly problems: readonly LineProblem[] }
  | {
      readonly kind: 'exercise';
      /** At least one. */
      readonly lines: readonly RoutineLine[];
      readonly problems: readonly LineProblem[];
    };

/**
 * Reads a routine or a whole program. Any text gives a routine: `problems` says, by line and column, what was not taken as
 * it stands and what was expected. The inverse of `formatNotation`.
 */
export function parseNotation(text: string): ReadNotation {
  const builder = new RoutineBuilder();
  const known = new Map<string, ReadLine>();
  let number = 0;
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    number += 1;
    if (number > notationBounds.lines.max) {
      builder.report(number, {
        code: 'too_many_lines',
        severity: 'error',
        column: 1,
        found: shorten(text.slice(start, start + maxFound)),
        expected: 'lines',
        allowed: notationBounds.lines,
        exercises: [],
      });
      break;
    }
    const raw = text.slice(start, end);
    // The lines of a program come back week after week.
    let line = known.get(raw);
    if (line === undefined) {
      line = readLine(raw);
      known.set(raw, line);
    }
    builder.add(line, number);
    start = end + 1;
  }
  return builder.build();
}

const maxFound = 60;

function readLine(raw: string): ReadLine {
  const text = raw.trim();
  if (text === '') return { kind: 'blank' };
  const indent = raw.indexOf(text);
  const { max } = notationBounds.lineLength;
  if (text.length > max) {
    const problem: LineProblem = {
      code: 'too_long',
      severity: 'error',
      column: indent + 1,
      found: shorten(text),
      expected: 'length',
      allowed: notationBounds.lineLength,
      exercises: [],
    };
    return { kind: 'comment', comment: '', problems: [problem] };
  }
  const commentAt = findComment(text);
  const comment = commentAt === -1 ? '' : text.slice(commentAt + 2).trim();
  const body = commentAt === -1 ? text : text.slice(0, commentAt).trimEnd();
  if (body === '') return comment === '' ? { kind: 'blank' } : { kind: 'comment', comment, problems: [] };

  let level = 0;
  while (body.charCodeAt(level) === 35) level += 1;
  let at = level;
  while (isSpaceAt(body, at)) at += 1;
  if (level > 0 && at >= body.length) return { kind: 'blank' };
  if (level === 0) at = skipBullet(body);
  const heading = readHeading(at === 0 ? body : body.slice(at), level);
  if (heading) {
    const problems = heading.kind === 'title' ? [] : heading.problems.map((one) => place(one, body, at, indent));
    if (heading.kind !== 'day' || heading.exercisesAt === null) {
      return { kind: 'heading', heading, comment, lines: [], problems };
    }
    const held = readExercises(body, at + heading.exercisesAt, indent, '');
    const lines = held.kind === 'exercise' ? held.lines : [];
    return { kind: 'heading', heading, comment, lines, problems: [...problems, ...held.problems] };
  }
  return readExercises(body, at, indent, comment);
}

type ReadExercises = Extract<ReadLine, { readonly kind: 'exercise' | 'comment' }>;

/** One exercise or several; the comment belongs to the last. */
function readExercises(body: string, from: number, indent: number, comment: string): ReadExercises {
  const { spans, sharesRest } = splitExercises(body, from);
  if (spans.length === 1) return readExerciseLine(body, from, indent, comment);
  const read = spans.map(({ start, end }, index) =>
    readExerciseLine(body.slice(0, end), start, indent, index === spans.length - 1 ? comment : ''),
  );
  const lines = read.flatMap((one) => (one.kind === 'exercise' ? one.lines : []));
  const rest = lines.at(-1)?.restSeconds ?? null;
  const isShared = sharesRest && lines.slice(0, -1).every((line) => line.restSeconds === null);
  return {
    kind: 'exercise',
    lines: isShared ? lines.map((line) => ({ ...line, restSeconds: rest })) : lines,
    problems: read.flatMap((one) => one.problems),
  };
}

function place(problem: HeadingProblem | PartProblem, body: string, at: number, indent: number): LineProblem {
  return {
    code: problem.code,
    severity: 'error',
    column: indent + at + problem.start + 1,
    found: shorten(body.slice(at + problem.start, at + problem.end).trim()),
    expected: problem.expected,
    allowed: problem.allowed,
    exercises: [],
  };
}

/** "- ", "• ", "* ", "1. ", "2) ", "Exercise 3: ", "[ ] " */
const bulletPattern =
  /^(?:(?:[-–—•·*]|\[[ x]?\]|\d{1,2}[.)])\s+)+(?:exercise \d{1,2}\s*[:.)–-]\s*)?|^exercise \d{1,2}\s*[:.)–-]\s*/i;

function skipBullet(body: string): number {
  const code = body.charCodeAt(0);
  const isBullet =
    code === 45 || code === 42 || code === 91 || code > 127 || (code >= 48 && code <= 57) || (code | 32) === 101;
  return isBullet ? (bulletPattern.exec(body)?.[0].length ?? 0) : 0;
}

/** "A1 ", "B2. ", "C1: " */
const markPattern = /^([A-Z]\d{1,2})(?:[.):]\s*|\s+)(?=\S)/;

function readExerciseLine(body: string, from: number, indent: number, comment: string): ReadExercises {
  let at = from;
  const code = body.charCodeAt(at);
  const next = body.charCodeAt(at + 1);
  const mark = code >= 65 && code <= 90 && next >= 48 && next <= 57 ? markPattern.exec(body.slice(at)) : null;
  if (mark) at += mark[0].length;
  const quoted = readQuoted(body, at);
  const nameEnd = quoted ? quoted.end : findParts(body, at);
  const reader = new PartReader(body, nameEnd, null);
  reader.readAll();
  let written = quoted ? quoted.value : trimName(body.slice(at, nameEnd));
  let problems = reader.problems.map((one) => place(one, body, 0, indent));
  let leftover = reader.leftover.join(' ');
  if (written === '' && quoted === undefined) {
    // "3x20 squats": the dose comes first, and what is no part of it is the name.
    written = trimName(leftover);
    leftover = '';
    problems = problems.filter((one) => one.code !== 'not_understood');
  }
  if (written === '') {
    problems.push(describeName('not_understood', 'error', body, from, indent, []));
    return { kind: 'comment', comment: [body.slice(from), comment].filter(Boolean).join(' // '), problems };
  }
  const name = written.slice(0, notationBounds.nameLength.max);
  const found = findNamed(name, reader);
  if (found === undefined)
    problems.push(describeName('unknown_exercise', 'warning', name, at, indent, suggestExercises(name)));
  else if (found.guessed) problems.push(describeName('corrected_exercise', 'info', name, at, indent, [found.id]));
  const comments: string[] = [];
  if (leftover !== '') comments.push(leftover);
  if (comment !== '') comments.push(comment);
  const { parts } = reader;
  const line: RoutineLine = {
    comments,
    mark: mark?.[1] ?? null,
    exercise: found?.id ?? name,
    sets: parts.sets,
    measure: parts.measure,
    amount: parts.amount,
    range: parts.range,
    perSide: parts.perSide,
    load: parts.load,
    rir: parts.rir,
    restSeconds: parts.restSeconds,
    tempo: parts.tempo,
    explosive: parts.explosive,
    goal: parts.goal,
    swapped: parts.swapped,
    purpose: parts.purpose,
  };
  return { kind: 'exercise', lines: [line], problems };
}

/** A name as the catalogue has it. "Weighted lunges for knee strength" holds its purpose as well. */
function findNamed(name: string, reader: PartReader): { readonly id: string; readonly guessed: boolean } | undefined {
  const whole = matchExercise(name);
  const split = name.indexOf(' for ');
  if (split <= 0 || reader.parts.purpose !== null || whole?.guessed === false) return whole;
  const before = matchExercise(name.slice(0, split));
  if (before === undefined) return whole;
  reader.parts.purpose = name.slice(split + 5).trim();
  return before;
}

function describeName(
  code: NotationProblem['code'],
  severity: NotationProblem['severity'],
  name: string,
  at: number,
  indent: number,
  exercises: readonly string[],
): LineProblem {
  return {
    code,
    severity,
    column: indent + at + 1,
    found: shorten(name),
    expected: 'exercise',
    allowed: null,
    exercises,
  };
}

/** A name without the separators around it. */
function trimName(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isNameEdge(text.charCodeAt(start))) start += 1;
  while (end > start && isNameEdge(text.charCodeAt(end - 1))) end -= 1;
  // A bracket that opens before the dose, as in "Side plank (3x30s)".
  if (text.charCodeAt(end - 1) === 40) return trimName(text.slice(start, end - 1));
  return text.slice(start, end);
}

function isNameEdge(code: number): boolean {
  return (
    code <= 32 ||
    code === 160 ||
    code === 58 ||
    code === 44 ||
    code === 59 ||
    code === 45 ||
    code === 8211 ||
    code === 8212
  );
}

function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** The slashes of a comment: at the start or behind a space, and not inside quotes; -1 without one. */
function findComment(text: string): number {
  let at = text.indexOf('//');
  if (at === -1) return -1;
  if (!text.includes('"')) {
    while (at > 0 && !isSpaceAt(text, at - 1)) {
      at = text.indexOf('//', at + 1);
      if (at === -1) return -1;
    }
    return at;
  }
  for (at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = (readQuoted(text, at)?.end ?? at + 1) - 1;
    else if (code === 47 && text.charCodeAt(at + 1) === 47 && (at === 0 || isSpaceAt(text, at - 1))) return at;
  }
  return -1;
}

function shorten(text: string): string {
  return text.length > maxFound ? `${text.slice(0, maxFound - 1)}…` : text;
}

interface OpenDay {
  comments: readonly string[];
  day: Weekday | null;
  run: RunDay | null;
  session: { name: string | null; load: SessionLoad | null; lines: RoutineLine[] } | null;
  place: { line: number; lines: number[] };
}

interface OpenWeek extends Omit<RoutineWeek, 'days'> {
  days: OpenDay[];
  line: number;
}

/** Puts lines in their place: under the last day of the last week, both made where the text names none. */
class RoutineBuilder {
  private title: string | null = null;
  private readonly weeks: OpenWeek[] = [];
  private readonly problems: NotationProblem[] = [];
  private comments: string[] = [];
  private week: OpenWeek | undefined;
  /** Where the next exercise goes: one day, or all that a heading names. */
  private days: readonly OpenDay[] = [];
  /** A list of runs above everything else belongs to the first week, whatever its number. */
  private usualRuns: OpenDay[] = [];

  report(line: number, problem: LineProblem): void {
    this.problems.push({ ...problem, line });
  }

  add(line: ReadLine, number: number): void {
    if (line.kind === 'blank') return;
    for (const problem of line.problems) this.report(number, problem);
    switch (line.kind) {
      case 'comment':
        if (line.comment !== '') this.comments.push(line.comment);
        return;
      case 'heading':
        this.addHeading(line.heading, line.comment, number);
        for (const one of line.lines) this.addExercise(one, number);
        return;
      case 'exercise':
        for (const one of line.lines) this.addExercise(one, number);
        return;
      default: {
        const unknown: never = line;
        throw new TypeError(`Unknown line: ${JSON.stringify(unknown)}`);
      }
    }
  }

  build(): ReadNotation {
    const [firstRun] = this.usualRuns;
    if (firstRun) {
      const held = this.comments;
      this.comments = [];
      this.openWeek({ weeks: null, startsOn: null, block: null, exemption: null }, firstRun.place.line);
      this.comments = held;
    }
    return {
      routine: {
        title: this.title,
        weeks: this.weeks.map(({ comments, weeks, startsOn, block, exemption, days }) => ({
          comments,
          weeks,
          startsOn,
          block,
          exemption,
          days: days.map(({ comments: own, day, run, session }): RoutineDay => ({ comments: own, day, run, session })),
        })),
        comments: this.comments,
      },
      problems: this.problems,
      places: { weeks: this.weeks.map(({ line, days }) => ({ line, days: days.map((day) => day.place) })) },
    };
  }

  private addHeading(heading: Heading, comment: string, number: number): void {
    if (comment !== '') this.comments.push(comment);
    switch (heading.kind) {
      case 'title':
        if (this.title === null && this.weeks.length === 0) {
          this.title = heading.title;
          return;
        }
        this.days = [this.openDay({ day: null, run: null, session: { name: heading.title, load: null } }, number)];
        return;
      case 'week': {
        const { weeks, startsOn, block, exemption, leftover } = heading;
        if (leftover !== '') this.comments.push(leftover);
        const last = this.week?.weeks?.[1];
        if (last !== undefined && weeks[0] <= last) {
          this.report(number, {
            code: 'weeks_not_rising',
            severity: 'warning',
            column: 1,
            found: `Week ${weeks[0]}`,
            expected: 'week',
            allowed: null,
            exercises: [],
          });
        }
        this.openWeek({ weeks, startsOn, block, exemption }, number);
        return;
      }
      case 'day':
        this.days = [heading.day, ...heading.alsoOn].map((day) => this.openDay({ ...heading, day }, number));
        return;
      case 'runs':
        for (const { day, run } of heading.runs) {
          const opened: OpenDay = { comments: [], day, run, session: null, place: { line: number, lines: [] } };
          if (this.week === undefined) this.usualRuns.push(opened);
          else this.week.days.push(opened);
        }
        this.days = [];
        return;
      default: {
        const unknown: never = heading;
        throw new TypeError(`Unknown heading: ${JSON.stringify(unknown)}`);
      }
    }
  }

  private addExercise(line: RoutineLine, number: number): void {
    if (this.days.length === 0) {
      this.days = [this.openDay({ day: null, run: null, session: { name: null, load: null } }, number, true)];
    }
    const comments = this.takeComments();
    const commented = comments.length > 0 ? { ...line, comments: [...comments, ...line.comments] } : line;
    for (const day of this.days) {
      day.session ??= { name: null, load: null, lines: [] };
      day.session.lines.push(commented);
      day.place.lines.push(number);
    }
  }

  private openWeek(week: Pick<RoutineWeek, 'weeks' | 'startsOn' | 'block' | 'exemption'>, line: number): OpenWeek {
    const opened: OpenWeek = { ...week, comments: this.takeComments(), days: this.usualRuns, line };
    this.usualRuns = [];
    this.weeks.push(opened);
    this.week = opened;
    this.days = [];
    return opened;
  }

  /** `isUnwritten` leaves the comments to the line that made the day. */
  private openDay(
    heading: Pick<RoutineDay, 'day' | 'run'> & {
      readonly session: { name: string | null; load: SessionLoad | null } | null;
    },
    line: number,
    isUnwritten = false,
  ): OpenDay {
    const comments = isUnwritten ? [] : this.takeComments();
    const held = this.comments;
    this.comments = [];
    const week = this.week ?? this.openWeek({ weeks: null, startsOn: null, block: null, exemption: null }, line);
    this.comments = held;
    const { day, run, session } = heading;
    const opened: OpenDay = {
      comments,
      day,
      run,
      session: session === null ? null : { name: session.name, load: session.load, lines: [] },
      place: { line, lines: [] },
    };
    week.days.push(opened);
    return opened;
  }

  private takeComments(): readonly string[] {
    if (this.comments.length === 0) return noComments;
    const taken = this.comments;
    this.comments = [];
    return taken;
  }
}

const noComments: readonly string[] = [];
