// Mistake 4, scheduling: S20 to S31 of the article; race days as rulebook 2.5 reads them.
import { overridableRules } from './adapt/rule-set.ts';
import type { CannotTell, Checked } from './audit.ts';
import type { AuditedSession, AuditedWeek, AuditInput } from './audit-input.ts';
import type { Finding, FindingCode } from './finding.ts';
import { mergeWeeks } from './merge-weeks.ts';
import { lastHeavyDaysBefore, noHeavyDaysAfter } from './parameters.ts';
import type { ParameterValues } from './parse-parameters.ts';
import { dayNumberOf } from './plain-date.ts';
import { classifyRun } from './run-class.ts';
import { type RunClass, type RunKind, type Weekday, weekdays } from './vocabulary.ts';

/** Findings on the days that sessions stand on, against the runs around them. */
export function checkSchedule(input: AuditInput, parameters: ParameterValues): Checked {
  const findings: Finding[] = [];
  const cannotTell = new Map<string, CannotTell>();
  const skip = (code: CannotTell['code']) => cannotTell.set(code, { mistake: 4, rule: 'S20', code });
  let judged = false;

  for (const week of input.weeks) {
    if (week.runs === null) {
      skip('RUNS_NOT_KNOWN');
      continue;
    }
    for (const session of week.sessions) {
      if (session.day === null) skip('DAYS_NOT_KNOWN');
      else {
        judged = true;
        findings.push(...checkDay(week, week.runs, session, session.day));
      }
    }
  }
  const heavyDays = listHeavyDays(input.weeks);
  findings.push(...checkGaps(heavyDays, parameters), ...checkRaces(input, heavyDays, parameters));
  return { findings: mergeWeeks(findings), cannotTell: [...cannotTell.values()], judged };
}

/** The rules that a coach's reason turns into a warning; long-run days and races stay errors whatever she says. */
const overridden: ReadonlySet<string> = new Set(overridableRules);

/** S21 to S24, S28 and S31. A light session on such a day is a note: the engine places one there itself (T2, T3). */
function checkDay(
  week: AuditedWeek,
  runs: readonly RunKind[],
  session: AuditedSession,
  day: Weekday,
): readonly Finding[] {
  const index = weekdays.indexOf(day);
  const run = runs[index] as RunKind;
  const runBefore = (index === 0 ? (week.before ?? runs[6]) : runs[index - 1]) as RunKind;
  const runAfter = (index === 6 ? (week.after ?? runs[0]) : runs[index + 1]) as RunKind;
  const findings: Finding[] = [];
  const add = (code: FindingCode, rule: string, kind: RunKind, severity: Finding['severity']) => {
    const coachSays = overridden.has(rule) && kind !== 'race' ? session.placedBecause : undefined;
    findings.push({
      code,
      rule,
      mistake: 4,
      severity: session.load === 'light' ? 'info' : coachSays === undefined ? severity : 'warning',
      scope: 'session',
      at: { week: week.number, session: session.label, day },
      data: coachSays === undefined ? { run: kind } : { run: kind, setAside: 'EDIT', coachSays },
    });
  };
  const on = onDay(classifyRun(run));
  if (on) add(on.code, on.rule, run, 'error');
  const classBefore = classifyRun(runBefore);
  const classAfter = classifyRun(runAfter);
  if (classBefore === 'long' || classBefore === 'race') add('M4_AFTER_LONG', 'S22', runBefore, 'error');
  if (classAfter === 'speed' || classAfter === 'race') add('M4_BEFORE_SPEED', 'S24', runAfter, 'error');
  if (classAfter === 'long' && session.load !== 'light') add('M4_BEFORE_LONG', 'S28', runAfter, 'info');
  return findings;
}

function onDay(run: RunClass): { readonly code: FindingCode; readonly rule: string } | undefined {
  switch (run) {
    case 'long':
      return { code: 'M4_ON_LONG', rule: 'S21' };
    case 'speed':
      return { code: 'M4_ON_SPEED', rule: 'S23' };
    case 'race':
      return { code: 'M4_ON_RACE', rule: 'RACE_DAY' };
    case 'rest':
    case 'easy':
      return undefined;
    default: {
      const unknown: never = run;
      throw new TypeError(`Unknown run class: ${unknown}`);
    }
  }
}

const hoursPerDay = 24;

interface HeavyDay {
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
  readonly week: number;
  readonly session: AuditedSession;
  readonly day: Weekday;
}

