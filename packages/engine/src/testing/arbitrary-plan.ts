import fc from 'fast-check';
import { exercises } from '../catalogue/catalogue.ts';
import type { RoutineContext } from '../notation/read-routine.ts';
import { buildRoutineLine, type Routine, type RoutineDay, type RoutineLine } from '../notation/routine.ts';
import { addDays } from '../plain-date.ts';
import { goals, raceDistances, runKinds, sessionLoads, type Weekday, weekdays } from '../vocabulary.ts';
import { arbitraryStart } from './arbitrary-profile.ts';

const orNull = <Value>(arbitrary: fc.Arbitrary<Value>, freq = 2) => fc.option(arbitrary, { nil: null, freq });

/** A line as coaches and classes write them, good and bad. */
const plannedLine: fc.Arbitrary<RoutineLine> = fc
  .record({
    exercise: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...exercises.map(({ id }) => id)) },
      { weight: 1, arbitrary: fc.constantFrom('Burpees', 'Curtsy lunge', 'Core exercise', 'Push-ups', 'Leg press') },
    ),
    sets: fc.integer({ min: 1, max: 4 }),
    dose: fc.oneof(
      fc.record({ measure: fc.constant('reps' as const), amount: fc.constantFrom(1, 3, 5, 6, 8, 10, 12, 15, 20, 30) }),
      fc.record({ measure: fc.constant('seconds' as const), amount: fc.constantFrom(20, 30, 45, 60, 300) }),
      fc.constant({ measure: null, amount: null }),
    ),
    restSeconds: orNull(fc.constantFrom(0, 30, 90, 120, 180)),
    load: orNull(fc.constantFrom({ hundredths: 2000, unit: 'kg' as const }, { hundredths: 4500, unit: 'lb' as const })),
    goal: fc.option(fc.constantFrom(...goals), { nil: null, freq: 1 }),
    explosive: fc.constantFrom(false, false, false, true),
    mark: fc.constantFrom(null, null, null, 'A1', 'B1'),
  })
  .map(({ dose, ...line }) => buildRoutineLine({ ...line, ...dose }));

const plannedDay = fc.record({
  day: orNull(fc.constantFrom(...weekdays), 6),
  name: fc.constantFrom(null, null, 'A', 'B'),
  load: fc.constantFrom(null, null, ...sessionLoads),
  // Mostly an exercise stands once in a session.
  lines: fc.oneof(
    { weight: 5, arbitrary: fc.uniqueArray(plannedLine, { maxLength: 9, selector: ({ exercise }) => exercise }) },
    { weight: 1, arbitrary: fc.array(plannedLine, { maxLength: 6 }).map((lines) => lines.concat(lines.slice(0, 1))) },
  ),
});

const runWeek = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('rest' as const, 'easy' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...runKinds.filter((kind) => kind !== 'race')) },
  ),
  { minLength: 7, maxLength: 7 },
);

/** One week again and again, with or without a rise, or another each week. */
const plannedWeeks = fc
  .record({
    lengths: fc.integer({ min: 1, max: 14 }),
    templates: fc.array(fc.array(plannedDay, { minLength: 0, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
    isDated: fc.boolean(),
    hasHeadings: fc.boolean(),
    runs: orNull(runWeek, 4),
    blocks: fc.constantFrom(null, null, 3, 5, 8),
  })
  .map(({ lengths, templates, isDated, hasHeadings, runs, blocks }): Routine => {
    const count = hasHeadings ? lengths : 1;
    return {
      title: null,
      comments: [],
      weeks: Array.from({ length: count }, (_, index) => {
        const template = templates[index % templates.length] ?? [];
        const days: RoutineDay[] = template.map(({ day, name, load, lines }) => ({
          comments: [],
          day,
          run: null,
          session: { name, load, lines },
        }));
        const runDays: RoutineDay[] = (runs ?? []).map((kind, at) => ({
          comments: [],
          day: weekdays[at] as Weekday,
          run: { kind },
          session: null,
        }));
        return {
          comments: [],
          weeks: hasHeadings ? [index + 1, index + 1] : null,
          startsOn: hasHeadings && isDated ? addDays(arbitraryStart, index * 7) : null,
          block: blocks === null || !hasHeadings ? null : Math.floor(index / blocks) + 1,
          exemption: null,
          days: [...runDays, ...days],
        };
      }),
    };
  });

const context: fc.Arbitrary<RoutineContext> = fc.record({
  age: orNull(fc.integer({ min: 18, max: 80 })),
  runs: orNull(runWeek),
  weeks: fc.integer({ min: 1, max: 12 }),
  races: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .record({ day: fc.integer({ min: 3, max: 100 }), distance: fc.constantFrom(...raceDistances) })
        .map(({ day, distance }) => [{ date: addDays(arbitraryStart, day), distance, priority: 'A' as const }]),
    },
  ),
});

/** A routine with mistakes in it, and what is known about whoever does it. */
export const arbitraryPlan: fc.Arbitrary<{ readonly routine: Routine; readonly context: RoutineContext }> = fc.record({
  routine: plannedWeeks,
  context,
});
