import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlainDate } from '../plain-date.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { lightOn, logSession, rewrite, tellEdits } from '../testing/lived-program.ts';
import { planOn } from '../testing/plan-on.ts';
import type { PainReport } from './judge-pain.ts';
import { listSitePains } from './list-site-pains.ts';
import { proposePainChanges } from './propose-pain-changes.ts';
import { buildRecord } from './training-record.ts';
import type { WorkingPlan } from './working-plan.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const { program } = built.value;
const context = { profile: articleRunner, parameters: defaultParameters };
/** The Monday of week 2. */
const today = '2026-01-12';

const report = (site: PainReport['site'], more: Partial<PainReport> = {}): PainReport => ({
  date: today,
  site,
  during: 7,
  nextMorning: null,
  baseline: 0,
  isRising: false,
  flags: [],
  ...more,
});
const propose = (reports: readonly PainReport[], more: Partial<WorkingPlan> = {}, on: PlainDate = today) =>
  proposePainChanges(planOn(program, on, [], more), listSitePains(reports, on, defaultParameters));
const tell = (...given: Parameters<typeof propose>) => tellEdits(propose(...given));
/** Two ambers at the knee within two weeks: one rung back. */
const secondAmber = [
  report('anterior_knee', { date: '2026-01-06', during: 4 }),
  report('anterior_knee', { during: 4 }),
];
const light = (key: string) => lightOn(program, key);

describe('red pain (rulebook 2.7)', () => {
  test('takes what loads the site out of the coming days, for what spares it or for nothing', () => {
    expect(tell([report('hamstring')])).toEqual([
      'w02-A A2 gx_deadlift → gx_hip_thrust 3×4 RIR 2',
      'w02-B B1 hs_machine_curl → nothing',
    ]);
    expect(tell([report('achilles')])).toEqual([
      'w02-A A3 cg_double_loaded → cg_iso 3×30 s',
      'w02-B B2 cs_seated_heavy → cg_iso 3×30 s',
      'w02-B B5 am_wall_rock → am_circles 2×10',
    ]);
    expect(propose([report('hamstring')])[0]).toMatchObject({
      topic: 'pain',
      kind: 'change',
      code: 'PAIN_RED',
      exerciseId: 'gx_deadlift',
      before: 'gx_deadlift',
      after: 'gx_hip_thrust',
    });
  });

  test('looks seven days ahead, today among them', () => {
    expect(tell([report('achilles')], {}, '2026-01-13').map((line) => line.slice(0, 8))).toEqual([
      'w02-B B2',
      'w02-B B5',
      'w03-A A3',
    ]);
    // Session A of week 3 is on January 19.
    expect(tell([report('hamstring')]).some((line) => line.startsWith('w03'))).toBe(false);
  });

  test('of two sites, nothing that spares one comes in to load the other', () => {
    // The side plank that would do for a painful back loads a painful shoulder.
    expect(tell([report('low_back')])).toEqual(['w02-A A2 gx_deadlift → gm_side_plank 3×20 s']);
    const both = tell([report('low_back'), report('shoulder')]);
    expect(both.find((line) => line.startsWith('w02-A A2'))).toMatch(/^w02-A A2 gx_deadlift → (?!gm_side_plank)/);
  });

  test('an exercise that two sites stop is taken out once', () => {
    expect(tell([report('achilles'), report('calf')]).filter((line) => line.startsWith('w02-A A3'))).toHaveLength(1);
  });

  test('the load known for what comes in comes with it', () => {
    const thrusts = logSession(program, 'w02-A')
      .filter(({ slot }) => slot === 'A2')
      .map((log) => ({
        ...log,
        session: 'w00-A',
        date: '2025-12-29',
        planned: { ...log.planned, exerciseId: 'gx_hip_thrust', load: inKg(60) },
        sets: log.sets.map((set) => ({ ...set, load: inKg(60) })),
      }));
    expect(tell([report('hamstring')], { record: buildRecord(thrusts, context) })[0]).toBe(
      'w02-A A2 gx_deadlift → gx_hip_thrust 3×4 60 kg RIR 2',
    );
  });

  test('what the coach pinned is stopped as well', () => {
    const pinned = rewrite(program, (line) => ({ ...line, pinned: ['exerciseId'] }));
    expect(propose([report('hamstring')], { program: pinned }).map(({ kind }) => kind)).toEqual(['change', 'change']);
  });

  test('so is what pain has put there already, when it hurts too', () => {
    const answered = rewrite(program, (line) => ({
      ...line,
      reasons: [...line.reasons, { code: 'PAIN_REGRESS', rule: 'PAIN', data: {} }],
    }));
    expect(tell([report('hamstring')], { program: answered })).toHaveLength(2);
  });

  test('nothing heavy comes where nothing heavy was', () => {
    const many = rewrite(program, (line) =>
      line.exerciseId === 'gx_deadlift' ? { ...line, goal: 'endurance', amount: 15, range: [13, 15] } : line,
    );
    expect(tell([report('hamstring')], { program: many })[0]).not.toContain('gx_hip_thrust');
  });

  test('on a light day only light work comes', () => {
    expect(tell([report('hamstring')], { program: light('w02-A') })[0]).not.toContain('gx_hip_thrust');
    expect(tell([report('achilles')], { program: light('w02-B') })).toContain(
      'w02-B B5 am_wall_rock → am_circles 2×10',
    );
  });

  test('nothing new comes within 21 days of a race, but for what was done before', () => {
    const racing = {
      ...articleRunner,
      races: [{ date: '2026-02-05', priority: 'B' as const, distance: '10k' as const }],
    };
    const sparing = (more: Partial<WorkingPlan>) =>
      tell([report('achilles')], { profile: racing, ...more }).map((line) => line.split(' → ')[1]);
    expect(sparing({})).toEqual(['cg_iso 3×30 s', 'nothing', 'nothing']);
    const circles = logSession(program, 'w01-B')
      .filter(({ slot }) => slot === 'B5')
      .map((log) => ({ ...log, planned: { ...log.planned, exerciseId: 'am_circles' } }));
    expect(sparing({ record: buildRecord(circles, context), fixed: new Set() })).toContain('am_circles 2×10');
  });
});

