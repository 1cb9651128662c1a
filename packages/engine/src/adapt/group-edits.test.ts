import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { sessionOf } from '../testing/lived-program.ts';
import { groupEdits } from './group-edits.ts';
import type { ProposedChange } from './proposed-change.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 6, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const session = sessionOf(built.value.program, 'w02-A');

type Field = ProposedChange['target']['field'];
const change = (exerciseId: string | null, field: Field, more: Partial<ProposedChange> = {}): ProposedChange => ({
  code: 'BACKOFF',
  rule: 'BACKOFF',
  data: { percent: 5 },
  kind: 'change',
  target: { exerciseId, session: 'w02-A', field },
  before: 3,
  after: 2,
  ...more,
});
const sets = (exerciseId: string, more?: Partial<ProposedChange>) => change(exerciseId, 'sets', more);
const tell = (changes: Parameters<typeof groupEdits>[1], within = session) =>
  groupEdits(within, changes).map(({ kind, edit }) => `${kind} ${edit.slot} ${Object.keys(edit.after).join('+')}`);

describe('changes of single fields', () => {
  test('of one prescription are one edit, and the reason of the first stands for all', () => {
    const load = { code: 'GAP_EASE', rule: 'GAP', data: {}, before: inKg(50), after: inKg(45) };
    expect(groupEdits(session, [sets('gx_deadlift'), change('gx_deadlift', 'load', load)])).toEqual([
      {
        kind: 'change',
        edit: {
          kind: 'set_fields',
          session: 'w02-A',
          slot: 'A2',
          exerciseId: 'gx_deadlift',
          before: { sets: 3, load: inKg(50) },
          after: { sets: 2, load: inKg(45) },
          why: { code: 'BACKOFF', rule: 'BACKOFF', data: { percent: 5 } },
        },
      },
    ]);
  });

  test('a reason that is given stands before the change’s own', () => {
    const why = { code: 'READY_AMBER', rule: 'READINESS', data: {} };
    const [edit] = groupEdits(session, [{ ...sets('gx_deadlift'), why }, change('gx_deadlift', 'rir')]);
    expect(edit?.edit.why).toEqual(why);
  });

  test('of two prescriptions, or of two kinds, stay apart', () => {
    const pinned = { kind: 'suggestion' } as const;
    expect(tell([sets('gx_deadlift'), sets('qd_rev_lunge'), change('gx_deadlift', 'rir', pinned)])).toEqual([
      'change A2 sets',
      'change A1 sets',
      'suggestion A2 rir',
    ]);
  });

  test('an exercise that stands in two slots is told apart by its slot', () => {
    const [lunge, ...others] = session.prescriptions;
    if (!lunge) throw new Error('No lunge');
    const twice = { ...session, prescriptions: [lunge, ...others, { ...lunge, slot: 'A5' }] };
    expect(tell([{ ...sets(lunge.exerciseId), slot: 'A5' }], twice)).toEqual(['change A5 sets']);
  });

  test('what is about the session, another exercise for it, or one it does not have, is no edit of fields', () => {
    expect(tell([change(null, 'session'), change('gx_deadlift', 'exerciseId'), sets('pl_rope')])).toEqual([]);
  });
});
