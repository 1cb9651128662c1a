// Headings: weeks, days with their runs, sessions.
import type { WeekExemption } from '../audit-input.ts';
import { mondayOf, type PlainDate, parsePlainDate } from '../plain-date.ts';
import type { RunDay } from '../running-week.ts';
import { type RunKind, type SessionLoad, type Weekday, weekdays } from '../vocabulary.ts';
import type { Expectation, NotationProblemCode } from './notation-problem.ts';
import { readQuoted } from './read-parts.ts';
import { notationBounds } from './routine.ts';
import { startsWithExercise } from './split-exercises.ts';

export interface HeadingProblem {
  readonly code: NotationProblemCode;
  readonly start: number;
  readonly end: number;
  readonly expected: Expectation;
  readonly allowed: { readonly min: number; readonly max: number } | null;
}

export interface SessionHeading {
  readonly name: string | null;
  readonly load: SessionLoad | null;
}

export type Heading =
  | {
      readonly kind: 'week';
      readonly weeks: readonly [first: number, last: number];
      readonly startsOn: PlainDate | null;
      readonly block: number | null;
      readonly exemption: WeekExemption | null;
      readonly leftover: string;
      readonly problems: readonly HeadingProblem[];
    }
  | {
      readonly kind: 'day';
      readonly day: Weekday | null;
      /** "Mon, Wed and Fri": the other days that hold the same. */
      readonly alsoOn: readonly Weekday[];
      readonly run: RunDay | null;
      readonly session: SessionHeading | null;
      /** Where the exercises written behind the day begin, from 0; null where none are. */
      readonly exercisesAt: number | null;
      readonly problems: readonly HeadingProblem[];
    }
  | {
      /** "Runs: Tue easy 6 km, Wed intervals" */
      readonly kind: 'runs';
      readonly runs: readonly { readonly day: Weekday; readonly run: RunDay }[];
      readonly problems: readonly HeadingProblem[];
    }
  | { readonly kind: 'title'; readonly title: string };

const weekdayWords: Readonly<Record<string, Weekday>> = {
  monday: 'mon',
  mon: 'mon',
  tuesday: 'tue',
  tue: 'tue',
  tues: 'tue',
  wednesday: 'wed',
  wed: 'wed',
  weds: 'wed',
  thursday: 'thu',
  thu: 'thu',
  thur: 'thu',
  thurs: 'thu',
  friday: 'fri',
  fri: 'fri',
  saturday: 'sat',
  sat: 'sat',
  sunday: 'sun',
  sun: 'sun',
};

/** How runs are written, the longer words before those they begin with. */
const runWords: readonly (readonly [words: string, kind: RunKind])[] = [
  ['race pace', 'race_pace'],
  ['race-pace', 'race_pace'],
  ['race_pace', 'race_pace'],
  ['marathon pace', 'race_pace'],
  ['goal pace', 'race_pace'],
  ['race', 'race'],
  ['rest', 'rest'],
  ['off', 'rest'],
  ['no run', 'rest'],
  ['easy', 'easy'],
  ['recovery', 'easy'],
  ['jog', 'easy'],
  ['run', 'easy'],
  ['speedwork', 'speed'],
  ['speed', 'speed'],
  ['track', 'speed'],
  ['fartlek', 'speed'],
  ['intervals', 'interval'],
  ['interval', 'interval'],
  ['tempo', 'tempo'],
  ['threshold', 'threshold'],
  ['hills', 'hills'],
  ['hill', 'hills'],
  ['long', 'long'],
];

const runFillers: ReadonlySet<string> = new Set(['run', 'day', 'work', 'session', 'reps', 'repeats', 'jog', 'running']);
const sessionWords =
  /^(?:strength(?: (?:training|session|work))?|gym|session|workout|weights|mobility)(?![\p{L}\p{N}_-])/iu;
const loadWords: Readonly<Record<string, SessionLoad>> = { full: 'full', reduced: 'reduced', light: 'light' };
/** Races that have a name instead of a number, in kilometres. */
const raceDistances: readonly (readonly [words: string, km: number])[] = [
  ['half marathon', 21.1],
  ['half', 21.1],
  ['marathon', 42.2],
];
const kilometresPerMile = 1.609344;

