import { explainDay, labelDay } from '@groundwork/engine/explain';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import type { ProgramWeek } from '@groundwork/engine/program';
import type { RunDay } from '@groundwork/engine/running-week';
import type { Weekday } from '@groundwork/engine/vocabulary';
import { weekdays } from '@groundwork/engine/vocabulary';
import type { WeekStripDay } from '@groundwork/ui/training/week-strip-day';
import type { ReactNode } from 'react';
import { shortRunLabels } from '../lib/labels.ts';

/** A program's week as the strip shows it: the runs it was built around, and strength or the reason against it. */
export function buildStripDays({
  week,
  profile,
  today,
  lockedKeys,
  actsOf,
}: {
  readonly week: ProgramWeek;
  readonly profile: Pick<Profile, 'runningWeek' | 'weekOverrides' | 'races'>;
  readonly today: PlainDate;
  readonly lockedKeys: ReadonlySet<string>;
  /** What can be done about a refused day. */
  readonly actsOf: (day: Weekday) => ReactNode;
}): readonly WeekStripDay[] {
  const runs = profile.weekOverrides[week.startsOn] ?? profile.runningWeek;
  return weekdays.map((day, index): WeekStripDay => {
    const date = addDays(week.startsOn, index);
    const run = runs[index] as RunDay;
    const race = profile.races.find((one) => one.date === date);
    const session = week.sessions.find((one) => one.date === date);
    const verdict = week.days[index];
    const why = verdict
      ? {
          explanation: explainDay(week.days, day),
          ruleHref: `/rules/${verdict.reasons[0]?.rule}`,
          ...(verdict.legal || session ? {} : { actions: actsOf(day) }),
        }
      : undefined;
    return {
      day,
      date,
      run: race ? 'race' : run.kind,
      runWords: race ? 'Race' : describeRun(run),
      detail: race ? '' : (run.note ?? ''),
      today: date === today,
      strength: session
        ? {
            kind: 'placed',
            label: `Strength ${session.label}${session.load === 'full' ? '' : `, ${session.load}`}`,
            done: lockedKeys.has(session.key),
            ...(why ? { why } : {}),
          }
        : verdict && !verdict.legal
          ? { kind: 'refused', words: labelDay(verdict) ?? 'not used', ...(why ? { why } : {}) }
          : { kind: 'open' },
    };
  });
}

/** "Easy 8 km", "No run". */
function describeRun({ kind, distanceKm }: RunDay): string {
  if (kind === 'rest') return 'No run';
  return `${shortRunLabels[kind]}${distanceKm === undefined ? '' : ` ${distanceKm} km`}`;
}
