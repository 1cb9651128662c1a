import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BuildInput, buildProgram } from './build-program.ts';
import { findExercise } from './catalogue/catalogue.ts';
import type { ProgramEdit } from './edit-program.ts';
import type { Profile } from './profile.ts';
import type { PlannedSession, Prescription, Program } from './program.ts';
import { type RebuiltProgram, rebuildProgram } from './rebuild-program.ts';
import { findBar } from './runner-limits.ts';
import { applyAll, arbitraryCoached } from './testing/arbitrary-edit.ts';
import { arbitraryProfile } from './testing/arbitrary-profile.ts';
import { articleRunner } from './testing/article-runner.ts';

const input: BuildInput = { profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 };
const reason = 'Her gym is open on Tuesdays only';

const build = (from: BuildInput = input): Program => {
  const built = buildProgram(from);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value.program;
};
const program = build();

/** The article's runner after the edits, built again from a changed profile. */
const rebuild = (
  edits: readonly ProgramEdit[],
  profile: Profile = articleRunner,
  locked: readonly string[] = [],
): RebuiltProgram => {
  const before = applyAll(program, edits, articleRunner);
  const rebuilt = rebuildProgram({ before, locked: new Set(locked), input: { ...input, profile } });
  if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.problems));
  return rebuilt.value;
};

const sessionsOf = ({ weeks }: Program): readonly PlannedSession[] => weeks.flatMap(({ sessions }) => sessions);
const findSession = (from: Program, key: string) => sessionsOf(from).find((one) => one.key === key);
const find = (from: Program, key: string, slot: string): Prescription | undefined =>
  findSession(from, key)?.prescriptions.find((one) => one.slot === slot);
const slotsOf = (from: Program, key: string) => findSession(from, key)?.prescriptions.map(({ slot }) => slot);

const heavier: Profile = {
  ...articleRunner,
  workingLoads: { ...articleRunner.workingLoads, qd_rev_lunge: { hundredths: 2400, unit: 'kg' } },
};
const set = (fields: Extract<ProgramEdit, { kind: 'set_prescription' }>['fields'], slot = 'A1'): ProgramEdit => ({
  kind: 'set_prescription',
  session: 'w03-A',
  slot,
  reach: 'block',
  fields,
});

describe('rebuildProgram', () => {
  test('takes the new facts for everything that the coach has not touched', () => {
    expect(rebuild([], heavier).program).toEqual(build({ ...input, profile: heavier }));
  });

  test('keeps a pinned value in a line whose other values are new', () => {
    const { program: rebuilt, lost } = rebuild([set({ sets: 4 })], heavier);
    expect(find(rebuilt, 'w03-A', 'A1')).toMatchObject({ sets: 4, pinned: ['sets'], load: { hundredths: 2400 } });
    expect(lost).toEqual([]);
  });

  test('keeps slots added and taken out, and the order of the others', () => {
    const { program: rebuilt } = rebuild(
      [
        { kind: 'remove_slot', session: 'w03-A', slot: 'A2', reach: 'block' },
        { kind: 'add_slot', session: 'w03-A', exerciseId: 'as_balance', reach: 'block', slot: 'A5' },
        { kind: 'move_slot', session: 'w03-A', slot: 'A5', to: 'A1', reach: 'block' },
      ],
      heavier,
    );
    expect(slotsOf(rebuilt, 'w04-A')).toEqual(['A1', 'A3', 'A4', 'A5']);
    expect(find(rebuilt, 'w04-A', 'A1')?.exerciseId).toBe('as_balance');
    expect(find(rebuilt, 'w04-A', 'A3')).toMatchObject({ exerciseId: 'qd_rev_lunge', load: { hundredths: 2400 } });
  });

  test('keeps a session on the day that the coach chose, with her reason', () => {
    const { program: rebuilt } = rebuild(
      [{ kind: 'move_session', session: 'w03-A', date: '2026-01-20', reason }],
      heavier,
    );
    expect(findSession(rebuilt, 'w03-A')).toMatchObject({ day: 'tue', byCoach: { movedFrom: 'mon', reason } });
    expect(rebuilt.weeks[2]?.days.map(({ placed }) => placed)).toEqual([null, 'full', null, 'full', null, null, null]);
  });

  test('leaves locked sessions as they are', () => {
    const { program: rebuilt } = rebuild([set({ sets: 4 })], heavier, ['w03-A', 'w04-A']);
    const before = applyAll(program, [set({ sets: 4 })], articleRunner);
    expect(findSession(rebuilt, 'w04-A')).toEqual(findSession(before, 'w04-A'));
    expect(find(rebuilt, 'w05-A', 'A1')?.load).not.toEqual(find(before, 'w05-A', 'A1')?.load);
  });

  test('leaves what is past as it is', () => {
    const rebuilt = rebuildProgram({
      before: program,
      locked: new Set(),
      from: '2026-01-22',
      input: { ...input, profile: heavier },
    });
    const weeks = rebuilt.ok ? rebuilt.value.program.weeks : [];
    expect(weeks.slice(0, 2)).toEqual(program.weeks.slice(0, 2));
    expect(weeks[2]?.sessions[0]).toEqual(program.weeks[2]?.sessions[0]);
    expect(weeks[3]).not.toEqual(program.weeks[3]);
  });

  test('says what pain now bars, and gives the place back to the engine', () => {
    const sore: Profile = { ...articleRunner, painSites: ['anterior_knee'] };
    const { program: rebuilt, lost } = rebuild([set({ exerciseId: 'qd_bulgarian', sets: 4 })], sore);
    expect(lost).toContainEqual({
      session: 'w03-A',
      slot: 'A1',
      exerciseId: 'qd_bulgarian',
      fields: ['exerciseId'],
      because: { code: 'barred', exerciseId: 'qd_bulgarian', by: 'pain' },
    });
    expect(find(rebuilt, 'w03-A', 'A1')?.exerciseId).not.toBe('qd_bulgarian');
    expect(find(rebuilt, 'w03-A', 'A1')).toMatchObject({ sets: 4, pinned: ['sets'] });
  });

  test('says that a session is gone, with what was set in it', () => {
    const before = applyAll(
      program,
      [{ kind: 'set_prescription', session: 'w03-B', slot: 'B1', reach: 'session', fields: { sets: 5 } }],
      articleRunner,
    );
    const rebuilt = rebuildProgram({ before, locked: new Set(), input: { ...input, sessionsPerWeek: 1 } });
    expect(rebuilt.ok && rebuilt.value.lost).toEqual([
      {
        session: 'w03-B',
        slot: 'B1',
        exerciseId: find(program, 'w03-B', 'B1')?.exerciseId,
        fields: ['sets'],
        because: { code: 'session_gone' },
      },
    ]);
  });

  test('lets the engine’s own session give way to one that the coach moved onto its day', () => {
    const edits: readonly ProgramEdit[] = [
      { kind: 'move_session', session: 'w03-B', date: '2026-01-23', reason },
      { kind: 'move_session', session: 'w03-A', date: '2026-01-22', reason },
    ];
    const before = applyAll(program, edits, articleRunner);
    const once = rebuildProgram({ before, locked: new Set(), input });
    expect(once.ok && once.value.program).toEqual(before);
  });

  test('refuses input as a first build does', () => {
    const rebuilt = rebuildProgram({ before: program, locked: new Set(), input: { ...input, weeks: 7 } });
    expect(rebuilt).toMatchObject({ ok: false, problems: [{ field: 'weeks', code: 'no_blocks' }] });
  });
});

