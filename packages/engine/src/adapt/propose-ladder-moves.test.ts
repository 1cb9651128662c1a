import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Program } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { type Done, lightOn, logSession, rewrite, sessionOf, tellEdits } from '../testing/lived-program.ts';
import { planOn } from '../testing/plan-on.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { proposeLadderMoves } from './propose-ladder-moves.ts';
import type { WorkingPlan } from './working-plan.ts';

function build(weeks: number): Program {
  const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks, sessionsPerWeek: 2 });
  if (!built.ok) throw new Error('No program');
  return built.value.program;
}

/** Two blocks of six weeks: weeks 1 and 7 are deloads, and every exercise goes up a rung in week 7. */
const program = build(12);
type Doing = Parameters<typeof logSession>[2];
const logWeeks = (from: Program, last: number, doing?: Doing, first = 1) =>
  Array.from({ length: last - first + 1 }, (_, index) => `w${String(first + index).padStart(2, '0')}`).flatMap((week) =>
    ['A', 'B'].flatMap((label) => logSession(from, `${week}-${label}`, doing)),
  );
const propose = (today: PlainDate, logs: readonly ExerciseLog[], more: Partial<WorkingPlan> = {}) =>
  proposeLadderMoves(planOn(program, today, logs, more));
/** The day after the first block. */
const afterBlock = '2026-02-13';
const isOf =
  (exerciseId: string) =>
  ({ planned }: ExerciseLog) =>
    planned.exerciseId === exerciseId;
const only = (exerciseId: string, logs: readonly ExerciseLog[]) => logs.filter(isOf(exerciseId));
/** Every set at the top of its range with the reserve asked for. */
const top: Doing = ({ amount, range }) => ({ more: range[1] - amount });
/** A rep short of what was asked, so that no top is reached. */
const short: Done = { more: -1 };
const withLoad = (kilograms: number, logs: readonly ExerciseLog[]) =>
  logs.map((log) => ({
    ...log,
    sets: log.sets.map((set) => ({ ...set, load: { hundredths: kilograms * 100, unit: 'kg' as const } })),
  }));

