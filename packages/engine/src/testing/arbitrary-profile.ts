import fc from 'fast-check';
import { articleRules, mostSessions } from '../adapt/rule-set.ts';
import { type Screening, screen } from '../adapt/screen.ts';
import type { BuildInput } from '../build-program.ts';
import { exercises } from '../catalogue/catalogue.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { Profile, Race, TimeOff } from '../profile.ts';
import type { RunningWeek } from '../running-week.ts';
import { splitBlocks } from '../split-blocks.ts';
import {
  equipment,
  experiences,
  loadUnits,
  painSites,
  raceDistances,
  racePriorities,
  runKinds,
  weekdays,
} from '../vocabulary.ts';
import { arbitraryRules } from './arbitrary-rules.ts';

/** The Monday on which every arbitrary program starts. */
export const arbitraryStart: PlainDate = '2026-01-05';
const longestWeeks = 52;

const arbitraryRunKind = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('rest' as const, 'easy' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...runKinds.filter((kind) => kind !== 'race')) },
);

export const arbitraryRunningWeek: fc.Arbitrary<RunningWeek> = fc
  .tuple(
    arbitraryRunKind,
    arbitraryRunKind,
    arbitraryRunKind,
    arbitraryRunKind,
    arbitraryRunKind,
    arbitraryRunKind,
    arbitraryRunKind,
  )
  .map(
    ([mon, tue, wed, thu, fri, sat, sun]): RunningWeek => [
      { kind: mon },
      { kind: tue },
      { kind: wed },
      { kind: thu },
      { kind: fri },
      { kind: sat },
      { kind: sun },
    ],
  );

/** Up to three, from before the start to after the end of the longest program. */
const arbitraryRaces: fc.Arbitrary<readonly Race[]> = fc
  .uniqueArray(
    fc.record({
      day: fc.integer({ min: -20, max: longestWeeks * 7 + 20 }),
      distance: fc.constantFrom(...raceDistances),
      priority: fc.constantFrom(...racePriorities),
    }),
    { maxLength: 3, selector: ({ day }) => day },
  )
  .map((races) =>
    races
      .sort((one, other) => one.day - other.day)
      .map(({ day, distance, priority }) => ({ date: addDays(arbitraryStart, day), distance, priority })),
  );

/** Up to three, none over another, from before the start to after the end. */
const arbitraryTimeOff: fc.Arbitrary<readonly TimeOff[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: -20, max: longestWeeks * 7 + 20 }),
      days: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 45 })),
      off: fc.constantFrom(
        { kind: 'sick', work: 'none' } as const,
        { kind: 'holiday', work: 'none' } as const,
        { kind: 'holiday', work: 'bodyweight' } as const,
      ),
    }),
    { maxLength: 3 },
  )
  .map((spans) =>
    spans
      .sort((one, other) => one.day - other.day)
      .filter(({ day }, index) => spans.slice(0, index).every((before) => before.day + before.days <= day))
      .map(({ day, days, off }) => ({
        from: addDays(arbitraryStart, day),
        to: addDays(arbitraryStart, day + days - 1),
        ...off,
      })),
  );

/** What the health questions may come to, for the age and the day that the program starts. */
const arbitraryScreening = (age: number): fc.Arbitrary<Screening> =>
  fc
    .record({
      answers: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      hasChanged: fc.boolean(),
      isCleared: fc.boolean(),
      pregnantWeeks: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
      weeksSinceBirth: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
      hasOsteoporosis: fc.boolean(),
      hasFragilityFracture: fc.boolean(),
      hasBoneStressHistory: fc.boolean(),
      hasLowEnergySigns: fc.boolean(),
    })
    .map((answers) => screen({ ...answers, age, answeredOn: arbitraryStart, today: arbitraryStart }));

const arbitraryOverrides = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -1, max: longestWeeks }), arbitraryRunningWeek), {
    maxLength: 6,
    selector: ([week]) => week,
  })
  .map((weeks) =>
    Object.fromEntries(
      weeks.sort(([one], [other]) => one - other).map(([week, runs]) => [addDays(arbitraryStart, week * 7), runs]),
    ),
  );

const arbitraryWorkingLoads = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(...exercises.filter(({ loadType }) => loadType === 'external').map(({ id }) => id)),
      fc.record({ hundredths: fc.integer({ min: 1, max: 100_000 }), unit: fc.constantFrom(...loadUnits) }),
    ),
    { maxLength: 8, selector: ([id]) => id },
  )
  .map((loads) => Object.fromEntries(loads.sort(([one], [other]) => (one < other ? -1 : 1))));

/** Every kind of runner: any week, kit, pain, age from 13 to 90, time from 15 to 120 minutes, races and days off. */
export const arbitraryProfile: fc.Arbitrary<Profile> = fc
  .record({
    age: fc.integer({ min: 13, max: 90 }),
    experience: fc.constantFrom(...experiences),
    runningMonths: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 600 })),
    equipment: fc.oneof(fc.subarray([...equipment]), fc.constant([]), fc.constant([...equipment])),
    minutesPerSession: fc.integer({ min: 15, max: 120 }),
    painSites: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 3, arbitrary: fc.subarray([...painSites], { maxLength: 2 }) },
      { weight: 1, arbitrary: fc.subarray([...painSites]) },
    ),
    runningWeek: arbitraryRunningWeek,
    weekOverrides: arbitraryOverrides,
    unavailable: fc.oneof(fc.constant([]), fc.subarray([...weekdays], { maxLength: 3 }), fc.subarray([...weekdays])),
    races: arbitraryRaces,
    timeOff: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: arbitraryTimeOff }),
    unit: fc.constantFrom(...loadUnits),
    workingLoads: arbitraryWorkingLoads,
  })
  .chain((profile) =>
    fc
      .oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: arbitraryScreening(profile.age) })
      .map((screening) => ({ ...profile, screening })),
  );

/** Whatever a coach may ask to have built. */
export const arbitraryBuildInput: fc.Arbitrary<BuildInput> = fc
  .record({
    profile: arbitraryProfile,
    startsOn: fc.constant(arbitraryStart),
    weeks: fc.integer({ min: 4, max: longestWeeks }).filter((weeks) => splitBlocks(weeks) !== undefined),
    sessionsPerWeek: fc.constantFrom(1 as const, 2 as const),
    rules: fc.oneof({ weight: 2, arbitrary: fc.constant(articleRules) }, { weight: 1, arbitrary: arbitraryRules }),
  })
  // Three where they are allowed and two were drawn.
  .map((input) => ({
    ...input,
    sessionsPerWeek: input.sessionsPerWeek === 2 && mostSessions(input.rules) === 3 ? 3 : input.sessionsPerWeek,
  }));
