import type { Reason, ReasonCode } from './reason.ts';
import { classifyRun } from './run-class.ts';
import { type RunKind, weekdays } from './vocabulary.ts';
import type { WeekInput } from './week-masks.ts';

type Refusal = Extract<
  ReasonCode,
  'ON_LONG' | 'AFTER_LONG' | 'ON_SPEED' | 'BEFORE_SPEED' | 'ON_RACE' | 'AFTER_RACE' | 'BEFORE_RACE'
>;

const ruleOf: Readonly<Record<Refusal, string>> = {
  ON_LONG: 'S21',
  AFTER_LONG: 'S22',
  ON_SPEED: 'S23',
  BEFORE_SPEED: 'S24',
  ON_RACE: 'RACE_DAY',
  AFTER_RACE: 'S22',
  BEFORE_RACE: 'S24',
};

/**
 * Why each day, Monday first, may not hold a full session: every reason, each naming the run that it protects. A legal day
 * has an empty list. Sources: the article (S21 to S24); race days as in rulebook 2.5.
 */
export function listRefusals(
  input: WeekInput & { readonly notes?: readonly (string | undefined)[] },
): readonly (readonly Reason[])[] {
  const { week, notes } = input;
  return weekdays.map((day, index) => {
    const reasons: Reason[] = [];
    const refuse = (
      code: Refusal | undefined,
      runIndex: number,
      run: RunKind,
      inWeek: 'this' | 'previous' | 'next',
    ) => {
      if (!code) return;
      const runDay = weekdays[runIndex] as string;
      const note = notes?.[runIndex];
      // A neighbouring week's run is only known by its kind, unless the week repeats itself.
      const known = inWeek === 'this' || (inWeek === 'previous' ? input.before : input.after) === undefined;
      reasons.push({
        code,
        rule: ruleOf[code],
        data: { day, runDay, run, week: inWeek, ...(note && known ? { note } : {}) },
      });
    };
    const own = week[index] as RunKind;
    refuse(refusalOn(own), index, own, 'this');
    const previous = index > 0 ? (week[index - 1] as RunKind) : (input.before ?? (week[6] as RunKind));
    refuse(refusalAfter(previous), (index + 6) % 7, previous, index > 0 ? 'this' : 'previous');
    const next = index < 6 ? (week[index + 1] as RunKind) : (input.after ?? (week[0] as RunKind));
    refuse(refusalBefore(next), (index + 1) % 7, next, index < 6 ? 'this' : 'next');
    const off = input.off?.[index];
    if (off) reasons.push({ code: 'TIME_OFF', rule: 'AVAILABILITY', data: { day, kind: off } });
    if (input.unavailable?.includes(day)) reasons.push({ code: 'UNAVAILABLE', rule: 'AVAILABILITY', data: { day } });
    return reasons;
  });
}

function refusalOn(run: RunKind): Refusal | undefined {
  const runClass = classifyRun(run);
  if (runClass === 'long') return 'ON_LONG';
  if (runClass === 'speed') return 'ON_SPEED';
  return runClass === 'race' ? 'ON_RACE' : undefined;
}

function refusalAfter(run: RunKind): Refusal | undefined {
  const runClass = classifyRun(run);
  if (runClass === 'long') return 'AFTER_LONG';
  return runClass === 'race' ? 'AFTER_RACE' : undefined;
}

function refusalBefore(run: RunKind): Refusal | undefined {
  const runClass = classifyRun(run);
  if (runClass === 'speed') return 'BEFORE_SPEED';
  return runClass === 'race' ? 'BEFORE_RACE' : undefined;
}
