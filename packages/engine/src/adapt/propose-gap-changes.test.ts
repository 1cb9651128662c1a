import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Program } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { logSession, rewrite, sessionOf, tellEdits } from '../testing/lived-program.ts';
import { planOn } from '../testing/plan-on.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { findWeekBack, proposeGapChanges } from './propose-gap-changes.ts';
import type { WorkingPlan } from './working-plan.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
/** Mondays and Thursdays; two blocks of six weeks. */
const { program } = built.value;
const done = (...keys: readonly string[]) => keys.flatMap((key) => logSession(program, key));
/** The last session of these was on Thursday, January 15. */
const twoWeeks = done('w01-A', 'w01-B', 'w02-A', 'w02-B');
const propose = (today: PlainDate, logs: readonly ExerciseLog[], more: Partial<WorkingPlan> = {}) =>
  proposeGapChanges(planOn(program, today, logs, more));
const tell = (...given: Parameters<typeof propose>) => tellEdits(propose(...given));
const deadlifts = (lines: readonly string[]) => lines.filter((line) => /gx_deadlift|gx_sl_rdl/.test(line));

describe('days between the last session and the next (rulebook, parameter table: missed)', () => {
  test('seven go on as planned', () => {
    expect(tell('2026-01-22', twoWeeks)).toEqual([]);
    expect(tell('2026-01-05', [])).toEqual([]);
  });

  test('eleven: a tenth less and a set fewer, in the week that begins with the next session', () => {
    expect(tell('2026-01-26', twoWeeks)).toEqual([
      'w04-A A1 qd_rev_lunge 18 kg, 3 → 16 kg, 2',
      'w04-A A2 gx_deadlift 50 kg, 3 → 45 kg, 2',
      'w04-A A3 cg_double_loaded 3 → 2',
      'w04-A A4 cl_side_plank 3 → 2',
      'w04-B B1 hs_machine_curl 3 → 2',
      'w04-B B2 cs_seated_heavy 3 → 2',
      'w04-B B3 gm_hip_hitch 3 → 2',
      'w04-B B4 fi_short_foot 3 → 2',
      'w04-B B5 am_wall_rock 3 → 2',
    ]);
    expect(propose('2026-01-26', twoWeeks)[0]).toMatchObject({ topic: 'gap', kind: 'change', code: 'GAP_EASE' });
  });

  test('fourteen still do, into the next week', () => {
    expect(tell('2026-01-29', twoWeeks)).toContain('w05-A A2 gx_deadlift 52.5 kg, 3 → 45 kg, 2');
    expect(tell('2026-01-29', twoWeeks).some((line) => line.startsWith('w05-B'))).toBe(false);
  });

  test('the seventh day from the next session is of its week, the eighth is not', () => {
    const moved = (date: PlainDate): Program => ({
      ...program,
      weeks: program.weeks.map((week) => ({
        ...week,
        sessions: week.sessions.map((session) => (session.key === 'w05-A' ? { ...session, date } : session)),
      })),
    });
    const eased = (date: PlainDate) => deadlifts(tell('2026-01-29', twoWeeks, { program: moved(date) })).length;
    expect(eased('2026-02-04')).toBe(1);
    expect(eased('2026-02-05')).toBe(0);
  });

  test('eighteen to twenty-eight: 15 % less than was lifted last, and every set', () => {
    expect(tell('2026-02-02', twoWeeks)).toEqual([
      'w05-A A1 qd_rev_lunge 18 kg → 16 kg',
      'w05-A A2 gx_deadlift 52.5 kg → 42.5 kg',
    ]);
    const loaded = twoWeeks.map((log) =>
      log.slot === 'B1' ? { ...log, sets: log.sets.map((set) => ({ ...set, load: inKg(40) })) } : log,
    );
    // Thursday, February 12: 28 days.
    expect(tell('2026-02-12', loaded)).toEqual(['w06-B B1 hs_machine_curl none → 35 kg']);
  });

  test('more than 28: one rung down, for the rest of the block', () => {
    const moved = tell('2026-02-16', twoWeeks);
    expect(moved.filter((line) => line.includes('A2'))).toEqual([
      'w07-A A2 gx_sl_rdl → gx_hip_thrust 2×6 RIR 3',
      ...['w08', 'w09', 'w10', 'w11', 'w12'].map((week) => `${week}-A A2 gx_sl_rdl → gx_hip_thrust 3×4 RIR 2`),
    ]);
    expect(propose('2026-02-16', twoWeeks)[0]).toMatchObject({ code: 'GAP_RUNG_DOWN', kind: 'change' });
    // After week 1 alone: 32 days before week 6, the last of its block.
    expect(new Set(tell('2026-02-09', done('w01-A', 'w01-B')).map((line) => line.slice(0, 3)))).toEqual(
      new Set(['w06']),
    );
  });

  test('a load that is known of the lower rung comes with it, 15 % less', () => {
    const thrusts = done('w01-A')
      .filter(({ slot }) => slot === 'A2')
      .map((log) => ({
        ...log,
        session: 'w00-A',
        date: '2025-12-29',
        phase: 'build' as const,
        planned: { ...log.planned, exerciseId: 'gx_hip_thrust', load: inKg(60) },
        sets: log.sets.map((set) => ({ ...set, load: inKg(60) })),
      }));
    expect(tell('2026-02-16', [...thrusts, ...twoWeeks])).toContain(
      'w08-A A2 gx_sl_rdl → gx_hip_thrust 3×4 50 kg RIR 2',
    );
  });

  test('the lowest rung can’t go down: it starts its block anew, for its first week back', () => {
    const lowest = rewrite(program, (line) =>
      line.exerciseId === 'gx_sl_rdl' ? { ...line, exerciseId: 'gx_bridge', load: inKg(20) } : line,
    );
    expect(tell('2026-02-16', twoWeeks, { program: lowest }).filter((line) => line.includes('gx_bridge'))).toEqual([
      'w07-A A2 gx_bridge 20 kg → 17.5 kg',
    ]);
  });
});

