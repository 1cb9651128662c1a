import fc from 'fast-check';
import { weekExemptions } from '../audit-input.ts';
import { exercises } from '../catalogue/catalogue.ts';
import { matchExercise } from '../notation/match-exercise.ts';
import type { Routine, RoutineDay, RoutineLine, RoutineSession, RoutineWeek } from '../notation/routine.ts';
import { addDays } from '../plain-date.ts';
import type { RunDay } from '../running-week.ts';
import { goals, loadUnits, runKinds, sessionLoads, weekdays } from '../vocabulary.ts';
import { arbitraryStart } from './arbitrary-profile.ts';

const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

/** Any text on one line, lone surrogates, quotes and keywords of the notation included. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '3x6',
        '3',
        'x',
        'rest',
        'for',
        '//',
        '"',
        '|',
        '@RIR2',
        'Week 3',
        'Monday:',
        '+ strength',
        'A1',
        'light',
        '#',
        '-',
        '(',
        'fast',
        '\\',
        '60kg',
        'to',
        'squats',
        '1.',
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((words) => words.join(' ')),
);
const comment = awkward
  .map((text) => text.replace(/[\n\r]/g, ' ').trim())
  .filter((text) => text !== '' && !/[\r\n]/.test(text));
const quotable = awkward.filter((text) => text !== '');

/** A name that the catalogue does not know under any spelling. */
export const unknownName = quotable.filter(
  (name) => name.length <= 120 && matchExercise(name) === undefined && !name.includes(' for '),
);

const amount = fc.oneof(
  fc.record({
    measure: fc.constant('reps' as const),
    amount: fc.integer({ min: 1, max: 50 }),
    range: orNull(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 25, max: 50 }))),
  }),
  fc.record({
    measure: fc.constant('seconds' as const),
    amount: fc.integer({ min: 5, max: 300 }),
    range: orNull(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 60, max: 300 }))),
  }),
  fc.constant({ measure: null, amount: null, range: null }),
);

export const arbitraryLine: fc.Arbitrary<RoutineLine> = fc
  .record({
    comments: fc.array(comment, { maxLength: 2 }),
    mark: orNull(
      fc.tuple(fc.constantFrom('A', 'B', 'Z'), fc.integer({ min: 0, max: 99 })).map((parts) => parts.join('')),
    ),
    exercise: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...exercises.map(({ id }) => id)) },
      { weight: 1, arbitrary: unknownName },
    ),
    sets: orNull(fc.integer({ min: 1, max: 6 })),
    dose: amount,
    perSide: fc.boolean(),
    load: orNull(fc.record({ hundredths: fc.integer({ min: 0, max: 100_000 }), unit: fc.constantFrom(...loadUnits) })),
    rir: orNull(fc.integer({ min: 0, max: 10 }).map((halves) => halves / 2)),
    restSeconds: orNull(fc.integer({ min: 0, max: 600 })),
    tempo: orNull(fc.tuple(fc.nat(99), fc.nat(9), fc.nat(9)).map((parts) => parts.join('-'))),
    explosive: fc.boolean(),
    goal: orNull(fc.constantFrom(...goals)),
    swapped: fc.boolean(),
    purpose: orNull(awkward),
  })
  .map(({ dose, ...line }) => ({ ...line, ...dose }));

const arbitraryRun: fc.Arbitrary<RunDay> = fc
  .record({
    kind: fc.constantFrom(...runKinds),
    distanceKm: fc.option(
      fc.integer({ min: 1, max: 20_000 }).map((hundredths) => hundredths / 100),
      { nil: undefined },
    ),
    note: fc.option(
      quotable.filter((note) => note.length <= 80),
      { nil: undefined },
    ),
  })
  .map(({ kind, distanceKm, note }) => ({
    kind,
    ...(distanceKm === undefined ? {} : { distanceKm }),
    ...(note === undefined ? {} : { note }),
  }));

const arbitrarySession: fc.Arbitrary<RoutineSession> = fc.record({
  name: orNull(quotable),
  load: orNull(fc.constantFrom(...sessionLoads)),
  lines: fc.array(arbitraryLine, { maxLength: 4 }),
});

const arbitraryDay: fc.Arbitrary<RoutineDay> = fc.oneof(
  fc.record({
    comments: fc.array(comment, { maxLength: 2 }),
    day: fc.constantFrom(...weekdays),
    run: orNull(arbitraryRun),
    session: orNull(arbitrarySession),
  }),
  fc.record({ comments: fc.constant([]), day: fc.constant(null), run: fc.constant(null), session: arbitrarySession }),
);

const withoutHeading: fc.Arbitrary<RoutineWeek> = fc.record({
  comments: fc.constant([]),
  weeks: fc.constant(null),
  startsOn: fc.constant(null),
  block: fc.constant(null),
  exemption: fc.constant(null),
  days: fc.array(arbitraryDay, { minLength: 1, maxLength: 3 }),
});

const withHeading = fc.record({
  comments: fc.array(comment, { maxLength: 2 }),
  length: fc.integer({ min: 1, max: 4 }),
  startsOn: orNull(fc.integer({ min: 0, max: 100 }).map((week) => addDays(arbitraryStart, week * 7))),
  block: orNull(fc.integer({ min: 1, max: 9 })),
  exemption: orNull(fc.constantFrom(...weekExemptions)),
  days: fc.array(arbitraryDay, { maxLength: 3 }),
});

/** Every routine that text can hold: with and without weeks, days, doses and names of the catalogue. */
export const arbitraryRoutine: fc.Arbitrary<Routine> = fc
  .record({
    title: orNull(quotable),
    first: fc.option(withoutHeading, { nil: undefined }),
    others: fc.array(withHeading, { maxLength: 4 }),
    comments: fc.array(comment, { maxLength: 2 }),
  })
  .map(({ title, first, others, comments }) => {
    let next = 1;
    const weeks = others.map(({ length, ...week }): RoutineWeek => {
      const from = next;
      next += length;
      return { ...week, weeks: [from, next - 1] };
    });
    return { title, weeks: first ? [first, ...weeks] : weeks, comments };
  });
