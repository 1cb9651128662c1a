import fc from 'fast-check';
import { articleRules, type ClientRules } from '../adapt/rule-set.ts';
import { type BuildInput, buildProgram } from '../build-program.ts';
import { exercises } from '../catalogue/catalogue.ts';
import { applyEdit, type PrescriptionFields, type ProgramEdit } from '../edit-program.ts';
import { addDays } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { Program } from '../program.ts';
import { goals } from '../vocabulary.ts';
import { arbitraryBuildInput } from './arbitrary-profile.ts';

const arbitraryFields: fc.Arbitrary<PrescriptionFields> = fc.record(
  {
    exerciseId: fc.constantFrom(...exercises.map(({ id }) => id)),
    goal: fc.constantFrom(...goals),
    sets: fc.integer({ min: 0, max: 7 }),
    amount: fc.integer({ min: 0, max: 60 }),
    load: fc.option(fc.record({ hundredths: fc.integer({ min: -1, max: 100_001 }), unit: fc.constant('kg' as const) })),
    rir: fc.option(fc.integer({ min: -1, max: 11 }).map((halves) => halves / 2)),
    restSeconds: fc.integer({ min: -10, max: 610 }),
    tempo: fc.option(fc.constantFrom('3-1-1', '2-0-2', 'slow')),
  },
  { requiredKeys: [] },
);

/** An edit of one of the program's sessions; about half of them can't be made. */
export const arbitraryEdit = (before: Program): fc.Arbitrary<ProgramEdit> => {
  const places = before.weeks.flatMap(({ sessions, startsOn }) => sessions.map((session) => ({ session, startsOn })));
  return fc.constantFrom(...places).chain(({ session, startsOn }) => {
    const slots = ['A1', ...session.prescriptions.map(({ slot }) => slot)];
    const place = {
      session: fc.constant(session.key),
      reach: fc.constantFrom('session' as const, 'block' as const),
      slot: fc.constantFrom(...slots),
    };
    const exerciseId = fc.constantFrom(...exercises.map(({ id }) => id));
    return fc.oneof(
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('set_prescription' as const), ...place, fields: arbitraryFields }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove_slot' as const), ...place }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('pair_slots' as const), ...place, partner: place.slot }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('unpair_slot' as const), ...place }) },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('move_slot' as const), ...place, to: fc.constantFrom(...slots) }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('add_slot' as const),
          session: place.session,
          reach: place.reach,
          exerciseId,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('move_session' as const),
          session: place.session,
          date: fc.integer({ min: -1, max: 7 }).map((day) => addDays(startsOn, day)),
          reason: fc.constantFrom('She has only that evening', ''),
        }),
      },
    );
  });
};

export interface EditedProgram {
  readonly input: BuildInput;
  readonly profile: Profile;
  readonly before: Program;
  readonly change: ProgramEdit;
}

/** A built program that has sessions, with an edit of it. */
export const arbitraryEdited: fc.Arbitrary<EditedProgram> = arbitraryBuildInput
  .map((input) => ({ input, built: buildProgram(input) }))
  .filter(({ built }) => built.ok && built.value.program.weeks.some(({ sessions }) => sessions.length > 0))
  .chain(({ input, built }) => {
    if (!built.ok) throw new Error('Filtered');
    const before = built.value.program;
    return fc.record({
      input: fc.constant(input),
      profile: fc.constant(input.profile),
      before: fc.constant(before),
      change: arbitraryEdit(before),
    });
  });

/** The program after the edits of the list that can be made, one upon the other. */
export const applyAll = (
  program: Program,
  edits: readonly ProgramEdit[],
  profile: Profile,
  rules: ClientRules = articleRules,
): Program =>
  edits.reduce((now, edit) => {
    const edited = applyEdit(now, edit, profile, rules);
    return edited.ok ? edited.value : now;
  }, program);

/** A built program and the same after up to twelve edits by its coach. */
export const arbitraryCoached: fc.Arbitrary<{
  readonly input: BuildInput;
  readonly built: Program;
  readonly coached: Program;
}> = arbitraryEdited.chain(({ input, before }) =>
  fc.array(arbitraryEdit(before), { minLength: 1, maxLength: 12 }).map((edits) => ({
    input,
    built: before,
    coached: applyAll(before, edits, input.profile, input.rules),
  })),
);