describe('a rung that was not mastered (S10, rulebook 2.4)', () => {
  const logs = logWeeks(program, 6, short);

  test('is kept for two weeks more with its own load, easy in the deload week; then comes what was planned', () => {
    expect(tellEdits(propose(afterBlock, only('gx_deadlift', logs)))).toEqual([
      'w07-A A2 gx_sl_rdl → gx_deadlift 2×4 52.5 kg RIR 3',
      'w08-A A2 gx_sl_rdl → gx_deadlift 3×4 52.5 kg RIR 2',
    ]);
    expect(tellEdits(propose(afterBlock, only('cl_side_plank', logs)))).toEqual([
      'w07-A A4 cl_suitcase_hold → cl_side_plank 2×20 s',
      'w08-A A4 cl_suitcase_hold → cl_side_plank 3×20 s',
    ]);
    expect(propose(afterBlock, only('gx_deadlift', logs))).toMatchObject([
      { topic: 'ladder', kind: 'change', code: 'RUNG_EXTEND', before: 'gx_sl_rdl', after: 'gx_deadlift' },
    ]);
  });

  test('says in the line itself why it stands there, and leaves out what was said of it before', () => {
    const [first] = propose(afterBlock, only('gx_deadlift', logs))[0]?.edits ?? [];
    expect(first).toMatchObject({
      kind: 'replace',
      after: { slot: 'A2', pinned: [], superset: null, reasons: [{ code: 'RUNG_EXTEND', rule: 'LADDER' }] },
    });
  });

  test('goes on from the reps that were reached, not from the plan’s', () => {
    const reached = only('cl_side_plank', logWeeks(program, 6)).map((log) =>
      log.session === 'w06-A' ? { ...log, sets: log.sets.map((set) => ({ ...set, amount: 35 })) } : log,
    );
    expect(tellEdits(propose(afterBlock, reached))[1]).toBe('w08-A A4 cl_suitcase_hold → cl_side_plank 3×40 s');
  });

  test('stays for the whole block when too little of it would be left for another exercise', () => {
    const two = build(10);
    const weeks = tellEdits(propose('2026-02-06', only('gx_deadlift', logWeeks(two, 5, short)), { program: two })).map(
      (line) => line.slice(0, 3),
    );
    expect(two.blocks.map(({ lastWeek }) => lastWeek)).toEqual([5, 10]);
    expect(weeks).toEqual(['w06', 'w07', 'w08', 'w09', 'w10']);
  });

  test('stays for the whole block when a race within 21 days would forbid the new one', () => {
    const kept = (date: PlainDate) =>
      tellEdits(
        propose(afterBlock, only('gx_deadlift', logs), {
          profile: { ...articleRunner, races: [{ date, priority: 'B', distance: '10k' }] },
        }),
      ).length;
    // The new one would come on Monday, March 2.
    expect(kept('2026-03-23')).toBe(6);
    expect(kept('2026-03-24')).toBe(2);
  });

  test('is kept once: after its two weeks the plan goes on', () => {
    const extended = rewrite(program, (line, { key }) => {
      const week = Number(key.slice(1, 3));
      const deadlift = sessionOf(program, 'w06-A').prescriptions.find(({ exerciseId }) => exerciseId === 'gx_deadlift');
      if (!deadlift || line.exerciseId !== 'gx_sl_rdl' || week > 8) return line;
      const because = { code: 'RUNG_EXTEND', rule: 'LADDER', data: {} };
      return { ...deadlift, reasons: [because, { code: 'HOLD', rule: 'PROGRESSION', data: {} }] };
    });
    const lived = [...logs, ...logWeeks(extended, 8, short, 7)];
    expect(propose('2026-02-27', only('gx_deadlift', lived), { program: extended })).toEqual([]);
  });

  test('is kept once also where that was for a whole block, and never past the block to come', () => {
    const three = build(15);
    expect(three.blocks.map(({ lastWeek }) => lastWeek)).toEqual([5, 10, 15]);
    const [, model] = sessionOf(three, 'w05-A').prescriptions;
    const keptIn = (reasons: readonly string[]) =>
      rewrite(three, (line, { key }) =>
        model && line.slot === 'A2' && key > 'w06' && key < 'w11'
          ? { ...model, reasons: reasons.map((code) => ({ code, rule: 'LADDER', data: {} })) }
          : line,
      );
    const weeksKept = (from: Program) =>
      tellEdits(propose('2026-03-13', only('gx_deadlift', logWeeks(from, 10, short)), { program: from })).map((line) =>
        line.slice(0, 3),
      );
    expect(weeksKept(keptIn(['NEXT_RUNG']))).toEqual(['w11', 'w12', 'w13', 'w14', 'w15']);
    expect(weeksKept(keptIn(['RUNG_EXTEND', 'HOLD']))).toEqual([]);
    const first = propose('2026-02-06', only('gx_deadlift', logWeeks(three, 5, short)), { program: three });
    expect(tellEdits(first).map((line) => line.slice(0, 3))).toEqual(['w06', 'w07', 'w08', 'w09', 'w10']);
  });

  test('is left out of a session that has no place for it', () => {
    const without = rewrite(program, (line, { key }) =>
      key === 'w07-A' && line.exerciseId === 'gx_sl_rdl' ? null : line,
    );
    expect(tellEdits(propose(afterBlock, only('gx_deadlift', logs), { program: without }))).toEqual([
      'w08-A A2 gx_sl_rdl → gx_deadlift 3×4 52.5 kg RIR 2',
    ]);
  });

  test('takes no place of an easier one that was planned', () => {
    const easier = rewrite(program, (line) =>
      line.exerciseId === 'gx_sl_rdl' ? { ...line, exerciseId: 'gx_bridge' } : line,
    );
    expect(propose(afterBlock, only('gx_deadlift', logs), { program: easier })).toEqual([]);
  });

  test('does not come back in the block in which the next one came early', () => {
    const early = rewrite(program, (line, { key }) =>
      line.exerciseId === 'gx_deadlift' && key > 'w05' ? { ...line, exerciseId: 'gx_sl_rdl' } : line,
    );
    expect(propose('2026-01-30', only('gx_deadlift', logWeeks(early, 4, short)), { program: early })).toEqual([]);
  });

  test('is not kept where it can’t be done any more', () => {
    const painful = { ...articleRunner, painSites: ['low_back' as const] };
    expect(propose(afterBlock, only('gx_deadlift', logs), { profile: painful })).toEqual([]);
  });

  test('is not kept after fewer than four weeks of it: that says nothing', () => {
    expect(propose(afterBlock, only('gx_deadlift', logWeeks(program, 6, short, 4)))).toEqual([]);
  });

  test('brings no third exercise of many reps into a session (S5)', () => {
    // Hip hitches of 8 to 12 would take the place of a side plank held for time.
    expect(propose(afterBlock, only('gm_hip_hitch', logs))).toEqual([]);
    expect(tellEdits(propose(afterBlock, only('am_wall_rock', logs)))).toHaveLength(2);
    // Nor in place of one of few reps.
    const few = rewrite(program, (line, { key }) =>
      line.exerciseId === 'gm_side_plank' && key > 'w07'
        ? { ...line, measure: 'reps', amount: 4, range: [4, 6] }
        : line,
    );
    expect(propose(afterBlock, only('gm_hip_hitch', logs), { program: few })).toEqual([]);
  });

  test('does not come twice into one session', () => {
    const twice = rewrite(program, (line, { key }) =>
      key === 'w07-A' && line.slot === 'A4' ? { ...line, exerciseId: 'gx_deadlift' } : line,
    );
    // The next rung has come with week 7, and there is no way back from it.
    expect(tellEdits(propose(afterBlock, only('gx_deadlift', logs), { program: twice }))).toEqual([]);
  });

  test('on a light day it has two sets and a rep more in reserve, at most four', () => {
    const light = lightOn(program, 'w08-A');
    expect(tellEdits(propose(afterBlock, only('gx_deadlift', logs), { program: light }))[1]).toBe(
      'w08-A A2 gx_sl_rdl → gx_deadlift 2×4 52.5 kg RIR 3',
    );
    const easy = rewrite(light, (line) => (line.exerciseId === 'gx_deadlift' ? { ...line, rir: 4 } : line));
    expect(tellEdits(propose(afterBlock, only('gx_deadlift', logs), { program: easy }))[1]).toContain('RIR 4');
  });

  test('has no more sets than before, and two where the plan had one', () => {
    const setsWhere = (planned: number) => {
      const other = rewrite(program, (line) => (line.exerciseId === 'gx_sl_rdl' ? { ...line, sets: planned } : line));
      return propose(afterBlock, only('gx_deadlift', logs), { program: other })[0]?.edits.map((edit) =>
        edit.kind === 'replace' ? edit.after?.sets : null,
      );
    };
    expect([1, 2, 3, 5].map(setsWhere)).toEqual([
      [1, 2],
      [2, 2],
      [2, 3],
      [2, 3],
    ]);
  });

  test('a week never gives up its last strength for it (S2)', () => {
    const holds = rewrite(program, (line, { key }) =>
      line.exerciseId === 'cs_seated_heavy'
        ? { ...line, exerciseId: 'cs_wall_iso', goal: 'stability', measure: 'seconds', range: [20, 40], amount: 20 }
        : key > 'w07' && key < 'w09' && line.goal === 'strength' && line.exerciseId !== 'cs_bent_loaded'
          ? null
          : line,
    );
    const wallSits = only('cs_wall_iso', logWeeks(holds, 6, short));
    expect(propose(afterBlock, wallSits, { program: holds })).toEqual([]);
    const withLifts = rewrite(holds, (line, { key }) =>
      key === 'w07-A' && line.slot === 'A4' ? { ...line, goal: 'power' } : line,
    );
    // Week 8 has no other lift: the next rung comes with it.
    expect(
      propose(afterBlock, wallSits, { program: withLifts }).flatMap(({ edits }) => edits.map((one) => one.session)),
    ).toEqual(['w07-B']);
  });

  test('of what the coach has pinned it is a suggestion', () => {
    const pinned = rewrite(program, (line) => ({ ...line, pinned: ['exerciseId'] }));
    expect(propose(afterBlock, only('gx_deadlift', logs), { program: pinned })).toMatchObject([{ kind: 'suggestion' }]);
  });
});