describe('the second amber in two weeks', () => {
  test('goes one rung back, even to one that loads the site', () => {
    expect(tell(secondAmber)).toEqual(['w02-A A1 qd_rev_lunge → qd_split_squat 3×5 RIR 2']);
    expect(propose(secondAmber)).toMatchObject([{ code: 'PAIN_REGRESS', kind: 'change' }]);
  });

  test('a first one holds, and changes nothing', () => {
    expect(tell([report('anterior_knee', { during: 4 })])).toEqual([]);
  });

  test.each(['PAIN_REGRESS', 'PAIN_RED', 'PAIN_AS_RED', 'RUNG_BACK', 'GAP_RUNG_DOWN'])(
    'what went back already (%s) does not go back again for it',
    (code) => {
      const answered = rewrite(program, (line) => ({
        ...line,
        reasons: [...line.reasons, { code, rule: 'PAIN', data: {} }],
      }));
      expect(tell(secondAmber, { program: answered })).toEqual([]);
    },
  );

  test('what the coach pinned is a suggestion', () => {
    const pinned = rewrite(program, (line) => ({ ...line, pinned: ['exerciseId'] }));
    expect(propose(secondAmber, { program: pinned })).toMatchObject([{ kind: 'suggestion' }]);
  });

  test('beside a red site it still goes back, and not to what loads the red one', () => {
    const groin = [...secondAmber, report('hip_groin')];
    // The split squat one rung back loads the groin; the step-down spares it, but is no easier on the knee.
    expect(tell(groin)).toEqual(['w02-A A1 qd_rev_lunge → qd_goblet 3×5 RIR 2']);
    expect(tell([...secondAmber, report('hamstring')])).toHaveLength(3);
  });
});

describe('beside a site that is amber', () => {
  const sore = (site: PainReport['site']) => report(site, { during: 4 });

  test('what stands in for a red one spares the amber one too, where anything does', () => {
    expect(tell([report('hip_groin')])).toEqual(['w02-A A1 qd_rev_lunge → qd_step_down 3×5 RIR 2']);
    // The goblet squat loads the back as well as the knee.
    const knee = [report('hip_groin'), sore('anterior_knee')];
    expect(tell([...knee, sore('low_back')])).toEqual(['w02-A A1 qd_rev_lunge → qd_box_squat 3×10 RIR 3']);
    expect(tell([report('low_back'), sore('shoulder')])[0]).not.toContain('gm_side_plank');
  });

  test('one rung back is one further where the first would load what was spared', () => {
    const split = rewrite(program, (line) =>
      line.exerciseId === 'qd_rev_lunge' ? { ...line, exerciseId: 'qd_split_squat' } : line,
    );
    expect(tell(secondAmber, { program: split })).toEqual(['w02-A A1 qd_split_squat → qd_goblet 3×5 RIR 2']);
    expect(tell([...secondAmber, sore('low_back')], { program: split })).toEqual([
      'w02-A A1 qd_split_squat → qd_wall_sit 3×30 s',
    ]);
  });
});

describe('a stop flag', () => {
  const flagged = [report('shin', { during: 1, flags: ['focal_bone'] })];

  test('leaves today’s session out, and nothing else', () => {
    expect(propose(flagged)).toMatchObject([
      { topic: 'pain', kind: 'change', code: 'PAIN_STOP', session: 'w02-A', before: '2026-01-12', after: null },
    ]);
    expect(tell(flagged)).toEqual(['w02-A 2026-01-12 let go']);
  });

  test('has nothing to leave out on a day without a session, nor where it is done', () => {
    expect(tell(flagged, {}, '2026-01-13')).toEqual([]);
    expect(tell(flagged, { record: buildRecord(logSession(program, 'w02-A'), context) })).toEqual([]);
  });

  test('outweighs every other light', () => {
    expect(tell([...flagged, report('hamstring')])).toEqual(['w02-A 2026-01-12 let go']);
  });
});
