import { allowAutoPlan, type Screening, screenedFlags, screeningStates } from './adapt/screen.ts';
import { findExercise } from './catalogue/catalogue.ts';
import { type Load, maxLoadHundredths } from './load.ts';
import { daysBetween, mondayOf, type PlainDate, parsePlainDate } from './plain-date.ts';
import type { Profile, Race, TimeOff } from './profile.ts';
import { healthCodes, type Reason } from './reason.ts';
import { fail, type Result, succeed } from './result.ts';
import type { RunDay, RunningWeek } from './running-week.ts';
import {
  equipment,
  exerciseFlags,
  experiences,
  ladders,
  loadUnits,
  painSites,
  raceDistances,
  racePriorities,
  runKinds,
  timeOffKinds,
  timeOffWorks,
  weekdays,
} from './vocabulary.ts';

/** The bounds of a profile's numbers; forms and the database repeat them. */
export const profileBounds = {
  age: { min: 13, max: 100 },
  runningMonths: { min: 0, max: 1200 },
  minutesPerSession: { min: 15, max: 120 },
  /** Above 0. */
  distanceKm: { min: 0, max: 200 },
  noteLength: { min: 0, max: 80 },
  races: { min: 0, max: 50 },
  weekOverrides: { min: 0, max: 104 },
  timeOff: { min: 0, max: 50 },
  /** Days of one holiday or illness. */
  daysOff: { min: 1, max: 366 },
  loadHundredths: { min: 1, max: maxLoadHundredths },
} as const;

export const profileProblemCodes = [
  'missing',
  'wrong_type',
  'not_whole',
  'out_of_range',
  'too_long',
  'too_many',
  'unknown_word',
  'not_a_date',
  'not_a_monday',
  'twice',
  'unknown_exercise',
  'ends_before_it_starts',
  'overlaps',
  'not_when_sick',
] as const;
export type ProfileProblemCode = (typeof profileProblemCodes)[number];

/** One thing wrong with a draft, at its path ("races.0.date"), with what would be allowed where that can be said. */
export interface ProfileProblem {
  readonly path: string;
  readonly code: ProfileProblemCode;
  readonly allowed: { readonly min: number; readonly max: number } | { readonly words: readonly string[] } | null;
}

/**
 * A draft from a form, a file or the database as a valid profile, or every problem it has. Lists come out without
 * repeats and in the vocabulary's order, races by date, so that two spellings of one profile build the same program.
 */
export function parseProfile(draft: unknown): Result<Profile, ProfileProblem> {
  const reader = new DraftReader();
  const fields = reader.record(draft, '');
  if (!fields) return fail(...reader.problems);
  const profile: Profile = {
    age: reader.whole(fields.age, 'age', profileBounds.age),
    experience: reader.word(fields.experience, 'experience', experiences),
    runningMonths: reader.whole(fields.runningMonths, 'runningMonths', profileBounds.runningMonths),
    equipment: reader.words(fields.equipment, 'equipment', equipment),
    minutesPerSession: reader.whole(fields.minutesPerSession, 'minutesPerSession', profileBounds.minutesPerSession),
    painSites: reader.words(fields.painSites, 'painSites', painSites),
    runningWeek: readRunningWeek(reader, fields.runningWeek, 'runningWeek'),
    weekOverrides: readWeekOverrides(reader, fields.weekOverrides),
    unavailable: reader.words(fields.unavailable, 'unavailable', weekdays),
    races: readRaces(reader, fields.races),
    timeOff: readTimeOff(reader, fields.timeOff),
    screening: readScreening(reader, fields.screening),
    unit: reader.word(fields.unit, 'unit', loadUnits),
    workingLoads: readWorkingLoads(reader, fields.workingLoads),
  };
  return reader.problems.length > 0 ? fail(...reader.problems) : succeed(profile);
}

const restDay: RunDay = { kind: 'rest' };

function readRunningWeek(reader: DraftReader, value: unknown, path: string): RunningWeek {
  const days = reader.list(value, path);
  if (days && days.length !== 7) reader.report(path, 'out_of_range', { min: 7, max: 7 });
  const read = (index: number): RunDay =>
    days && days.length === 7 ? readRunDay(reader, days[index], `${path}.${index}`) : restDay;
  return [read(0), read(1), read(2), read(3), read(4), read(5), read(6)];
}

function readRunDay(reader: DraftReader, value: unknown, path: string): RunDay {
  const fields = reader.record(value, path);
  if (!fields) return restDay;
  const day: { kind: RunDay['kind']; distanceKm?: number; note?: string } = {
    kind: reader.word(fields.kind, `${path}.kind`, runKinds),
  };
  if (fields.distanceKm !== undefined && fields.distanceKm !== null) {
    day.distanceKm = reader.positive(fields.distanceKm, `${path}.distanceKm`, profileBounds.distanceKm);
  }
  if (fields.note !== undefined && fields.note !== null) {
    day.note = reader.text(fields.note, `${path}.note`, profileBounds.noteLength.max);
  }
  return day;
}

