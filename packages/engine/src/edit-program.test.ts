import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { findExercise } from './catalogue/catalogue.ts';
import { checkProgram } from './check-program.ts';
import { applyEdit, type PrescriptionFields, type ProgramEdit } from './edit-program.ts';
import type { Profile } from './profile.ts';
import type { Prescription, Program, WeekPhase } from './program.ts';
import { arbitraryEdited } from './testing/arbitrary-edit.ts';
import { articleRunner } from './testing/article-runner.ts';
import { listChangedWeeks, restoreWeeks } from './undo-edit.ts';

const build = (profile: Profile, weeks = 12): Program => {
  const built = buildProgram({ profile, startsOn: '2026-01-05', weeks, sessionsPerWeek: 2 });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value.program;
};

const program = build(articleRunner);

const edit = (change: ProgramEdit, before: Program = program): Program => {
  const edited = applyEdit(before, change, articleRunner);
  if (!edited.ok) throw new Error(JSON.stringify(edited.problems));
  return edited.value;
};

const problemsOf = (change: ProgramEdit, profile: Profile = articleRunner) => {
  const edited = applyEdit(program, change, profile);
  return edited.ok ? [] : edited.problems;
};

const reason = 'Her gym is open on Tuesdays only';

const find = (from: Program, session: string, slot: string): Prescription | undefined =>
  from.weeks
    .flatMap(({ sessions }) => sessions)
    .find(({ key }) => key === session)
    ?.prescriptions.find((one) => one.slot === slot);

const set = (fields: PrescriptionFields, reach: 'session' | 'block' = 'session'): ProgramEdit => ({
  kind: 'set_prescription',
  session: 'w03-A',
  slot: 'A1',
  reach,
  fields,
});