describe('what a gap asks for is asked once', () => {
  const answered = (code: string): Program =>
    rewrite(program, (line) => ({ ...line, reasons: [...line.reasons, { code, rule: 'GAP', data: {} }] }));

  test('the same again is not', () => {
    expect(tell('2026-01-26', twoWeeks, { program: answered('GAP_EASE') })).toEqual([]);
    expect(tell('2026-01-29', twoWeeks, { program: answered('GAP_EASE') })).toEqual([]);
    expect(tell('2026-02-02', twoWeeks, { program: answered('GAP_RESTART') })).toEqual([]);
    expect(tell('2026-02-16', twoWeeks, { program: answered('GAP_RUNG_DOWN') })).toEqual([]);
  });

  test('a gap that grew longer asks anew', () => {
    expect(deadlifts(tell('2026-02-02', twoWeeks, { program: answered('GAP_EASE') }))).toEqual([
      'w05-A A2 gx_deadlift 52.5 kg → 42.5 kg',
    ]);
    expect(tell('2026-02-16', twoWeeks, { program: answered('GAP_RESTART') })).toEqual([]);
  });
});

describe('what speaks against a rung down', () => {
  test('a week never gives up its last strength for it (S2)', () => {
    const calvesOnly = rewrite(program, (line) =>
      line.goal === 'strength' && line.exerciseId !== 'cg_double_loaded' ? null : line,
    );
    const logs = done('w01-A', 'w01-B');
    // From loaded calf raises to ones for stability, where no other strength is left.
    expect(tell('2026-02-09', logs, { program: calvesOnly }).some((line) => line.includes('cg_single'))).toBe(false);
    expect(tell('2026-02-09', logs)).toContain('w06-A A3 cg_double_loaded → cg_single 3×8 RIR 3');
  });

  test('what the coach pinned is a suggestion', () => {
    const pinned = rewrite(program, (line) => ({ ...line, pinned: ['exerciseId', 'load'] }));
    expect(propose('2026-02-16', twoWeeks, { program: pinned }).map(({ kind }) => kind)).toContain('suggestion');
    const kinds = propose('2026-01-26', twoWeeks, { program: pinned })
      .filter(({ exerciseId }) => exerciseId === 'gx_deadlift')
      .map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['change', 'suggestion']);
  });
});

describe('the week back', () => {
  test('begins with the next session, and is seven days', () => {
    expect(findWeekBack(planOn(program, '2026-01-24', twoWeeks))).toEqual(['2026-01-26', '2026-02-01']);
  });

  test('there is none before the first session, nor where the next one is near, nor when none is left', () => {
    expect(findWeekBack(planOn(program, '2026-01-24', []))).toBeUndefined();
    expect(findWeekBack(planOn(program, '2026-01-22', twoWeeks))).toBeUndefined();
    expect(findWeekBack(planOn(program, '2026-01-23', twoWeeks))).toEqual(['2026-01-26', '2026-02-01']);
    expect(findWeekBack(planOn(program, '2026-03-27', twoWeeks))).toBeUndefined();
  });

  test('is looked for to the end of the program, past what is settled', () => {
    const keys = program.weeks.flatMap(({ sessions }) => sessions.map(({ key }) => key)).filter((key) => key < 'w12');
    expect(findWeekBack(planOn(program, '2026-01-24', twoWeeks, { fixed: new Set(keys) }))).toEqual([
      sessionOf(program, 'w12-A').date,
      '2026-03-29',
    ]);
  });
});