describe('what the gates look at', () => {
  const logs = logWeeks(program, 6, short);

  test('nothing before the first log, and nothing while the block goes on', () => {
    expect(propose('2026-01-05', [])).toEqual([]);
    expect(propose('2026-02-06', logWeeks(program, 5, short))).toEqual([]);
  });

  test('an exercise counts as current for 21 days', () => {
    const places = (today: PlainDate) => tellEdits(propose(today, logs)).map((line) => line.slice(4, 5));
    // Session B of week 6 was done on February 12, A three days before.
    expect(new Set(places('2026-03-02'))).toEqual(new Set(['A', 'B']));
    expect(new Set(places('2026-03-05'))).toEqual(new Set(['B']));
    expect(places('2026-03-06')).toEqual([]);
  });

  test('of a ladder in a session, the exercise that was done last', () => {
    const swapped = rewrite(program, (line, { key }) =>
      line.exerciseId === 'gx_deadlift' && key > 'w05' ? { ...line, exerciseId: 'gx_hip_thrust' } : line,
    );
    const lived = [...logWeeks(program, 4, short), ...logWeeks(swapped, 6, { pain: 4 }, 5)].filter(
      ({ slot }) => slot === 'A2',
    );
    expect(tellEdits(propose(afterBlock, lived, { program: swapped })).map((line) => line.split(' → ')[1])).toEqual([
      'gx_hip_thrust 2×4 52.5 kg RIR 3',
      'gx_hip_thrust 3×4 52.5 kg RIR 2',
    ]);
  });

  test('of all that was logged, an exercise that the catalogue does not have is passed over', () => {
    const unknown = only('gx_deadlift', logs).map((log) => ({
      ...log,
      slot: 'A9',
      planned: { ...log.planned, exerciseId: 'an_unknown_one' },
    }));
    expect(propose(afterBlock, [...only('gx_deadlift', logs), ...unknown])).toEqual(
      propose(afterBlock, only('gx_deadlift', logs)),
    );
  });

  test('weeks are weeks of this block, however many sessions they had', () => {
    const twice = logWeeks(program, 6, short, 4).flatMap((log) =>
      log.planned.exerciseId === 'gx_deadlift' ? [log, { ...log, session: log.session.replace('A', 'B') }] : [],
    );
    expect(propose(afterBlock, twice)).toEqual([]);
  });

  test('a session that somebody has settled is left alone, and the next rung in it is begun', () => {
    expect(propose(afterBlock, only('gx_deadlift', logs), { fixed: new Set(['w07-A']) })).toEqual([]);
    const other = tellEdits(propose(afterBlock, only('gx_deadlift', logs), { fixed: new Set(['w07-B']) }));
    expect(other).toEqual(tellEdits(propose(afterBlock, only('gx_deadlift', logs))));
  });
});