describe('applyEdit', () => {
  test('sets a value in one session, pins it and says that the coach did', () => {
    const edited = edit(set({ sets: 4 }));
    expect(find(edited, 'w03-A', 'A1')).toMatchObject({ sets: 4, pinned: ['sets'] });
    expect(find(edited, 'w03-A', 'A1')?.reasons.at(-1)).toMatchObject({ code: 'EDIT_BY_COACH', rule: 'EDIT' });
    expect(find(edited, 'w04-A', 'A1')).toEqual(find(program, 'w04-A', 'A1'));
  });

  test('reaches to the end of the block, not before the session and not past the block', () => {
    const edited = edit(set({ restSeconds: 120 }, 'block'));
    const rests = ['w02-A', 'w03-A', 'w06-A', 'w07-A'].map((key) => find(edited, key, 'A1')?.restSeconds);
    expect(rests).toEqual([180, 120, 120, 180]);
  });

  test('pins only what changed', () => {
    const before = find(program, 'w03-A', 'A1');
    expect(find(edit(set({ sets: before?.sets, amount: 3 })), 'w03-A', 'A1')?.pinned).toEqual(['amount']);
    expect(edit(set({ sets: before?.sets }))).toEqual(program);
  });

  test('counts the session’s minutes anew', () => {
    const before = program.weeks[2]?.sessions[0]?.minutes ?? 0;
    expect(edit(set({ sets: 6 })).weeks[2]?.sessions[0]?.minutes).toBeGreaterThan(before);
  });

  test('makes findings where the change breaks a rule', () => {
    const findings = checkProgram({ program: edit(set({ restSeconds: 60 }, 'block')), profile: articleRunner });
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'M1_REST_TOO_SHORT',
        at: { week: 3, throughWeek: 6, session: 'A', slot: 'A1' },
        data: { exercise: 'qd_rev_lunge', restSec: 60, min: 120 },
      }),
    );
  });

  test('swaps an exercise for the rest of the block and starts its range with an easy session', () => {
    const edited = edit(set({ exerciseId: 'qd_step_down' }, 'block'));
    expect(find(edited, 'w02-A', 'A1')?.exerciseId).toBe('qd_rev_lunge');
    expect(find(edited, 'w03-A', 'A1')).toMatchObject({
      exerciseId: 'qd_step_down',
      sets: 2,
      load: null,
      pinned: ['exerciseId'],
      purpose: findExercise('qd_step_down')?.purpose,
    });
    expect(find(edited, 'w04-A', 'A1')).toMatchObject({ exerciseId: 'qd_step_down', sets: 3 });
    expect(find(edited, 'w07-A', 'A1')?.exerciseId).not.toBe('qd_step_down');
  });

  test('a swap by the coach is no churn and no step back', () => {
    const findings = checkProgram({
      program: edit(set({ exerciseId: 'qd_goblet' }, 'block')),
      profile: articleRunner,
    });
    expect(findings.filter(({ code }) => code === 'M2_EXERCISE_CHURN' || code === 'M2_NEXT_NOT_HARDER')).toEqual([]);
  });

  test('adds a slot at the first free place and takes one away', () => {
    const added = edit({ kind: 'add_slot', session: 'w03-A', exerciseId: 'as_balance', reach: 'block' });
    expect(find(added, 'w03-A', 'A5')).toMatchObject({ exerciseId: 'as_balance', pinned: ['exerciseId'] });
    expect(find(added, 'w06-A', 'A5')?.exerciseId).toBe('as_balance');
    const removed = edit({ kind: 'remove_slot', session: 'w03-A', slot: 'A2', reach: 'session' }, added);
    expect(removed.weeks[2]?.sessions[0]?.prescriptions.map(({ slot }) => slot)).toEqual(['A1', 'A3', 'A4', 'A5']);
    expect(find(removed, 'w04-A', 'A2')).toBeDefined();
  });

  test('what is added has two sets at most in the days before a race and in the week after', () => {
    const profile: Profile = { ...articleRunner, races: [{ date: '2026-02-01', priority: 'B', distance: '10k' }] };
    const racing = build(profile);
    const first = racing.weeks.flatMap(({ sessions }) => sessions)[0];
    if (!first) throw new Error('No session');
    const change = { kind: 'add_slot', session: first.key, exerciseId: 'as_balance', reach: 'block' } as const;
    const edited = applyEdit(racing, change, profile);
    if (!edited.ok) throw new Error(JSON.stringify(edited.problems));
    const setsIn = (phase: WeekPhase) =>
      edited.value.weeks
        .filter((week) => week.phase === phase)
        .flatMap(({ sessions }) => sessions)
        .flatMap(({ prescriptions }) => prescriptions)
        .filter(({ exerciseId, pinned }) => exerciseId === 'as_balance' && pinned.length > 0)
        .map(({ sets }) => sets);
    expect([setsIn('build'), setsIn('taper'), setsIn('return')]).toEqual([[3, 3, 3], [2], [2]]);
  });

  test('moves a session to another day of its week; the runs there make a finding', () => {
    const edited = edit({ kind: 'move_session', session: 'w03-A', date: '2026-01-20', reason });
    const week = edited.weeks[2];
    expect(week?.sessions.map(({ day, date }) => [day, date])).toEqual([
      ['tue', '2026-01-20'],
      ['thu', '2026-01-22'],
    ]);
    expect(week?.days.map(({ placed }) => placed)).toEqual([null, 'full', null, 'full', null, null, null]);
    expect(checkProgram({ program: edited, profile: articleRunner })).toContainEqual(
      expect.objectContaining({ code: 'M4_BEFORE_SPEED', at: { week: 3, session: 'A', day: 'tue' } }),
    );
  });

  test('a session moved there and back again leaves nothing behind', () => {
    const there = edit({ kind: 'move_session', session: 'w03-A', date: '2026-01-20', reason });
    expect(edit({ kind: 'move_session', session: 'w03-A', date: '2026-01-19' }, there)).toEqual(program);
  });

  test('leaves the program it was given as it is', () => {
    const text = JSON.stringify(program);
    edit(set({ sets: 5, exerciseId: 'qd_goblet' }, 'block'));
    expect(JSON.stringify(program)).toBe(text);
  });
});

