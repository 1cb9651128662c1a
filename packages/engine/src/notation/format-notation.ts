// Routine to text, as a coach would type it. What plain words can't hold is put in quotes.

import type { WeekExemption } from '../audit-input.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { weekdayLabels } from '../labels.ts';
import type { RunDay } from '../running-week.ts';
import type { RunKind } from '../vocabulary.ts';
import { formatAmount, formatSeconds } from './format-amount.ts';
import { parseNotation } from './parse-notation.ts';
import type { Routine, RoutineDay, RoutineLine, RoutineSession, RoutineWeek } from './routine.ts';

/** The routine as text that `parseNotation` reads back to the same routine. */
export function formatNotation(routine: Routine): string {
  const lines: string[] = [];
  if (routine.title !== null) lines.push(`# ${formatTitle(routine.title)}`, '');
  routine.weeks.forEach((week, index) => {
    if (index > 0) lines.push('');
    writeComments(lines, week.comments);
    if (week.weeks !== null) lines.push(formatWeek(week, week.weeks));
    week.days.forEach((day, place) => {
      writeDay(lines, day, week.weeks === null && index === 0 && place === 0);
    });
  });
  writeComments(lines, routine.comments);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function writeComments(lines: string[], comments: readonly string[]): void {
  for (const comment of comments) lines.push(`// ${comment}`);
}

const exemptionWords: Readonly<Record<WeekExemption, string>> = {
  deload: 'deload',
  taper: 'taper',
  return: 'return',
  maintain: 'in season',
  off: 'time off',
  no_full_session: 'no full session',
};

function formatWeek({ startsOn, block, exemption }: RoutineWeek, [first, last]: readonly [number, number]): string {
  const parts = [first === last ? `# Week ${first}` : `# Weeks ${first}-${last}`];
  if (startsOn !== null) parts.push(`from ${startsOn}`);
  if (block !== null) parts.push(`block ${block}`);
  if (exemption !== null) parts.push(exemptionWords[exemption]);
  return parts.join(', ');
}

/** A session without a name at the very start needs no heading: the exercises themselves make it. */
function writeDay(lines: string[], { comments, day, run, session }: RoutineDay, isFirst: boolean): void {
  const isBare =
    isFirst &&
    comments.length === 0 &&
    day === null &&
    session !== null &&
    session.name === null &&
    session.load === null &&
    session.lines.length > 0;
  if (!isBare) {
    if (lines.length > 0 && lines[lines.length - 1] !== '') lines.push('');
    writeComments(lines, comments);
    const parts: string[] = [];
    if (run !== null) parts.push(formatRun(run));
    if (session !== null) parts.push(formatSession(session, day === null));
    const body = parts.join(' + ');
    lines.push(day === null ? `## ${body}` : `## ${weekdayLabels[day]}${body === '' ? '' : `: ${body}`}`);
  }
  for (const line of session?.lines ?? []) {
    writeComments(lines, line.comments);
    lines.push(formatLine(line));
  }
}

const runWords: Readonly<Record<RunKind, string>> = {
  rest: 'rest',
  easy: 'easy',
  speed: 'speed',
  interval: 'intervals',
  tempo: 'tempo',
  threshold: 'threshold',
  hills: 'hills',
  race_pace: 'race pace',
  long: 'long',
  race: 'race',
};

/** "easy 8 km", "intervals 10 km, 6 × 800 m" */
function formatRun({ kind, distanceKm, note }: RunDay): string {
  const distance = distanceKm === undefined ? '' : ` ${distanceKm} km`;
  return `${runWords[kind]}${distance}${note === undefined ? '' : `, ${isPlainNote(note) ? note : JSON.stringify(note)}`}`;
}

/** Words, numbers and signs that mean nothing to a heading; it may not begin like one of its parts. */
function isPlainNote(note: string): boolean {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N} ×.,'’/%-]*$/u.test(note) &&
    note === note.trim() &&
    !note.includes('//') &&
    !/[,.]$/.test(note)
  );
}

function formatSession({ name, load }: RoutineSession, isCapital: boolean): string {
  const parts = [isCapital ? 'Strength' : 'strength'];
  if (name !== null) parts.push(isPlainName(name) ? name : JSON.stringify(name));
  if (load !== null) parts.push(load);
  return parts.join(' ');
}

const namesInTheWay = /^(?:training|session|work)\b|(?:^|\s)(?:full|reduced|light)$/i;

function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+)*$/u.test(name) && !namesInTheWay.test(name);
}

function formatTitle(title: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N} .,'’()-]*$/u.test(title) && title === title.trim();
  if (!isPlain) return JSON.stringify(title);
  return parseNotation(`# ${title}`).routine.title === title ? title : JSON.stringify(title);
}

/** "A1 Goblet squat 3x6-8 20kg @RIR2 rest 3min" */
export function formatLine(line: RoutineLine): string {
  const parts: string[] = [];
  if (line.mark !== null) parts.push(line.mark);
  parts.push(formatName(line.exercise));
  const dose = formatParts(line);
  // Without an amount the next word would be read as part of the name.
  if (dose.length > 0 && line.sets === null && line.amount === null) parts.push('|');
  return [...parts, ...dose].join(' ');
}

function formatParts(line: RoutineLine): readonly string[] {
  const { load, rir, restSeconds, tempo, explosive, goal, swapped, purpose } = line;
  const parts: string[] = [];
  const amount = formatAmount(line);
  if (amount !== '') parts.push(amount);
  else if (line.perSide) parts.push('/side');
  if (load !== null) parts.push(`${load.hundredths / 100}${load.unit}`);
  if (rir !== null) parts.push(`@RIR${rir}`);
  if (restSeconds !== null) parts.push(`rest ${formatSeconds(restSeconds)}`);
  if (tempo !== null) parts.push(`tempo ${tempo}`);
  if (explosive) parts.push('fast');
  if (goal !== null) parts.push(`goal ${goal}`);
  if (swapped) parts.push('swapped');
  if (purpose !== null) parts.push(`for ${isPlainPurpose(purpose) ? purpose : JSON.stringify(purpose)}`);
  return parts;
}

function isPlainPurpose(purpose: string): boolean {
  return /^[\p{L}\p{N}][^"|\p{C}\p{Z}]*(?: [^"|\p{C}\p{Z}]+)*$/u.test(purpose) && !purpose.includes('//');
}

function formatName(exercise: string): string {
  const known = findExercise(exercise);
  if (known) return known.name;
  if (!/^[\p{L}\p{N}]+(?:[ '’/-][\p{L}\p{N}]+)*$/u.test(exercise)) return JSON.stringify(exercise);
  // Plain unless a reader would take a part of it for something else, whatever dose stands behind it.
  const text = doses.map((dose) => `${exercise}${dose}`).join('\n');
  const days = parseNotation(text).routine.weeks[0]?.days ?? [];
  const lines = days[0]?.session?.lines ?? [];
  const isPlain =
    days.length === 1 &&
    lines.length === doses.length &&
    lines.every((line) => line.exercise === exercise && line.mark === null && line.comments.length === 0) &&
    lines[1]?.amount === 20 &&
    lines[2]?.sets === 1;
  return isPlain ? exercise : JSON.stringify(exercise);
}

const doses = ['', ' x20', ' 1x5s', ' 3 sets', ' | fast'] as const;
