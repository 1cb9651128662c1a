import { buildProgram } from '@groundwork/engine/build-program';
import type { Program } from '@groundwork/engine/program';
import { articleRunner } from '@groundwork/engine/testing/article-runner';
import { describe, expect, it } from 'vitest';
import { applyEdit, type ProgramEdit } from './apply-edit.ts';

function build(): Program {
  const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value.program;
}

const program = build();
const session = program.weeks[2]?.sessions[0];
if (!session) throw new Error('The third week has no session');
const [first, second] = session.prescriptions;
if (!first || !second) throw new Error('The session has no two slots');
const other = program.weeks[2]?.sessions[1];

type Fields = Extract<ProgramEdit, { kind: 'set_prescription' }>['fields'];
const set = (fields: Fields, slot = first.slot): ProgramEdit => ({
  kind: 'set_prescription',
  session: session.key,
  slot,
  reach: 'session',
  fields,
});
const apply = (edit: ProgramEdit, before = program) => applyEdit(before, edit, articleRunner);
const messageOf = (edit: ProgramEdit): string | undefined => {
  const applied = apply(edit);
  return applied.ok ? undefined : applied.message;
};
describe('applyEdit', () => {
  it('sets a value', () => {
    const applied = apply(set({ restSeconds: 240 }));
    if (!applied.ok) throw new Error(applied.message);
    expect(applied.program.weeks[2]?.sessions[0]?.prescriptions[0]).toMatchObject({
      restSeconds: 240,
      pinned: ['restSeconds'],
    });
  });

  it('asks why on a day that a rule refuses, and takes the reason', () => {
    const against: ProgramEdit = { kind: 'move_session', session: session.key, date: '2026-01-20' };
    expect(messageOf(against)).toBe('Rule S24 speaks against Tuesday. Say why it is right all the same.');
    expect(messageOf({ ...against, reason: 'Her only free evening' })).toBeUndefined();
  });

  it.each([
    ['more sets than a slot holds', { sets: 7 }, 'Sets: between 1 and 6.'],
    ['half a set', { sets: 2.5 }, 'Sets: a whole number.'],
    ['a rest past ten minutes', { restSeconds: 601 }, 'The rest: between 0 and 600.'],
    ['a third of a rep in reserve', { rir: 1.3 }, 'The reserve: in half steps.'],
    ['a tempo of words', { tempo: 'slow' }, 'A tempo such as 3-1-1.'],
    ['no field at all', {}, 'That changes nothing.'],
    ['an exercise nobody knows', { exerciseId: 'flying' }, 'The catalogue has no such exercise.'],
  ] as const)('says in a sentence what is wrong with %s', (_words, fields, sentence) => {
    expect(messageOf(set(fields))).toBe(sentence);
  });

  it('names an exercise that is in the session already', () => {
    expect(messageOf(set({ exerciseId: second.exerciseId }))).toMatch(/ is in this session already\.$/);
  });

  it('says every problem of one edit', () => {
    expect(messageOf(set({ sets: 9, restSeconds: 900 }))).toBe('Sets: between 1 and 6. The rest: between 0 and 600.');
  });

  it('has one sentence for a slot and for a session that another coach took out', () => {
    const gone = 'This slot is no longer in the draft.';
    expect(messageOf(set({ sets: 2 }, 'A9'))).toBe(gone);
    expect(messageOf({ kind: 'move_session', session: 'w99-A', date: '2026-01-20' })).toBe(gone);
  });

  it('keeps a session in its week, named by its days', () => {
    expect(messageOf({ kind: 'move_session', session: session.key, date: '2026-03-02' })).toMatch(
      /^It stays in its week, .*19.* to .*25/,
    );
    expect(messageOf({ kind: 'move_session', session: session.key, date: '2026-02-30' })).toBe(
      'There is no such date.',
    );
  });

  it('keeps two sessions off one day', () => {
    if (!other) throw new Error('The third week has no second session');
    expect(messageOf({ kind: 'move_session', session: session.key, date: other.date })).toBe(
      'The other session stands on that day.',
    );
  });

  it('leaves the program it was given as it was', () => {
    const before = structuredClone(program);
    apply(set({ sets: 2 }));
    expect(program).toEqual(before);
  });
});