describe('goal', () => {
  const plank = { session: 'w03-A', slot: 'A4' } as const;

  test('plans the dose of the new goal and pins the goal alone', () => {
    const edited = find(edit(set({ goal: 'power' }, 'block')), 'w04-A', 'A1');
    expect(edited).toMatchObject({ goal: 'power', explosive: true, range: [3, 6], restSeconds: 150, pinned: ['goal'] });
    expect(edited?.load?.hundredths).toBeLessThan(1800);
    expect(edited?.reasons.map(({ code }) => code)).toContain('DOSE_POWER');
  });

  test('keeps what was set by hand before', () => {
    const edited = edit(set({ goal: 'power' }), edit(set({ sets: 4, amount: 2 })));
    expect(find(edited, 'w03-A', 'A1')).toMatchObject({ sets: 4, amount: 2, pinned: ['goal', 'sets', 'amount'] });
  });

  test('is checked as what it is now', () => {
    const findings = checkProgram({ program: edit(set({ goal: 'power', amount: 8 })), profile: articleRunner });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'M1_POWER_DOSE', data: { exercise: 'qd_rev_lunge', reps: 8, min: 3, max: 6 } }),
    );
  });

  test('a hold is not trained for power', () => {
    expect(problemsOf({ kind: 'set_prescription', ...plank, reach: 'session', fields: { goal: 'power' } })).toEqual([
      { code: 'not_for_hold', goal: 'power' },
    ]);
  });
});

describe('order', () => {
  const linesOf = (from: Program, key: string) =>
    from.weeks
      .flatMap(({ sessions }) => sessions)
      .find((one) => one.key === key)
      ?.prescriptions.map(({ slot, exerciseId, engineSlot }) => [slot, exerciseId, engineSlot]);
  const move = (slot: string, to: string, reach: 'session' | 'block' = 'block'): ProgramEdit => ({
    kind: 'move_slot',
    session: 'w03-A',
    slot,
    to,
    reach,
  });

  test('puts a slot in the place of another, and those between move on', () => {
    const before = linesOf(program, 'w04-A')?.map(([, exerciseId]) => exerciseId) ?? [];
    expect(linesOf(edit(move('A3', 'A1')), 'w04-A')).toEqual([
      ['A1', before[2], 'A3'],
      ['A2', before[0], 'A1'],
      ['A3', before[1], 'A2'],
      ['A4', before[3], undefined],
    ]);
    expect(linesOf(edit(move('A3', 'A1')), 'w02-A')).toEqual(linesOf(program, 'w02-A'));
  });

  test('moved back, leaves nothing behind', () => {
    expect(edit(move('A1', 'A3'), edit(move('A3', 'A1')))).toEqual(program);
  });

  test('brings no finding', () => {
    expect(checkProgram({ program: edit(move('A4', 'A1')), profile: articleRunner })).toEqual(
      checkProgram({ program, profile: articleRunner }),
    );
  });

  test('a slot that is not there has no place', () => {
    expect(problemsOf(move('A1', 'A9'))).toEqual([{ code: 'no_such_slot' }]);
    expect(problemsOf(move('A2', 'A2'))).toEqual([{ code: 'nothing_to_change' }]);
  });
});

describe('a day that a rule refuses', () => {
  test('asks for a reason, and keeps it with the session', () => {
    const against = { kind: 'move_session', session: 'w03-A', date: '2026-01-20' } as const;
    expect(problemsOf({ ...against, reason: ' ' })).toEqual([{ code: 'needs_reason', day: 'tue', rule: 'S24' }]);
    const moved = edit({ ...against, reason }).weeks[2]?.sessions[0];
    expect(moved?.byCoach).toEqual({ movedFrom: 'mon', reason });
  });

  test('is a warning from then on, with the coach’s words', () => {
    const edited = edit({ kind: 'move_session', session: 'w03-A', date: '2026-01-20', reason });
    expect(checkProgram({ program: edited, profile: articleRunner })).toContainEqual(
      expect.objectContaining({
        code: 'M4_BEFORE_SPEED',
        severity: 'warning',
        data: { run: 'speed', setAside: 'EDIT', coachSays: reason },
      }),
    );
  });

  test('stays an error on the long run’s day', () => {
    const edited = edit({ kind: 'move_session', session: 'w03-A', date: '2026-01-24', reason });
    expect(checkProgram({ program: edited, profile: articleRunner })).toContainEqual(
      expect.objectContaining({ code: 'M4_ON_LONG', severity: 'error' }),
    );
  });
});