const weekPattern = /^weeks?\s*(\d{1,4})(?:\s*(?:-|–|—|to|through)\s*(?:week\s*)?(\d{1,4}))?(?![\p{L}\p{N}])/iu;
const dayPattern = /^([a-z]+)(?=[\s:,.\-–—/&+]|$)/i;
const sessionHeadingPattern = /^(?:(?:strength )?(?:day|session|workout)) [\p{L}\p{N}]{1,2}(?:$|\s*[:–—-]|\s)/iu;

/** A line as a heading, or undefined when it is none. `level` counts the hashes; without one only plain headings are seen. */
export function readHeading(text: string, level: number): Heading | undefined {
  const first = text.charCodeAt(0) | 32;
  // w, m, t, f, s, d, r: what a heading without hashes begins with.
  if (
    level === 0 &&
    !(
      first === 119 ||
      first === 109 ||
      first === 116 ||
      first === 102 ||
      first === 115 ||
      first === 100 ||
      first === 114
    )
  ) {
    return undefined;
  }
  const week = weekPattern.exec(text);
  if (week) {
    const end = week[0].length;
    const next = text.slice(end).trimStart();
    if (level > 0 || next === '' || /^[:,(–—-]/.test(next)) return readWeek(text, end, week);
  }
  const named = readDays(text);
  if (named) {
    const { days, end } = named;
    const behind = text.slice(end).trimStart();
    if (level > 0 || behind === '' || /^[:–—-]/.test(behind) || isDayText(behind)) return readDay(text, end, days);
  }
  if (level === 0) {
    const runs = readRunList(text);
    if (runs) return runs;
    if (!sessionHeadingPattern.test(text) && !/^strength(?: training| session)?:?$/i.test(text)) return undefined;
    return readDay(text, 0, [null]);
  }
  const quoted = readQuoted(text, 0);
  if (level === 1) return { kind: 'title', title: quoted?.end === text.length ? quoted.value : text };
  return {
    kind: 'day',
    day: null,
    alsoOn: [],
    run: null,
    session: readSession(text),
    exercisesAt: null,
    problems: [],
  };
}

const dayJoint = /^\s*(,|\/|&|\+|and|to|through|[-–—])\s*(?=[a-z])/i;

/** "Mon", "Mon, Wed and Fri", "Mon/Thu", "Monday to Friday"; undefined where no weekday begins the text. */
function readDays(text: string): { readonly days: readonly [Weekday, ...Weekday[]]; readonly end: number } | undefined {
  const first = readWeekday(text);
  if (first === undefined) return undefined;
  const days: [Weekday, ...Weekday[]] = [first.day];
  let { end } = first;
  for (;;) {
    const between = dayJoint.exec(text.slice(end));
    const next = between ? readWeekday(text.slice(end + between[0].length)) : undefined;
    if (!between || !next) break;
    if (/^(?:to|through|[-–—])$/i.test(between[1] ?? '')) {
      const from = weekdays.indexOf(days.at(-1) ?? first.day);
      const to = weekdays.indexOf(next.day);
      days.push(...weekdays.slice(from + 1, Math.max(to, from + 1)));
    }
    days.push(next.day);
    end += between[0].length + next.end;
  }
  const [one, ...others] = new Set(days);
  return { days: [one ?? first.day, ...others], end };
}

function readWeekday(text: string): { readonly day: Weekday; readonly end: number } | undefined {
  const match = dayPattern.exec(text);
  const word = match?.[1]?.toLowerCase() ?? '';
  const known = [word, word.replace(/s$/, '')].find((one) => Object.hasOwn(weekdayWords, one));
  const day = known === undefined ? undefined : weekdayWords[known];
  return match && day !== undefined ? { day, end: match[0].length } : undefined;
}

/** What stands behind a weekday without a colon: a run, a session or exercises, and not the rest of a sentence. */
function isDayText(text: string): boolean {
  if (/^salutations?\b/i.test(text)) return false;
  return (
    sessionWords.test(text) ||
    /\b(?:class|day|gym|home|session|workout|strength)\b/i.test(text) ||
    readRun(text) !== undefined ||
    startsWithExercise(text)
  );
}

/** "Runs: Tue easy 6 km, Wed intervals, Sun long 18 km" */
function readRunList(text: string): Heading | undefined {
  const head = /^(?:my )?(?:runs?|running(?: week)?)\s*[:–—-]\s*/i.exec(text);
  if (!head) return undefined;
  const runs: { day: Weekday; run: RunDay }[] = [];
  const problems: HeadingProblem[] = [];
  let at = head[0].length;
  for (const piece of text.slice(at).split(/[,;.](?=\s|$)/)) {
    const start = at + (piece.length - piece.trimStart().length);
    at += piece.length + 1;
    const words = piece.trim();
    if (words === '') continue;
    const named = readDays(words);
    const run = named ? readRun(words.slice(named.end).replace(/^[\s:–—-]+/, '')) : undefined;
    if (named && run) runs.push(...named.days.map((day) => ({ day, run: run.run })));
    else problems.push({ code: 'not_understood', start, end: start + words.length, expected: 'run', allowed: null });
  }
  return runs.length === 0 ? undefined : { kind: 'runs', runs, problems };
}

function readWeek(text: string, end: number, match: RegExpExecArray): Heading {
  const problems: HeadingProblem[] = [];
  const { min, max } = notationBounds.weeks;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  const isWithin = first >= min && last <= max && last >= first;
  if (!isWithin) problems.push({ code: 'out_of_range', start: 0, end, expected: 'week', allowed: { min, max } });
  const weeks = [Math.min(Math.max(first, min), max), Math.min(Math.max(last, first, min), max)] as const;
  let startsOn: PlainDate | null = null;
  let block: number | null = null;
  let exemption: WeekExemption | null = null;
  const leftover: string[] = [];
  let at = end;
  for (const piece of text.slice(end).split(/[,:;()]/)) {
    const start = at + (piece.length - piece.trimStart().length);
    at += piece.length + 1;
    const part = piece.replace(/^[\s–—-]+|\s+$/g, '');
    if (part === '') continue;
    const words = part.toLowerCase();
    const date = /^(?:from |starting |w\/c )?(\d{4}-\d{2}-\d{2})$/.exec(words)?.[1];
    const blockNumber = /^block (\d{1,2})$/.exec(words)?.[1];
    const known = Object.hasOwn(exemptionWords, words) ? exemptionWords[words] : undefined;
    if (date !== undefined) {
      if (parsePlainDate(date) !== undefined && mondayOf(date) === date) startsOn = date;
      else problems.push({ code: 'not_a_date', start, end: start + part.length, expected: 'date', allowed: null });
    } else if (blockNumber !== undefined && Number(blockNumber) > 0) block = Number(blockNumber);
    else if (known !== undefined) exemption = known;
    else if (words !== 'build') {
      leftover.push(part);
      problems.push({ code: 'not_understood', start, end: start + part.length, expected: 'week_part', allowed: null });
    }
  }
  return { kind: 'week', weeks, startsOn, block, exemption, leftover: leftover.join(', '), problems };
}

const exemptionWords: Readonly<Record<string, WeekExemption>> = {
  deload: 'deload',
  'easy week': 'deload',
  'recovery week': 'deload',
  taper: 'taper',
  return: 'return',
  'after race': 'return',
  'in season': 'maintain',
  maintain: 'maintain',
  'time off': 'off',
  holiday: 'off',
  'no full session': 'no_full_session',
};

function readDay(text: string, end: number, [day, ...others]: readonly [Weekday | null, ...Weekday[]]): Heading {
  let at = end;
  while (at < text.length && /[\s:,.–—-]/.test(text.charAt(at))) at += 1;
  const inline = findExercises(text, at);
  const held = readHeld(inline === undefined ? text : text.slice(0, inline.headEnd), at, day === null);
  const empty: SessionHeading = { name: null, load: null };
  return {
    kind: 'day',
    day,
    alsoOn: others,
    ...held,
    session: inline === undefined ? held.session : (held.session ?? empty),
    exercisesAt: inline?.exercisesAt ?? null,
  };
}

/** The run and the session that a heading names. */
function readHeld(
  text: string,
  at: number,
  isSession: boolean,
): {
  readonly run: RunDay | null;
  readonly session: SessionHeading | null;
  readonly problems: readonly HeadingProblem[];
} {
  const problems: HeadingProblem[] = [];
  if (isSession) return { run: null, session: readSession(text.replace(/[:–—-]\s*$/, '').trimEnd()), problems };
  if (at >= text.length) return { run: null, session: null, problems };
  const split = findSession(text, at);
  const session = split === -1 ? null : readSession(text.slice(split).replace(/^[+&]\s*/, ''));
  const runText = (split === -1 ? text.slice(at) : text.slice(at, split)).trim();
  if (runText === '') return { run: null, session, problems };
  const run = readRun(runText);
  if (run === undefined && session === null) return { run: null, session: readSession(runText), problems };
  if (run === undefined) {
    problems.push({ code: 'not_understood', start: at, end: at + runText.length, expected: 'run', allowed: null });
  } else if (run.problem) problems.push({ ...run.problem, start: at, end: at + runText.length });
  return { run: run?.run ?? null, session, problems };
}

/**
 * Exercises written behind a day on the same line: at once, behind a colon, or behind a run and a plus. A run's own words
 * ("intervals, 6 × 400 m") are none, and quotes hold none.
 */
function findExercises(
  text: string,
  from: number,
): { readonly headEnd: number; readonly exercisesAt: number } | undefined {
  if (from >= text.length || text.includes('"')) return undefined;
  for (let colon = text.indexOf(':', from); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    const isOpen = text.lastIndexOf('(', colon) > text.lastIndexOf(')', colon);
    if (
      !isOpen &&
      !/\d:\d/.test(text.slice(Math.max(colon - 1, 0), colon + 2)) &&
      startsWithExercise(text.slice(colon + 1))
    ) {
      return { headEnd: colon, exercisesAt: skipSpace(text, colon + 1) };
    }
  }
  for (const plus of text.slice(from).matchAll(/\s[+&]\s/g)) {
    const at = from + plus.index;
    const behind = text.slice(at + plus[0].length);
    const isSession = sessionWords.test(behind.trimStart());
    if (!isSession && readRun(text.slice(from, at).trim()) !== undefined && startsWithExercise(behind)) {
      return { headEnd: at, exercisesAt: skipSpace(text, at + plus[0].length) };
    }
  }
  const rest = text.slice(from);
  const isNamed = sessionWords.test(rest) || sessionHeadingPattern.test(text) || readRun(rest) !== undefined;
  return !isNamed && startsWithExercise(rest) ? { headEnd: from, exercisesAt: from } : undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** Where the session begins: at the start, or behind a plus; -1 without one. Quoted words hold none. */
function findSession(text: string, from: number): number {
  if (sessionWords.test(text.slice(from))) return from;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) at = readQuoted(text, at)?.end ?? at + 1;
    else {
      if (code === 43 || code === 38) {
        const next = text.slice(at + 1).trimStart();
        if (sessionWords.test(next)) return at;
      }
      at += 1;
    }
  }
  return -1;
}

