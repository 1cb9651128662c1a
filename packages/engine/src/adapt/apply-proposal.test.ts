import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import type { Program } from '../program.ts';
import type { Reason } from '../reason.ts';
import { estimateMinutes } from '../session-minutes.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { sessionOf } from '../testing/lived-program.ts';
import { applyProposal, isSkipped } from './apply-proposal.ts';
import { buildProposal, type ProposalEdit } from './proposal.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 4, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const { program } = built.value;
const why: Reason = { code: 'BACKOFF', rule: 'BACKOFF', data: { percent: 5 } };

const apply = (edits: readonly ProposalEdit[], from: Program = program) =>
  applyProposal(from, buildProposal({ topic: 'load', kind: 'change', why, edits }));
const made = (edits: readonly ProposalEdit[], from: Program = program) => {
  const applied = apply(edits, from);
  if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
  return applied.value;
};
const lineOf = (from: Program, key: string, slot: string) =>
  sessionOf(from, key).prescriptions.find((line) => line.slot === slot);
const line = lineOf(program, 'w02-A', 'A2');
if (!line) throw new Error('No deadlift');

const lighter: ProposalEdit = {
  kind: 'set_fields',
  session: 'w02-A',
  slot: 'A2',
  exerciseId: 'gx_deadlift',
  before: { load: inKg(50), amount: 4 },
  after: { load: inKg(47.5), amount: 5 },
  why,
};
const swap: ProposalEdit = {
  kind: 'replace',
  session: 'w02-A',
  slot: 'A2',
  before: 'gx_deadlift',
  after: { ...line, exerciseId: 'gx_hip_thrust' },
  why,
};
const leaveOut: ProposalEdit = { ...swap, after: null };
/** From Thursday to the open Friday after it. */
const move: ProposalEdit = { kind: 'move_session', session: 'w02-B', before: '2026-01-15', after: '2026-01-16', why };
const skip: ProposalEdit = {
  kind: 'skip_session',
  session: 'w02-A',
  before: '2026-01-12',
  why: { code: 'MISSED_DROP', rule: 'MISSED', data: {} },
};

describe('a proposal is made', () => {
  test('on the fields of one line, with its reason, and nowhere else', () => {
    const after = made([lighter]);
    expect(lineOf(after, 'w02-A', 'A2')).toMatchObject({ load: inKg(47.5), amount: 5, sets: line.sets });
    expect(lineOf(after, 'w02-A', 'A2')?.reasons).toContainEqual(why);
    expect(lineOf(after, 'w02-A', 'A1')).toEqual(lineOf(program, 'w02-A', 'A1'));
    for (const key of ['w01-A', 'w02-B', 'w03-A']) expect(sessionOf(after, key)).toBe(sessionOf(program, key));
    expect(lineOf(program, 'w02-A', 'A2')?.load).toEqual(inKg(50));
  });

  test('on the exercise in a slot, whose session is timed anew', () => {
    const after = sessionOf(made([{ ...swap, after: { ...line, exerciseId: 'gx_hip_thrust', sets: 1 } }]), 'w02-A');
    expect(after.prescriptions.map(({ exerciseId }) => exerciseId)).toEqual([
      'qd_rev_lunge',
      'gx_hip_thrust',
      'cg_double_loaded',
      'cl_side_plank',
    ]);
    expect(after.minutes).toBe(estimateMinutes(after.prescriptions));
    expect(after.minutes).toBeLessThan(sessionOf(program, 'w02-A').minutes);
    expect(after.reasons).toEqual(sessionOf(program, 'w02-A').reasons);
  });

  test('by leaving an exercise out, and the session says why', () => {
    const after = sessionOf(made([leaveOut]), 'w02-A');
    expect(after.prescriptions.map(({ slot }) => slot)).toEqual(['A1', 'A3', 'A4']);
    expect(after.reasons).toEqual([...sessionOf(program, 'w02-A').reasons, why]);
  });

  test('by moving a session; both days and the session say why', () => {
    const after = made([move]);
    expect(sessionOf(after, 'w02-B')).toMatchObject({ date: '2026-01-16', day: 'fri' });
    expect(sessionOf(after, 'w02-B').reasons).toEqual([...sessionOf(program, 'w02-B').reasons, why]);
    const verdicts = (from: Program) => Object.fromEntries((from.weeks[1]?.days ?? []).map((one) => [one.day, one]));
    const [was, is] = [verdicts(program), verdicts(after)];
    expect(is.thu).toEqual({ ...was.thu, placed: null, reasons: [why, ...(was.thu?.reasons ?? [])] });
    expect(is.fri).toEqual({ ...was.fri, placed: 'full', reasons: [why, ...(was.fri?.reasons ?? [])] });
    for (const day of ['mon', 'tue', 'wed', 'sat', 'sun']) expect(is[day]).toEqual(was[day]);
  });

  test('sessions stand in the order of their days afterwards', () => {
    const earlier: ProposalEdit = { ...move, session: 'w02-A', before: '2026-01-12', after: '2026-01-16' };
    expect(made([earlier]).weeks[1]?.sessions.map(({ key }) => key)).toEqual(['w02-B', 'w02-A']);
    expect(made([move]).weeks[1]?.sessions.map(({ key }) => key)).toEqual(['w02-A', 'w02-B']);
  });

  test('by letting a session go: it stays where it stands, and says so once', () => {
    const after = made([skip]);
    expect(isSkipped(sessionOf(program, 'w02-A'))).toBe(false);
    expect(isSkipped(sessionOf(after, 'w02-A'))).toBe(true);
    expect(sessionOf(after, 'w02-A').date).toBe('2026-01-12');
    expect(made([skip], after)).toBe(after);
  });

  test('in several places and weeks at once', () => {
    const after = made([lighter, { ...lighter, session: 'w03-A', before: { amount: 5 }, after: { amount: 6 } }, skip]);
    expect([lineOf(after, 'w02-A', 'A2')?.amount, lineOf(after, 'w03-A', 'A2')?.amount]).toEqual([5, 6]);
    expect(isSkipped(sessionOf(after, 'w02-A'))).toBe(true);
  });
});