describe('an exercise that has given what it has', () => {
  test('makes way from week four on, for the rest of its block', () => {
    expect(tellEdits(propose('2026-01-30', only('cl_side_plank', logWeeks(program, 4, top))))).toEqual([
      'w05-A A4 cl_side_plank → cl_suitcase_hold 3×20 s',
      'w06-A A4 cl_side_plank → cl_suitcase_hold 3×20 s',
    ]);
  });

  test('not before week four', () => {
    expect(propose('2026-01-23', only('cl_side_plank', logWeeks(program, 3, top)))).toEqual([]);
  });

  test('not with pain on it, and not for one that the runner can’t do', () => {
    const painful = logWeeks(program, 4, ({ amount, range }) => ({ more: range[1] - amount, pain: 3 }));
    expect(propose('2026-01-30', only('cl_side_plank', painful))).toEqual([]);
    const back = { ...articleRunner, painSites: ['low_back' as const] };
    const moved = tellEdits(propose('2026-01-30', only('cl_side_plank', logWeeks(program, 4, top)), { profile: back }));
    expect(moved.filter((line) => line.includes('cl_suitcase_hold'))).toEqual([]);
  });

  test('nothing new comes within 21 days of a race, but for what was done before', () => {
    const logs = only('cl_side_plank', logWeeks(program, 4, top));
    const racing = {
      ...articleRunner,
      races: [{ date: '2026-03-03', priority: 'B' as const, distance: '10k' as const }],
    };
    expect(propose('2026-01-30', logs, { profile: racing })).toMatchObject([{ code: 'RUNG_READY' }]);
    const sooner = {
      ...articleRunner,
      races: [{ date: '2026-03-02', priority: 'B' as const, distance: '10k' as const }],
    };
    expect(propose('2026-01-30', logs, { profile: sooner })).toEqual([]);
    const before = logs.slice(0, 1).map((log) => ({
      ...log,
      session: 'w00-A',
      date: '2025-12-29',
      block: 0,
      planned: { ...log.planned, exerciseId: 'cl_suitcase_hold' },
    }));
    expect(propose('2026-01-30', [...before, ...logs], { profile: sooner })).toMatchObject([{ code: 'RUNG_READY' }]);
  });

  test('not where the plan goes back below it in the next block', () => {
    const logs = only('cl_side_plank', logWeeks(program, 4, top));
    const staying = (exerciseId: string) =>
      rewrite(program, (line, { key }) =>
        Number(key.slice(1, 3)) > 6 && line.exerciseId === 'cl_suitcase_hold' ? { ...line, exerciseId } : line,
      );
    expect(propose('2026-01-30', logs, { program: staying('cl_side_plank') })).toEqual([]);
    expect(propose('2026-01-30', logs, { program: staying('cl_suitcase_carry') })).toMatchObject([
      { code: 'RUNG_READY' },
    ]);
  });

  test('not where the session has the next one already', () => {
    const both = rewrite(program, (line, { key }) =>
      key === 'w06-A' && line.slot === 'A3' ? { ...line, exerciseId: 'cl_suitcase_hold' } : line,
    );
    expect(propose('2026-01-30', only('cl_side_plank', logWeeks(program, 4, top)), { program: both })).toEqual([]);
  });
});

