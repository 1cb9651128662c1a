import { convertLoad, type Load } from '../load.ts';
import type { LoadUnit } from '../vocabulary.ts';
import type { ExerciseLog, PerformedSet } from './exercise-log.ts';

/** A log as the rules read it. */
export interface Exposure {
  /** The load of most sets, the lighter of equals, in the unit asked for; null when nothing was loaded. */
  readonly load: Load | null;
  /** One for each planned set, the weaker side; 0 for a set that was not done. Sets beyond the plan are not counted. */
  readonly amounts: readonly number[];
  /** The lowest reserve that was reported, and the mean of all; null without a report. */
  readonly lowestReserve: number | null;
  readonly meanReserve: number | null;
}

/** What a log says, set by set: short sets count as misses, missing reserves say nothing. */
export function readExposure({ planned, sets }: ExerciseLog, unit: LoadUnit): Exposure {
  const counted = sets.slice(0, planned.sets);
  const reserves = counted.flatMap(({ rir }) => (rir === null ? [] : [rir]));
  return {
    load: findUsualLoad(counted, unit),
    amounts: Array.from({ length: planned.sets }, (_, index) => weakerSide(counted[index])),
    lowestReserve: reserves.length === 0 ? null : Math.min(...reserves),
    meanReserve: reserves.length === 0 ? null : reserves.reduce((sum, rir) => sum + rir, 0) / reserves.length,
  };
}

function weakerSide(set: PerformedSet | undefined): number {
  return set === undefined ? 0 : Math.min(set.amount, set.amountOtherSide ?? set.amount);
}

function findUsualLoad(sets: readonly PerformedSet[], unit: LoadUnit): Load | null {
  const counts = new Map<number, number>();
  for (const { load } of sets) {
    if (load === null || load.hundredths === 0) continue;
    const { hundredths } = convertLoad(load, unit);
    counts.set(hundredths, (counts.get(hundredths) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([one, often], [other, less]) => less - often || one - other);
  return usual === undefined ? null : { hundredths: usual[0], unit };
}
