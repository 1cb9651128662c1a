import type { StoredRunningWeek } from '@groundwork/api/views/running';
import { placeUnder } from '@groundwork/engine/adapt/place-under';
import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import type { Placement, Repair } from '@groundwork/engine/placement';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { suggestRepairs } from '@groundwork/engine/suggest-repairs';
import type { Weekday } from '@groundwork/engine/vocabulary';
import { findRunningWeek, findUsualWeek, hasOwnWeek, listKinds, type WeekScope } from './resolve-week.ts';

export interface PlacedWeek {
  readonly placement: Placement;
  readonly repairs: readonly Repair[];
}

/** Places strength in an edited week between its real neighbours: the stored weeks before and after, and the races on their dates. */
export function placeWeek({
  week,
  scope,
  monday,
  stored,
  races,
  unavailable,
  rules,
}: {
  readonly week: RunningWeek;
  readonly scope: WeekScope;
  readonly monday: PlainDate;
  readonly stored: readonly Pick<StoredRunningWeek, 'scope' | 'startsOn' | 'days'>[];
  readonly races: readonly { readonly date: PlainDate }[];
  readonly unavailable: readonly Weekday[];
  /** The client's. */
  readonly rules: ClientRules;
}): PlacedWeek {
  const previous = addDays(monday, -7);
  const next = addDays(monday, 7);
  const before = findRunningWeek(stored, previous);
  // A new usual week is also next week's, unless that one has its own entry or a later usual week begins there.
  const startsAnew = stored.some((one) => one.scope === 'from' && one.startsOn === next);
  const after =
    scope === 'only' || hasOwnWeek(stored, next) || startsAnew
      ? (findRunningWeek(stored, next) ?? findUsualWeek(stored, next))
      : week;
  const input = {
    week: listKinds(week, monday, races),
    notes: week.map((day) => day.note),
    ...(before ? { before: listKinds(before, previous, races)[6] } : {}),
    ...(after ? { after: listKinds(after, next, races)[0] } : {}),
    sessions: 2 as const,
    unavailable,
  };
  return { placement: placeUnder(rules, input), repairs: suggestRepairs(input) };
}
