import { decidePlacement } from './decide-placement.ts';
import { type PlacementInput, placeStrength, type Repair } from './placement.ts';
import { classifyRun } from './run-class.ts';
import { type RunClass, type RunKind, tiers, type Weekday, weekdays } from './vocabulary.ts';
import { readWeekMasks } from './week-masks.ts';

interface Candidate {
  readonly kind: Repair['kind'];
  readonly days: readonly number[];
  readonly week: readonly RunKind[];
}

/**
 * Changes to the running week that let more strength in, best first: by the tier they reach, then a swap of two days before
 * a speed run made easy, then without moving the long run, then between the nearest days, then earlier. A swap that makes
 * more hard days stand back to back is never offered, and a race is never moved (rulebook 1, repair). Empty at T0.
 */
export function suggestRepairs(input: PlacementInput): readonly Repair[] {
  const tierOf = (week: readonly RunKind[]) =>
    tiers.indexOf(decidePlacement(readWeekMasks({ ...input, week }), input.sessions).tier);
  const current = tierOf(input.week);
  if (current === 0) return [];

  // Equal tiers stay as listed.
  return [...listSwaps(input), ...listDowngrades(input.week)]
    .map((candidate) => ({ ...candidate, tier: tierOf(candidate.week) }))
    .filter(({ tier }) => tier < current)
    .sort((one, other) => one.tier - other.tier)
    .map(({ kind, days, week }): Repair => {
      const gives = placeStrength({ ...input, week, notes: undefined });
      const [first, second] = days.map((index) => weekdays[index] as Weekday) as [Weekday, Weekday];
      return kind === 'swap'
        ? { kind, days: [first, second], week, gives }
        : { kind, day: first, to: 'easy', week, gives };
    });
}

/** The long run stays where it can, then the nearest days come first, then the earlier ones. */
function listSwaps(input: PlacementInput): readonly Candidate[] {
  const { week } = input;
  const hardPairs = countHardPairs(input);
  const swaps: (Candidate & { readonly movesLong: number })[] = [];
  for (let apart = 1; apart < 7; apart += 1) {
    for (let first = 0; first + apart < 7; first += 1) {
      const second = first + apart;
      const kinds = [week[first] as RunKind, week[second] as RunKind] as const;
      if (kinds.includes('race')) continue;
      const swapped = week.with(first, kinds[1]).with(second, kinds[0]);
      if (countHardPairs({ ...input, week: swapped }) > hardPairs) continue;
      const movesLong = kinds.includes('long') ? 1 : 0;
      swaps.push({ kind: 'swap', days: [first, second], week: swapped, movesLong });
    }
  }
  return swaps.sort((one, other) => one.movesLong - other.movesLong);
}

function listDowngrades(week: readonly RunKind[]): readonly Candidate[] {
  return week.flatMap((run, day) =>
    classifyRun(run) === 'speed' ? [{ kind: 'downgrade' as const, days: [day], week: week.with(day, 'easy') }] : [],
  );
}

const hardClasses: ReadonlySet<RunClass> = new Set(['long', 'speed', 'race']);

/** Hard days that stand back to back. Wrapped, Sunday and Monday are one pair; with real neighbours each end has its own. */
function countHardPairs({ week, before, after }: PlacementInput): number {
  const [monday, sunday] = [week[0] as RunKind, week[6] as RunKind];
  const isWrapped = before === undefined && after === undefined;
  const runs = [...(isWrapped ? [] : [before ?? sunday]), ...week, after ?? monday];
  const hard = runs.map((run) => hardClasses.has(classifyRun(run)));
  return hard.filter((isHard, day) => isHard && hard[day + 1]).length;
}