function readRun(
  text: string,
): { readonly run: RunDay; readonly problem?: Pick<HeadingProblem, 'code' | 'expected' | 'allowed'> } | undefined {
  const lower = text.toLowerCase();
  const known = runWords.find(
    ([words]) => lower.startsWith(words) && !/[\p{L}\p{N}_]/u.test(lower.charAt(words.length)),
  );
  if (!known) return readLooseRun(text);
  const [words, kind] = known;
  let rest = text.slice(words.length).trimStart();
  for (;;) {
    const next = /^([a-z]+)\s*/i.exec(rest);
    const isFiller = next?.[1] !== undefined && runFillers.has(next[1].toLowerCase()) && next[1].length > 0;
    if (!next || !isFiller) break;
    rest = rest.slice(next[0].length);
  }
  const distance = readDistance(rest, kind);
  rest = readNote(distance.rest);
  const note = rest === '' ? {} : { note: rest.slice(0, maxNoteLength) };
  const km = distance.km === undefined ? {} : { distanceKm: distance.km };
  const run: RunDay = { kind, ...km, ...note };
  if (distance.isOutOfRange) {
    return { run, problem: { code: 'out_of_range', expected: 'distance', allowed: { min: 0, max: maxKilometres } } };
  }
  if (rest.length > maxNoteLength) {
    return { run, problem: { code: 'too_long', expected: 'length', allowed: { min: 0, max: maxNoteLength } } };
  }
  return { run };
}

