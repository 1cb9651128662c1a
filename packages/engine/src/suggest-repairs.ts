import { decidePlacement } from './decide-placement.ts';
import { type PlacementInput, placeStrength, type Repair } from './placement.ts';
import { classifyRun } from './run-class.ts';
import { type RunKind, tiers, type Weekday, weekdays } from './vocabulary.ts';
import { readWeekMasks } from './week-masks.ts';

interface Candidate {
  readonly week: readonly RunKind[];
  /** Compared from left to right, smaller is better. */
  readonly rank: readonly number[];
  readonly days: readonly number[];
  readonly kind: Repair['kind'];
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

  return [...listSwaps(input), ...listDowngrades(input.week)]
    .map((candidate) => ({ ...candidate, tier: tierOf(candidate.week) }))
    .filter(({ tier }) => tier < current)
    .sort((a, b) => a.tier - b.tier || compareRanks(a.rank, b.rank))
    .map(({ kind, days, week }): Repair => {
      const gives = placeStrength({ ...input, week, notes: undefined });
      const [first, second] = days.map((index) => weekdays[index] as Weekday) as [Weekday, Weekday];
      return kind === 'swap'
        ? { kind, days: [first, second], week, gives }
        : { kind, day: first, to: 'easy', week, gives };
    });
}

function listSwaps(input: PlacementInput): Candidate[] {
  const { week } = input;
  const hardPairs = countHardPairs(input);
  const swaps: Candidate[] = [];
  for (let first = 0; first < 6; first += 1) {
    for (let second = first + 1; second < 7; second += 1) {
      const kinds = [week[first] as RunKind, week[second] as RunKind] as const;
      if (kinds[0] === kinds[1] || kinds.includes('race')) continue;
      const swapped = week.with(first, kinds[1]).with(second, kinds[0]);
      if (countHardPairs({ ...input, week: swapped }) > hardPairs) continue;
      const movesLong = kinds.includes('long') ? 1 : 0;
      swaps.push({
        kind: 'swap',
        days: [first, second],
        week: swapped,
        rank: [0, movesLong, second - first, first],
      });
    }
  }
  return swaps;
}

function listDowngrades(week: readonly RunKind[]): Candidate[] {
  return week.flatMap((run, day) =>
    classifyRun(run) === 'speed'
      ? [{ kind: 'downgrade' as const, days: [day], week: week.with(day, 'easy'), rank: [1, 0, 0, day] }]
      : [],
  );
}

/** Hard days that stand back to back, the real neighbours or the wrap included. */
function countHardPairs({ week, before, after }: PlacementInput): number {
  const isHard = (run: RunKind | undefined) => {
    if (run === undefined) return false;
    const runClass = classifyRun(run);
    return runClass === 'long' || runClass === 'speed' || runClass === 'race';
  };
  let count = 0;
  for (let day = 0; day < 6; day += 1) if (isHard(week[day]) && isHard(week[day + 1])) count += 1;
  // Wrapped, Sunday and Monday are one pair; with real neighbours each end has its own.
  if (before === undefined || after === undefined) {
    if (isHard(week[6]) && isHard(week[0])) count += 1;
  }
  if (before !== undefined && isHard(before) && isHard(week[0])) count += 1;
  if (after !== undefined && isHard(week[6]) && isHard(after)) count += 1;
  return count;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] as number) - (b[index] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