describe('problems', () => {
  test.each<[string, ProgramEdit, unknown]>([
    [
      'a session that is not there',
      { ...set({ sets: 3 }), session: 'w99-A' } as ProgramEdit,
      { code: 'no_such_session' },
    ],
    ['a slot that is not there', { ...set({ sets: 3 }), slot: 'A9' } as ProgramEdit, { code: 'no_such_slot' }],
    ['no field', set({}), { code: 'nothing_to_change' }],
    ['no sets', set({ sets: 0 }), { code: 'out_of_range', field: 'sets', allowed: { min: 1, max: 6 } }],
    ['half a rep', set({ amount: 5.5 }), { code: 'not_whole', field: 'amount', allowed: { min: 1, max: 50 } }],
    ['51 reps', set({ amount: 51 }), { code: 'out_of_range', field: 'amount', allowed: { min: 1, max: 50 } }],
    [
      'a negative load',
      set({ load: { hundredths: -1, unit: 'kg' } }),
      { code: 'out_of_range', field: 'load', allowed: { min: 0, max: 100_000 } },
    ],
    [
      'a third of a rep in reserve',
      set({ rir: 1.3 }),
      { code: 'not_half_step', field: 'rir', allowed: { min: 0, max: 5 } },
    ],
    [
      'a rest past ten minutes',
      set({ restSeconds: 601 }),
      { code: 'out_of_range', field: 'restSeconds', allowed: { min: 0, max: 600 } },
    ],
    ['a tempo in words', set({ tempo: 'slow' }), { code: 'not_a_tempo', field: 'tempo' }],
    ['an unknown exercise', set({ exerciseId: 'qd_flying' }), { code: 'unknown_exercise', exerciseId: 'qd_flying' }],
    ['an exercise twice', set({ exerciseId: 'gx_deadlift' }), { code: 'already_there', exerciseId: 'gx_deadlift' }],
    [
      'reserve for a hold',
      { kind: 'set_prescription', session: 'w03-A', slot: 'A4', reach: 'session', fields: { rir: 2 } },
      { code: 'no_reserve', field: 'rir' },
    ],
    [
      'another week',
      { kind: 'move_session', session: 'w03-A', date: '2026-01-26' },
      { code: 'other_week', allowed: { from: '2026-01-19', to: '2026-01-25' } },
    ],
    [
      'a date that does not exist',
      { kind: 'move_session', session: 'w03-A', date: '2026-02-30' },
      { code: 'not_a_date' },
    ],
    [
      'a taken day',
      { kind: 'move_session', session: 'w03-A', date: '2026-01-22' },
      { code: 'day_taken', session: 'w03-B' },
    ],
    [
      'a taken slot',
      { kind: 'add_slot', session: 'w03-A', exerciseId: 'as_balance', reach: 'session', slot: 'A1' },
      { code: 'slot_taken', slot: 'A1' },
    ],
  ])('%s', (_, change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  test('kit that is not at hand and a site that hurts', () => {
    const swap = set({ exerciseId: 'qd_bulgarian' });
    expect(problemsOf(swap, { ...articleRunner, equipment: ['dumbbells'] })).toEqual([
      { code: 'barred', exerciseId: 'qd_bulgarian', by: 'kit' },
    ]);
    expect(problemsOf(swap, { ...articleRunner, painSites: ['anterior_knee'] })).toEqual([
      { code: 'barred', exerciseId: 'qd_bulgarian', by: 'pain' },
    ]);
  });

  test('all of them at once', () => {
    expect(problemsOf(set({ sets: 9, restSeconds: -1, tempo: 'slow' })).map(({ code }) => code)).toEqual([
      'out_of_range',
      'out_of_range',
      'not_a_tempo',
    ]);
  });
});

describe('doing two exercises by turns', () => {
  const pair = (slot: string, partner: string, reach: 'session' | 'block' = 'block'): ProgramEdit => ({
    kind: 'pair_slots',
    session: 'w03-A',
    slot,
    partner,
    reach,
  });
  const lettersOf = (from: Program, key: string) =>
    from.weeks
      .flatMap(({ sessions }) => sessions)
      .find((session) => session.key === key)
      ?.prescriptions.map(({ slot, superset }) => `${slot}${superset ? ` ${superset}` : ''}`);
  const swap = (slot: string, exerciseId: string): ProgramEdit => ({
    kind: 'set_prescription',
    session: 'w03-A',
    slot,
    reach: 'session',
    fields: { exerciseId },
  });
  const paired = edit(pair('A4', 'A1'));

  test('brings the second behind the first, to the end of the block, and saves minutes', () => {
    expect(lettersOf(paired, 'w03-A')).toEqual(['A1 A', 'A4 A', 'A2', 'A3']);
    expect(lettersOf(paired, 'w06-A')).toEqual(['A1 A', 'A4 A', 'A2', 'A3']);
    expect(lettersOf(paired, 'w02-A')).toEqual(['A1', 'A2', 'A3', 'A4']);
    const minutesOf = (from: Program) => from.weeks[2]?.sessions[0]?.minutes ?? 0;
    expect(minutesOf(paired)).toBeLessThan(minutesOf(program));
    expect(checkProgram({ program: paired, profile: articleRunner })).toEqual([]);
  });

  test('says whose idea it was', () => {
    expect(find(paired, 'w03-A', 'A1')?.reasons.at(-1)).toMatchObject({ code: 'EDIT_BY_COACH' });
  });

  test('is refused for two heavy lifts, for power, and for what is paired already', () => {
    expect(problemsOf(pair('A1', 'A2'))).toEqual([{ code: 'no_pair', by: 'both_heavy' }]);
    expect(problemsOf(pair('A1', 'A1'))).toEqual([{ code: 'no_such_slot' }]);
    expect(problemsOf(pair('A1', 'A9'))).toEqual([{ code: 'no_such_slot' }]);
    const again = applyEdit(paired, pair('A2', 'A4'), articleRunner);
    expect(again).toMatchObject({ problems: [{ code: 'paired_already', slot: 'A4' }] });
    const jumps = edit(swap('A3', 'pl_cmj'));
    expect(applyEdit(jumps, pair('A3', 'A4'), articleRunner)).toMatchObject({
      problems: [{ code: 'no_pair', by: 'power' }],
    });
  });

  test('ends by hand, with its partner, or when one of the two becomes a second heavy lift', () => {
    const alone = ['A1', 'A2', 'A3', 'A4'];
    const parted = edit({ kind: 'unpair_slot', session: 'w03-A', slot: 'A4', reach: 'block' }, paired);
    expect(lettersOf(parted, 'w05-A')).toEqual(alone);
    expect(problemsOf({ kind: 'unpair_slot', session: 'w03-A', slot: 'A4', reach: 'block' })).toEqual([
      { code: 'nothing_to_change' },
    ]);
    const removed = edit({ kind: 'remove_slot', session: 'w03-A', slot: 'A1', reach: 'session' }, paired);
    expect(lettersOf(removed, 'w03-A')).toEqual(['A2', 'A3', 'A4']);
    const swapped = edit(swap('A4', 'hs_machine_curl'), paired);
    expect(lettersOf(swapped, 'w03-A')).toEqual(alone);
  });
});

describe('laws', () => {
  test('undoing an edit gives back the program from before, pins and reasons too', () => {
    fc.assert(
      fc.property(arbitraryEdited, ({ profile, before, change }) => {
        const edited = applyEdit(before, change, profile);
        fc.pre(edited.ok);
        if (edited.ok) expect(restoreWeeks(edited.value, listChangedWeeks(before, edited.value))).toEqual(before);
      }),
    );
  });

  test('an edit keeps every prescription in bounds, and a refused one names at least one problem', () => {
    fc.assert(
      fc.property(arbitraryEdited, ({ profile, before, change }) => {
        const edited = applyEdit(before, change, profile);
        if (!edited.ok) {
          expect(edited.problems.length).toBeGreaterThan(0);
          return;
        }
        const broken = edited.value.weeks
          .flatMap(({ sessions }) => sessions.flatMap(({ prescriptions }) => prescriptions))
          .filter(
            ({ sets, measure, amount, rir, restSeconds }) =>
              sets < 1 ||
              sets > 6 ||
              amount < (measure === 'reps' ? 1 : 5) ||
              amount > (measure === 'reps' ? 50 : 300) ||
              (rir !== null && (rir < 0 || rir > 5)) ||
              restSeconds < 0 ||
              restSeconds > 600,
          );
        expect(broken).toEqual([]);
      }),
    );
  });
});