/** Where the kind of run is not the first word: "5 km easy", "6x800m", "Morning run", "Swim". */
const looseRuns: readonly (readonly [pattern: RegExp, kind: RunKind])[] = [
  [/^\d{1,2}\s*[x×]\s*\d{1,5}\s*(?:m|k|km|metres|meters)\b/i, 'interval'],
  [/\blong run\b/i, 'long'],
  [/\btempo\b/i, 'tempo'],
  [/\bthreshold\b/i, 'threshold'],
  [/\bintervals?\b/i, 'interval'],
  [/\bhill (?:reps|repeats|sprints)\b/i, 'hills'],
  [/\b(?:speed ?work|fartlek|parkrun)\b/i, 'speed'],
  [/\b(?:jog|run|running)\b/i, 'easy'],
  // Other sport is no run; what it does to the legs nobody has said.
  [
    /^(?:swim|swimming|bike|cycling|cycle|spin|ride|rowing|yoga|pilates|walk|hike|stretching|cross.?training)\b/i,
    'rest',
  ],
];
const distanceFirst = /^(\d{1,3}(?:[.,]\d{1,2})?\s*(?:km|kms|k|mi|miles|mile)),?(?:\s+(.*))?$/i;

function readLooseRun(text: string): ReturnType<typeof readRun> {
  const [, distance, words] = distanceFirst.exec(text) ?? [];
  if (distance !== undefined) return readRun(`${words === undefined || words === '' ? 'easy' : words} ${distance}`);
  const kind = looseRuns.find(([pattern]) => pattern.test(text))?.[1];
  return kind === undefined ? undefined : { run: { kind, note: text.slice(0, maxNoteLength) } };
}