/** Each run edits a program a dozen times and builds it twice or more. */
const runs = { numRuns: 40 };

describe('laws', () => {
  test('built again from the same, nothing changes, whatever is locked', () => {
    fc.assert(
      fc.property(arbitraryCoached, fc.array(fc.nat()), ({ input: from, coached }, places) => {
        const keys = sessionsOf(coached).map(({ key }) => key);
        const locked = new Set(places.flatMap((place) => keys[place % keys.length] ?? []));
        const rebuilt = rebuildProgram({ before: coached, locked, input: from });
        expect(rebuilt.ok && rebuilt.value.lost).toEqual([]);
        expect(rebuilt.ok && rebuilt.value.program).toEqual(coached);
      }),
      runs,
    );
  });

  test('no pinned value ever changes: it is there, or it is said to be lost', () => {
    fc.assert(
      fc.property(arbitraryCoached, arbitraryProfile, ({ input: from, coached }, profile) => {
        const rebuilt = rebuildProgram({ before: coached, locked: new Set(), input: { ...from, profile } });
        if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.problems));
        const { program: next, lost } = rebuilt.value;
        const broken = sessionsOf(coached).flatMap(({ key, prescriptions }) =>
          prescriptions.flatMap((line) =>
            line.pinned.filter((field) => {
              const now = find(next, key, line.slot);
              const isThere = now?.pinned.includes(field) && JSON.stringify(now[field]) === JSON.stringify(line[field]);
              const isLost = lost.some(
                ({ session, slot, fields }) => session === key && slot === line.slot && fields.includes(field),
              );
              return isThere === isLost;
            }),
          ),
        );
        expect(broken).toEqual([]);
      }),
      runs,
    );
  });

  test('built again once more from the same, nothing changes any more', () => {
    fc.assert(
      fc.property(arbitraryCoached, arbitraryProfile, ({ input: from, coached }, profile) => {
        const next = { ...from, profile };
        const once = rebuildProgram({ before: coached, locked: new Set(), input: next });
        if (!once.ok) throw new Error(JSON.stringify(once.problems));
        const twice = rebuildProgram({ before: once.value.program, locked: new Set(), input: next });
        expect(twice.ok && twice.value.program).toEqual(once.value.program);
        expect(twice.ok && twice.value.lost).toEqual([]);
      }),
      runs,
    );
  });

  test('gives nothing that kit, pain, age or experience bar', () => {
    fc.assert(
      fc.property(arbitraryCoached, arbitraryProfile, ({ input: from, coached }, profile) => {
        const rebuilt = rebuildProgram({ before: coached, locked: new Set(), input: { ...from, profile } });
        if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.problems));
        const barred = sessionsOf(rebuilt.value.program).flatMap(({ prescriptions }) =>
          prescriptions.filter(({ exerciseId }) => {
            const exercise = findExercise(exerciseId);
            return !exercise || findBar(exercise, profile) !== null;
          }),
        );
        expect(barred).toEqual([]);
      }),
      runs,
    );
  });
});