describe('from two legs to one', () => {
  const startOf = (exerciseId: string, kilograms: number | null, more: Partial<WorkingPlan> = {}) => {
    const logs = only(exerciseId, logWeeks(program, 6, top));
    return propose(afterBlock, kilograms === null ? logs : withLoad(kilograms, logs), more);
  };

  test('the load starts at half and 10 % less, for all of the block (rulebook 5)', () => {
    expect(tellEdits(startOf('cg_double_loaded', 80))).toEqual(
      [7, 8, 9, 10, 11, 12].map((week) => `w${String(week).padStart(2, '0')}-A A3 cg_single_loaded none → 36 kg`),
    );
    expect(startOf('cg_double_loaded', 80)).toMatchObject([
      {
        topic: 'ladder',
        kind: 'change',
        code: 'START_ONE_LEG',
        rule: 'LADDER',
        data: { from: 8000, to: 3600, unit: 'kg', percent: 10, exercise: 'cg_single_loaded' },
      },
    ]);
  });

  test('nothing is known of it where no load is', () => {
    expect(startOf('cg_double_loaded', null)).toEqual([]);
  });

  test('nothing from one leg to one, and nothing for what takes no load', () => {
    expect(startOf('qd_rev_lunge', 18)).toEqual([]);
    expect(startOf('hs_machine_curl', 40)).toEqual([]);
  });

  test('a load that the plan has stays', () => {
    const planned = rewrite(program, (line, { key }) =>
      line.exerciseId === 'cg_single_loaded' && key > 'w08'
        ? { ...line, load: { hundredths: 1000, unit: 'kg' } }
        : line,
    );
    expect(tellEdits(startOf('cg_double_loaded', 40, { program: planned })).map((line) => line.slice(0, 3))).toEqual([
      'w07',
    ]);
  });

  test('what was lifted on one leg before says more', () => {
    const one = only('cg_double_loaded', logWeeks(program, 1)).map((log) => ({
      ...log,
      session: 'w00-A',
      date: '2025-12-29',
      block: 0,
      planned: { ...log.planned, exerciseId: 'cg_single_loaded' },
    }));
    const logs = withLoad(40, only('cg_double_loaded', logWeeks(program, 6, top)));
    expect(propose(afterBlock, [...one, ...logs])).toEqual([]);
  });

  test('what the coach has pinned gets it as a suggestion', () => {
    const pinned = rewrite(program, (line) => ({ ...line, pinned: ['load'] }));
    expect(startOf('cg_double_loaded', 40, { program: pinned })).toMatchObject([{ kind: 'suggestion' }]);
  });
});