const maxKilometres = 200;
const maxNoteLength = 80;

function readDistance(
  text: string,
  kind: RunKind,
): { readonly km?: number; readonly rest: string; readonly isOutOfRange?: boolean } {
  const match =
    /^(?:of )?(\d{1,4})(?:[.,](\d{1,2}))?\s*(km|kms|k|mi|miles|mile|kilometres|kilometers)(?![\p{L}\p{N}])/iu.exec(
      text,
    );
  if (match) {
    const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
    const isMiles = match[3]?.toLowerCase().startsWith('mi') === true;
    const km = (isMiles ? Math.round(hundredths * kilometresPerMile) : hundredths) / 100;
    const rest = text.slice(match[0].length);
    return km > 0 && km <= maxKilometres ? { km, rest } : { rest, isOutOfRange: true };
  }
  if (kind !== 'race') return { rest: text };
  const lower = text.toLowerCase();
  const named = raceDistances.find(([words]) => lower.startsWith(words));
  return named ? { km: named[1], rest: text.slice(named[0].length) } : { rest: text };
}

/** The coach's words for a run, behind a comma, in brackets or quotes. */
function readNote(text: string): string {
  const plain = text.replace(/^[\s,:;+&–—-]+/, '').trimEnd();
  const quoted = readQuoted(plain, 0);
  if (quoted && quoted.end === plain.length) return quoted.value;
  const bracketed = /^\(([^()]*)\)$/.exec(plain);
  return bracketed?.[1]?.trim() ?? plain;
}

/** "strength A light", "Lower body", "mobility" */
export function readSession(text: string): SessionHeading {
  const word = sessionWords.exec(text);
  let rest = word ? text.slice(word[0].length) : text;
  const isMobility = word?.[0].toLowerCase() === 'mobility';
  rest = rest.replace(/^[\s:,–—-]+/, '').replace(/[\s:,]+$/, '');
  let load: SessionLoad | null = isMobility ? 'light' : null;
  const quoted = readQuoted(rest, 0);
  const behind = quoted ? rest.slice(quoted.end) : rest;
  const last = /(?:^|[\s,(]+)([a-z]+)\)?$/i.exec(behind);
  const lastWord = last?.[1]?.toLowerCase();
  if (last && lastWord !== undefined && Object.hasOwn(loadWords, lastWord)) {
    load = loadWords[lastWord] ?? null;
    rest = rest.slice(0, rest.length - last[0].length).trimEnd();
  }
  const name = quoted ? quoted.value : rest.replace(/[,:]+$/, '');
  return { name: name === '' ? (isMobility ? 'Mobility' : null) : name, load };
}