function readWeekOverrides(reader: DraftReader, value: unknown): Readonly<Record<PlainDate, RunningWeek>> {
  const fields = reader.record(value, 'weekOverrides');
  const overrides: Record<PlainDate, RunningWeek> = {};
  if (!fields) return overrides;
  const dates = Object.keys(fields).sort();
  if (dates.length > profileBounds.weekOverrides.max) {
    reader.report('weekOverrides', 'too_many', profileBounds.weekOverrides);
    return overrides;
  }
  for (const date of dates) {
    const path = `weekOverrides.${date}`;
    if (parsePlainDate(date) === undefined) reader.report(path, 'not_a_date', null);
    else if (mondayOf(date) !== date) reader.report(path, 'not_a_monday', null);
    else overrides[date] = readRunningWeek(reader, fields[date], path);
  }
  return overrides;
}

function readRaces(reader: DraftReader, value: unknown): readonly Race[] {
  const list = reader.list(value, 'races');
  if (!list) return [];
  if (list.length > profileBounds.races.max) {
    reader.report('races', 'too_many', profileBounds.races);
    return [];
  }
  const races: Race[] = [];
  list.forEach((item, index) => {
    const path = `races.${index}`;
    const fields = reader.record(item, path);
    if (!fields) return;
    const date = reader.date(fields.date, `${path}.date`);
    if (date !== '' && races.some((race) => race.date === date)) reader.report(`${path}.date`, 'twice', null);
    races.push({
      date,
      distance: reader.word(fields.distance, `${path}.distance`, raceDistances),
      priority: reader.word(fields.priority, `${path}.priority`, racePriorities),
    });
  });
  return races.sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Older drafts know of no screening. */
function readScreening(reader: DraftReader, value: unknown): Screening | null {
  if (value === undefined || value === null) return null;
  const fields = reader.record(value, 'screening');
  if (!fields) return null;
  const at = (field: string) => `screening.${field}`;
  const state = reader.word(fields.state, at('state'), screeningStates);
  return {
    guardianConsent: reader.truth(fields.guardianConsent, at('guardianConsent')),
    repRange: readRepRange(reader, fields.repRange, at('repRange')),
    minRir: reader.whole(fields.minRir, at('minRir'), { min: 0, max: 5 }),
    oneRmEstimates: reader.truth(fields.oneRmEstimates, at('oneRmEstimates')),
    impactMax: reader.whole(fields.impactMax, at('impactMax'), { min: 0, max: 3 }) as Screening['impactMax'],
    excludeFlags: reader.words(fields.excludeFlags, at('excludeFlags'), screenedFlags),
    excludeLadders: reader.words(fields.excludeLadders, at('excludeLadders'), ladders),
    cautionFlags: reader.words(fields.cautionFlags, at('cautionFlags'), exerciseFlags),
    heavyGapHours:
      fields.heavyGapHours === null
        ? null
        : reader.whole(fields.heavyGapHours, at('heavyGapHours'), { min: 36, max: 96 }),
    state,
    autoPlan: allowAutoPlan(state),
    reasons: readScreeningReasons(reader, fields.reasons),
  };
}

function readRepRange(reader: DraftReader, value: unknown, path: string): Screening['repRange'] {
  if (value === null) return null;
  const ends = reader.list(value, path) ?? [];
  const range = { min: 1, max: 50 };
  return [reader.whole(ends[0], `${path}.0`, range), reader.whole(ends[1], `${path}.1`, range)];
}

/** Codes and data as `screen` gave them; words are made of them only when they are shown. */
function readScreeningReasons(reader: DraftReader, value: unknown): readonly Reason[] {
  return (reader.list(value, 'screening.reasons') ?? []).slice(0, healthCodes.length).flatMap((item, index) => {
    const path = `screening.reasons.${index}`;
    const fields = reader.record(item, path);
    if (!fields) return [];
    const data: Record<string, number> = {};
    for (const [name, number] of Object.entries(reader.record(fields.data, `${path}.data`) ?? {})) {
      data[name] = reader.whole(number, `${path}.data.${name}`, { min: 0, max: 1200 });
    }
    const code = reader.word(fields.code, `${path}.code`, healthCodes);
    return [{ code, rule: reader.text(fields.rule, `${path}.rule`, profileBounds.noteLength.max), data }];
  });
}

/** Older drafts know of no days off. */
function readTimeOff(reader: DraftReader, value: unknown): readonly TimeOff[] {
  if (value === undefined) return [];
  const list = reader.list(value, 'timeOff');
  if (!list) return [];
  if (list.length > profileBounds.timeOff.max) {
    reader.report('timeOff', 'too_many', profileBounds.timeOff);
    return [];
  }
  const spans: TimeOff[] = [];
  list.forEach((item, index) => {
    const path = `timeOff.${index}`;
    const fields = reader.record(item, path);
    if (!fields) return;
    const from = reader.date(fields.from, `${path}.from`);
    const to = reader.date(fields.to, `${path}.to`);
    const kind = reader.word(fields.kind, `${path}.kind`, timeOffKinds);
    const work = fields.work === undefined ? 'none' : reader.word(fields.work, `${path}.work`, timeOffWorks);
    if (kind === 'sick' && work !== 'none') reader.report(`${path}.work`, 'not_when_sick', { words: ['none'] });
    if (from === '' || to === '') return;
    const days = daysBetween(from, to) + 1;
    if (days < profileBounds.daysOff.min) reader.report(`${path}.to`, 'ends_before_it_starts', null);
    else if (days > profileBounds.daysOff.max) reader.report(`${path}.to`, 'out_of_range', profileBounds.daysOff);
    else if (spans.some((span) => from <= span.to && span.from <= to)) reader.report(path, 'overlaps', null);
    spans.push({ from, to, kind, work });
  });
  return spans.sort((one, other) => (one.from < other.from ? -1 : 1));
}

function readWorkingLoads(reader: DraftReader, value: unknown): Readonly<Record<string, Load>> {
  const fields = reader.record(value, 'workingLoads');
  const loads: Record<string, Load> = {};
  if (!fields) return loads;
  for (const exerciseId of Object.keys(fields).sort()) {
    const path = `workingLoads.${exerciseId}`;
    // One bound on the answer as well as on the draft: the catalogue is finite, unknown keys are not.
    if (reader.problems.length >= maxProblems) break;
    if (!findExercise(exerciseId)) {
      reader.report(path, 'unknown_exercise', null);
      continue;
    }
    const load = reader.record(fields[exerciseId], path);
    if (!load) continue;
    loads[exerciseId] = {
      hundredths: reader.whole(load.hundredths, `${path}.hundredths`, profileBounds.loadHundredths),
      unit: reader.word(load.unit, `${path}.unit`, loadUnits),
    };
  }
  return loads;
}

const maxProblems = 200;

/** Reads untyped values and keeps every problem it meets. What it returns for a bad value is never used: the parse fails. */
class DraftReader {
  readonly problems: ProfileProblem[] = [];

  report(path: string, code: ProfileProblemCode, allowed: ProfileProblem['allowed']): void {
    this.problems.push({ path, code, allowed });
  }

  record(value: unknown, path: string): Readonly<Record<string, unknown>> | undefined {
    if (this.isMissing(value, path)) return undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.report(path, 'wrong_type', null);
    return undefined;
  }

  list(value: unknown, path: string): readonly unknown[] | undefined {
    if (this.isMissing(value, path)) return undefined;
    if (Array.isArray(value)) return value;
    this.report(path, 'wrong_type', null);
    return undefined;
  }

  whole(value: unknown, path: string, range: { readonly min: number; readonly max: number }): number {
    const number = this.number(value, path);
    if (number === undefined) return range.min;
    if (!Number.isInteger(number)) this.report(path, 'not_whole', range);
    else if (number < range.min || number > range.max) this.report(path, 'out_of_range', range);
    return number;
  }

  /** Above the range's lower end, at most its upper end. */
  positive(value: unknown, path: string, range: { readonly min: number; readonly max: number }): number {
    const number = this.number(value, path);
    if (number === undefined) return range.max;
    if (number <= range.min || number > range.max) this.report(path, 'out_of_range', range);
    return number;
  }

  word<Word extends string>(value: unknown, path: string, words: readonly [Word, ...Word[]] | readonly Word[]): Word {
    const first = words[0] as Word;
    if (this.isMissing(value, path)) return first;
    const known = words.find((word) => word === value);
    if (known === undefined) this.report(path, 'unknown_word', { words });
    return known ?? first;
  }

  words<Word extends string>(value: unknown, path: string, words: readonly Word[]): readonly Word[] {
    const list = this.list(value, path);
    if (!list) return [];
    const chosen = new Set<unknown>();
    list.forEach((item, index) => {
      if (words.some((word) => word === item)) chosen.add(item);
      else if (this.problems.length < maxProblems) this.report(`${path}.${index}`, 'unknown_word', { words });
    });
    return words.filter((word) => chosen.has(word));
  }

  text(value: unknown, path: string, maxLength: number): string {
    if (typeof value !== 'string') {
      this.report(path, 'wrong_type', null);
      return '';
    }
    if (value.length > maxLength) this.report(path, 'too_long', { min: 0, max: maxLength });
    return value;
  }

  date(value: unknown, path: string): PlainDate {
    if (this.isMissing(value, path)) return '';
    const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
    if (date === undefined) this.report(path, 'not_a_date', null);
    return date ?? '';
  }

  truth(value: unknown, path: string): boolean {
    if (this.isMissing(value, path)) return false;
    if (typeof value !== 'boolean') this.report(path, 'wrong_type', null);
    return value === true;
  }

  private number(value: unknown, path: string): number | undefined {
    if (this.isMissing(value, path)) return undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.report(path, 'wrong_type', null);
    return undefined;
  }

  private isMissing(value: unknown, path: string): boolean {
    if (value !== undefined && value !== null) return false;
    this.report(path, 'missing', null);
    return true;
  }
}