describe('with pain on it (rulebook 2.7)', () => {
  const painful = logWeeks(program, 6, { pain: 6 });

  test('one rung back, in place of the harder one that was planned', () => {
    const [back] = propose(afterBlock, only('cg_double_loaded', painful));
    expect(back).toMatchObject({ code: 'RUNG_BACK', before: 'cg_single_loaded', after: 'cg_single' });
    expect(tellEdits(back ? [back] : [])).toEqual([
      'w07-A A3 cg_single_loaded → cg_single 2×8 RIR 4',
      ...['w08', 'w09', 'w10', 'w11', 'w12'].map((week) => `${week}-A A3 cg_single_loaded → cg_single 3×8 RIR 3`),
    ]);
  });

  test('an exercise that goes on into the next block goes back as well', () => {
    const staying = rewrite(program, (line) =>
      line.exerciseId === 'cg_single_loaded' ? { ...line, exerciseId: 'cg_double_loaded' } : line,
    );
    const back = tellEdits(propose(afterBlock, only('cg_double_loaded', painful), { program: staying }));
    expect(back).toHaveLength(6);
    expect(back[0]).toBe('w07-A A3 cg_double_loaded → cg_single 2×8 RIR 4');
    const kept = logWeeks(program, 6, short);
    expect(propose(afterBlock, only('cg_double_loaded', kept), { program: staying })).toEqual([]);
  });

  test('a week never gives up its last strength for it (S2)', () => {
    const calvesOnly = rewrite(program, (line, { key }) =>
      key.startsWith('w08') && line.goal === 'strength' && line.exerciseId !== 'cg_single_loaded' ? null : line,
    );
    const back = tellEdits(propose(afterBlock, only('cg_double_loaded', painful), { program: calvesOnly }));
    expect(back.map((line) => line.slice(0, 3))).toEqual(['w07', 'w09', 'w10', 'w11', 'w12']);
  });

  test('a load that is known for it comes with it', () => {
    const known = withLoad(30, only('gx_deadlift', logWeeks(program, 2, {}, 2))).map((log) => ({
      ...log,
      session: 'w00-A',
      date: '2025-12-29',
      block: 0,
      planned: { ...log.planned, exerciseId: 'gx_rdl', load: { hundredths: 3000, unit: 'kg' as const } },
    }));
    expect(tellEdits(propose(afterBlock, [...known, ...only('gx_deadlift', painful)]))[1]).toBe(
      'w08-A A2 gx_sl_rdl → gx_rdl 3×4 30 kg RIR 2',
    );
  });

  test('nothing heavy takes the place of what is not', () => {
    const light = rewrite(program, (line) =>
      line.exerciseId === 'hs_sl_slider' ? { ...line, goal: 'endurance', amount: 15, range: [13, 15] } : line,
    );
    expect(propose(afterBlock, only('hs_machine_curl', painful), { program: light })).toEqual([]);
    expect(propose(afterBlock, only('cg_double_loaded', painful))).toHaveLength(1);
  });

  test('what the light day can’t hold does not come, nor what the session has already', () => {
    const light = lightOn(program, 'w09-A');
    expect(propose(afterBlock, only('gx_deadlift', painful), { program: light })).toEqual([]);
    expect(propose(afterBlock, only('cl_side_plank', painful), { program: light })).toHaveLength(1);
    const both = rewrite(program, (line, { key }) =>
      key === 'w09-A' && line.slot === 'A4' ? { ...line, exerciseId: 'cg_single' } : line,
    );
    expect(propose(afterBlock, only('cg_double_loaded', painful), { program: both })).toEqual([]);
  });

  test('amber holds the rung', () => {
    expect(propose(afterBlock, only('gx_deadlift', logWeeks(program, 6, { pain: 4 })))).toMatchObject([
      { code: 'RUNG_PAIN', after: 'gx_deadlift' },
    ]);
  });
});
