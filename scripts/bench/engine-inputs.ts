import type { PlacementInput } from '@groundwork/engine/placement';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { Profile } from '@groundwork/engine/profile';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { type SeededRandom, seedRandom } from '@groundwork/engine/simulate/seeded-random';
import { equipment, experiences, painSites, raceDistances, runKinds, weekdays } from '@groundwork/engine/vocabulary';

/** A Monday. */
export const startsOn: PlainDate = '2026-01-05';

const commonWeeks: readonly (readonly RunningWeek[number]['kind'][])[] = [
  ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'],
  ['rest', 'tempo', 'easy', 'interval', 'rest', 'easy', 'long'],
  ['easy', 'rest', 'easy', 'hills', 'rest', 'long', 'easy'],
  ['rest', 'easy', 'rest', 'easy', 'rest', 'long', 'rest'],
];

/** Any week that can be written down, hard days in a row included: what a search has to cope with. */
export function listPlacementProblems(count: number): readonly PlacementInput[] {
  const random = seedRandom(1);
  // Drawn evenly, hard days would crowd out the weeks that take a search.
  const pickKind = () => (random.chance(0.6) ? random.pick(['rest', 'easy'] as const) : random.pick(runKinds));
  return Array.from({ length: count }, () => ({
    week: Array.from({ length: 7 }, pickKind),
    before: pickKind(),
    after: pickKind(),
    sessions: 2 as const,
    unavailable: weekdays.filter(() => random.chance(0.1)),
  }));
}

/** Runners as a practice has them: most weeks are sensible, some hurt somewhere, some race, a week in ten differs. */
export function listProfiles(count: number, weeks: number): readonly Profile[] {
  const random = seedRandom(2);
  return Array.from({ length: count }, () => {
    const runningWeek = buildWeek(random);
    return {
      age: random.whole(18, 67),
      experience: random.pick(experiences),
      runningMonths: random.whole(0, 119),
      equipment: equipment.filter(() => random.chance(0.6)),
      minutesPerSession: 30 + 5 * random.whole(0, 6),
      painSites: painSites.filter(() => random.chance(0.05)),
      runningWeek,
      weekOverrides: Object.fromEntries(
        Array.from({ length: weeks }, (_, week) => addDays(startsOn, week * 7))
          .filter(() => random.chance(0.1))
          .map((monday) => [monday, buildWeek(random)]),
      ),
      unavailable: weekdays.filter(() => random.chance(0.1)),
      races: random.chance(0.5)
        ? [
            {
              date: addDays(startsOn, 7 * random.whole(8, Math.max(8, weeks - 1)) + 6),
              distance: random.pick(raceDistances),
              priority: 'A' as const,
            },
          ]
        : [],
      timeOff: [],
      screening: null,
      unit: 'kg' as const,
      workingLoads: { gx_deadlift: { hundredths: 4000 + 250 * random.whole(0, 19), unit: 'kg' as const } },
    };
  });
}

function buildWeek(random: SeededRandom): RunningWeek {
  const kinds = random.pick(commonWeeks);
  const turned = random.whole(0, 6);
  const [mon, tue, wed, thu, fri, sat, sun] = kinds.map((_, day) => ({ kind: kinds[(day + turned) % 7] ?? 'rest' }));
  if (!mon || !tue || !wed || !thu || !fri || !sat || !sun) throw new RangeError('A week has seven days.');
  return [mon, tue, wed, thu, fri, sat, sun];
}