/** Days with heavy lower-body slots, by date; only those of dated weeks. */
function listHeavyDays(weeks: readonly AuditedWeek[]): readonly HeavyDay[] {
  const days: HeavyDay[] = [];
  for (const week of weeks) {
    if (week.startsOn === null) continue;
    const monday = dayNumberOf(week.startsOn);
    for (const session of week.sessions) {
      if (session.day === null || !session.slots.some((slot) => slot.highResistance === true)) continue;
      days.push({ dayNumber: monday + weekdays.indexOf(session.day), week: week.number, session, day: session.day });
    }
  }
  return days.sort((one, other) => one.dayNumber - other.dayNumber);
}

/** Heavy legs need a day between (rulebook 2.3). A reduced session beside a full one is the engine's own way out (T1). */
function checkGaps(heavyDays: readonly HeavyDay[], parameters: ParameterValues): readonly Finding[] {
  const findings: Finding[] = [];
  let earlier: HeavyDay | undefined;
  for (const later of heavyDays.filter(({ session }) => session.load === 'full')) {
    const gap = earlier && describeConsecutive(earlier, later);
    if (gap && gap.data.days * hoursPerDay < parameters.heavyGapHours) findings.push(gap);
    earlier = later;
  }
  return findings;
}

function describeConsecutive(earlier: HeavyDay, later: HeavyDay) {
  return {
    code: 'M4_CONSECUTIVE',
    rule: 'W_CONSECUTIVE',
    mistake: 4,
    severity: 'warning',
    scope: 'session',
    at: { week: later.week, session: later.session.label, day: later.day },
    data: { days: later.dayNumber - earlier.dayNumber, other: earlier.session.label, otherDay: earlier.day },
  } as const satisfies Finding;
}

/** Heavy legs around a race, and anything new just before it (rulebook 2.5). */
function checkRaces(
  input: AuditInput,
  heavyDays: readonly HeavyDay[],
  parameters: ParameterValues,
): readonly Finding[] {
  if (input.races.length === 0) return [];
  const findings: Finding[] = [];
  for (const race of input.races) {
    const raceDay = dayNumberOf(race.date);
    const before = lastHeavyDaysBefore[race.distance];
    const after = noHeavyDaysAfter[race.distance];
    for (const { dayNumber, week, session, day } of heavyDays) {
      const days = raceDay - dayNumber;
      const about = {
        mistake: 4,
        severity: 'warning',
        scope: 'session',
        at: { week, session: session.label, day },
      } as const;
      if (days > 0 && days < before) {
        const data = { days, min: before, distance: race.distance, race: race.date };
        findings.push({ ...about, code: 'M4_HEAVY_BEFORE_RACE', rule: 'RACE_WEEK', data });
      }
      if (days < 0 && -days <= after) {
        const data = { days: -days, min: after + 1, distance: race.distance, race: race.date };
        findings.push({ ...about, code: 'M4_HEAVY_AFTER_RACE', rule: 'AFTER_RACE', data });
      }
    }
  }
  return [...findings, ...checkNewExercises(input, parameters)];
}

function checkNewExercises(input: AuditInput, parameters: ParameterValues): readonly Finding[] {
  const raceDays = input.races.map((race) => ({ race, dayNumber: dayNumberOf(race.date) }));
  const seen = new Set<string>();
  const findings: Finding[] = [];
  input.weeks.forEach((week, index) => {
    for (const session of week.sessions) {
      for (const { slot, exercise } of session.slots) {
        const isNew = !seen.has(exercise);
        seen.add(exercise);
        // What the first week holds may be old to the runner: the input does not reach back further.
        if (!isNew || index === 0 || week.startsOn === null || session.day === null) continue;
        const dayNumber = dayNumberOf(week.startsOn) + weekdays.indexOf(session.day);
        const next = raceDays.find((raceDay) => raceDay.dayNumber > dayNumber);
        const days = next ? next.dayNumber - dayNumber : Number.POSITIVE_INFINITY;
        if (!next || days > parameters.noNewExerciseDays) continue;
        findings.push({
          code: 'M4_NEW_BEFORE_RACE',
          rule: 'TAPER',
          mistake: 4,
          severity: 'warning',
          scope: 'slot',
          at: { week: week.number, session: session.label, slot, day: session.day },
          data: { exercise, days, min: parameters.noNewExerciseDays + 1, race: next.race.date },
        });
      }
    }
  });
  return findings;
}