describe('a proposal that changes nothing gives the same program', () => {
  test('a question or a note', () => {
    expect(made([])).toBe(program);
  });

  test.each<[string, ProposalEdit]>([
    ['fields', lighter],
    ['an exercise', swap],
    ['an exercise left out', leaveOut],
    ['a move', move],
    ['a session let go', skip],
  ])('made twice: %s', (_, edit) => {
    const once = made([edit]);
    expect(made([edit], once)).toBe(once);
  });
});

describe('a proposal that no longer fits names every place', () => {
  const changed = made([lighter]);
  test.each<[string, readonly ProposalEdit[], Program, readonly object[]]>([
    [
      'a session that is not there',
      [{ ...lighter, session: 'w09-A' }],
      program,
      [{ code: 'no_such_place', session: 'w09-A', slot: null }],
    ],
    ['a slot that is not there', [{ ...lighter, slot: 'A9' }], program, [{ code: 'no_such_place', slot: 'A9' }]],
    [
      'another exercise in the slot',
      [{ ...lighter, exerciseId: 'gx_hip_thrust' }],
      program,
      [{ code: 'no_such_place', session: 'w02-A', slot: 'A2' }],
    ],
    [
      'a value that is another by now',
      [{ ...lighter, before: { load: inKg(52.5), amount: 4 } }],
      program,
      [{ code: 'changed_since', session: 'w02-A', slot: 'A2' }],
    ],
    [
      'one of two values that is another by now',
      [{ ...lighter, after: { load: inKg(45), amount: 6 } }],
      changed,
      [{ code: 'changed_since', session: 'w02-A', slot: 'A2' }],
    ],
    [
      'an exercise that has gone',
      [{ ...swap, before: 'gx_rdl' }],
      program,
      [{ code: 'changed_since', session: 'w02-A', slot: 'A2' }],
    ],
    [
      'a slot for another exercise that is not there',
      [{ ...swap, slot: 'A9' }],
      program,
      [{ code: 'no_such_place', session: 'w02-A', slot: 'A9' }],
    ],
    [
      'a session that stands on another day by now',
      [{ ...move, before: '2026-01-14' }],
      program,
      [{ code: 'changed_since', session: 'w02-B', slot: null }],
    ],
    [
      'a day that has a session by now',
      [{ ...move, after: '2026-01-12' }],
      program,
      [{ code: 'changed_since', session: 'w02-B', slot: null }],
    ],
  ])('%s', (_, edits, from, problems) => {
    expect(apply(edits, from)).toMatchObject({ ok: false, problems });
  });

  test('and none of the others is made', () => {
    const both = apply([lighter, { ...lighter, session: 'w03-A', slot: 'A9' }, { ...skip, session: 'w09-B' }]);
    expect(both).toEqual({
      ok: false,
      problems: [
        { code: 'no_such_place', session: 'w03-A', slot: 'A9' },
        { code: 'no_such_place', session: 'w09-B', slot: null },
      ],
    });
  });

  test('half of it made already does not hide that the other half is another', () => {
    // The load is what it should be; the reps are not what they were.
    const half = made([{ ...lighter, before: { load: inKg(50) }, after: { load: inKg(47.5) } }]);
    expect(apply([{ ...lighter, before: { load: inKg(50), amount: 9 } }], half)).toMatchObject({ ok: false });
  });
});
