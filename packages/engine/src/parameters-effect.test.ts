import { describe, expect, test } from 'vitest';
import { adapt } from './adapt/adapt.ts';
import type { ExerciseLog, PlannedDose } from './adapt/exercise-log.ts';
import { startExercise } from './adapt/exercise-state.ts';
import type { PainReport } from './adapt/judge-pain.ts';
import { type CheckIn, judgeReadiness } from './adapt/judge-readiness.ts';
import { listSitePains } from './adapt/list-site-pains.ts';
import { placeUnder } from './adapt/place-under.ts';
import { articleRules, type RuleSetName } from './adapt/rule-set.ts';
import { suggestLadderMove } from './adapt/suggest-ladder-move.ts';
import { buildRecord } from './adapt/training-record.ts';
import { buildProgram } from './build-program.ts';
import { checkProgram } from './check-program.ts';
import { explainReason } from './explain.ts';
import type { Finding } from './finding.ts';
import { type ParameterName, parameters } from './parameters.ts';
import { defaultParameters } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import type { Program } from './program.ts';
import type { Loadable } from './round-load.ts';
import type { RunningWeek } from './running-week.ts';
import { articleRunner } from './testing/article-runner.ts';
import { deadlift, inKg, writeLog } from './testing/exercise-logs.ts';
import { equipment } from './vocabulary.ts';

type Tuned = Partial<Record<ParameterName, number>>;

const startsOn = '2026-01-05';
const clubWeek: RunningWeek = [
  { kind: 'rest' },
  { kind: 'speed' },
  { kind: 'easy' },
  { kind: 'speed' },
  { kind: 'rest' },
  { kind: 'long' },
  { kind: 'rest' },
];

/** Runners who between them meet every rule that a number stands in. */
const runners: readonly (readonly [Partial<Profile>, RuleSetName])[] = [
  [{}, 'article'],
  [{ equipment: [...equipment], runningMonths: 8, experience: 'some' }, 'article'],
  [{ experience: 'new', runningMonths: 8, age: 36, minutesPerSession: 120 }, 'article'],
  [{ age: 16 }, 'article'],
  [{ age: 64, workingLoads: { gx_deadlift: { hundredths: 30_000, unit: 'kg' } } }, 'article'],
  [{ age: 40, runningWeek: clubWeek, workingLoads: { gx_deadlift: { hundredths: 20_000, unit: 'kg' } } }, 'article'],
  [{ runningWeek: clubWeek }, 'hard_days_hard'],
  [{ runningWeek: clubWeek }, 'article'],
  [
    {
      races: [
        { date: '2026-04-05', distance: '10k', priority: 'A' },
        { date: '2026-05-31', distance: 'marathon', priority: 'A' },
        { date: '2026-08-02', distance: '5k', priority: 'B' },
      ],
      workingLoads: { gx_deadlift: { hundredths: 20_000, unit: 'kg' }, gx_sl_rdl: { hundredths: 20_000, unit: 'kg' } },
    },
    'article',
  ],
  [
    {
      timeOff: [
        { from: '2026-01-20', to: '2026-01-25', kind: 'holiday', work: 'none' },
        { from: '2026-02-09', to: '2026-02-15', kind: 'holiday', work: 'none' },
        { from: '2026-03-09', to: '2026-03-25', kind: 'sick', work: 'none' },
        { from: '2026-04-14', to: '2026-04-22', kind: 'holiday', work: 'none' },
        { from: '2026-05-04', to: '2026-06-03', kind: 'holiday', work: 'none' },
      ],
      workingLoads: { gx_deadlift: { hundredths: 20_000, unit: 'kg' }, gx_sl_rdl: { hundredths: 20_000, unit: 'kg' } },
    },
    'article',
  ],
];

/** Two jumps a set, as nothing that is built has them. */
const withPairsOfJumps = (program: Program): Program => ({
  ...program,
  weeks: program.weeks.map((week) => ({
    ...week,
    sessions: week.sessions.map((session) => ({
      ...session,
      prescriptions: session.prescriptions.map((one) => (one.goal === 'power' ? { ...one, amount: 2 } : one)),
    })),
  })),
});

/** What is decided, without a word of why: a number that only stands in a sentence decides nothing. */
const decided = ({ blocks, weeks }: Program) => [
  blocks.map(({ firstWeek, lastWeek, focus }) => [firstWeek, lastWeek, focus]),
  weeks.map(({ phase, tier, sessions }) => [
    phase,
    tier,
    sessions.map(({ date, load, minutes, prescriptions }) => [
      date,
      load,
      minutes,
      prescriptions.map(({ reasons: _, ...dose }) => dose),
    ]),
  ]),
];
const found = (findings: readonly Finding[]) => findings.map(({ code, severity, at }) => [code, severity, at]);

/** What is built for all of them, and what the checks find in what the defaults would build. */
const planned = (tuned: Tuned): unknown =>
  runners.map(([profile, name]) => {
    const runner = { ...articleRunner, ...profile };
    const rules = { ...articleRules, name, parameters: { ...defaultParameters, ...tuned } };
    const built = buildProgram({ profile: runner, startsOn, weeks: 30, sessionsPerWeek: 2, rules });
    const usual = buildProgram({ profile: runner, startsOn, weeks: 30, sessionsPerWeek: 2 });
    if (!usual.ok || !built.ok) throw new Error('No program');
    const { program } = usual.value;
    return [
      decided(built.value.program),
      found(built.value.findings),
      [program, withPairsOfJumps(program)].map((one) => found(checkProgram({ program: one, profile: runner, rules }))),
    ];
  });

const plank: PlannedDose = {
  ...deadlift,
  exerciseId: 'ce_plank',
  goal: 'stability',
  measure: 'seconds',
  amount: 20,
  range: [20, 60],
  load: null,
  rir: null,
};
const set = (
  done: readonly (readonly [reps: readonly number[], rir: number | null, load?: number])[],
  planned = deadlift,
) =>
  done.map(([reps, rir, load], index) =>
    writeLog(planned, index + 1, reps, rir, load === undefined ? planned.load : inKg(load)),
  );
const top = [6, 6, 6];
const top5 = [
  [top, 2],
  [top, 2],
  [top, 2],
  [top, 2],
  [top, 2],
] as const;

/** Blocks of one exercise as they were done, between them every turn of the rules on loads. */
const blocks: readonly {
  readonly logs: readonly ExerciseLog[];
  readonly loadable?: Loadable;
  readonly age?: number;
}[] = [
  { logs: set(top5) },
  { logs: set(top5), age: 64 },
  // The next weight is nearly a tenth more.
  { logs: set(top5), loadable: [6_000, 6_550, 7_100] },
  {
    logs: set([
      [[3, 3, 3], 1],
      [[3, 3, 3], 1],
      [[3, 3, 3], 1],
    ]),
  },
  // Far from the reserve that was asked for, early and late.
  {
    logs: set(
      [
        [[5, 5, 5], 0.5],
        [[5, 5, 5], 1],
        [[5, 5, 5], 0.5],
      ],
      { ...deadlift, rir: 4 },
    ),
    loadable: 50,
  },
  {
    logs: set([
      [[5, 5, 5], 0.5],
      [[5, 5, 5], 5],
      [[5, 5, 5], 5],
      [[5, 5, 5], 0.5],
    ]),
    loadable: 100,
  },
  {
    logs: set([
      [[5, 5, 5], 5],
      [[5, 5, 5], 5],
      [[5, 5, 5], 5],
    ]),
    loadable: 50,
  },
  {
    logs: set([
      [[5, 5, 5], 2],
      [[5, 5, 5], 2, 78],
      [[5, 5, 5], 2, 72],
    ]),
  },
  {
    logs: set(
      [
        [[20, 20, 20], null],
        [[25, 25, 25], null],
        [[30, 30, 30], null],
      ],
      plank,
    ),
  },
  { logs: set(top5).map((log) => ({ ...log, pain: 3 })) },
];

const pain = (date: string, during: number): PainReport => ({
  date,
  site: 'achilles',
  during,
  nextMorning: null,
  baseline: 0,
  isRising: false,
  flags: [],
});
const checkIn: CheckIn = {
  soreness: 4,
  sleep: 2,
  fatigue: 4,
  mood: 4,
  isIll: false,
  hasFever: false,
  hasRedPain: false,
  variability: null,
};
const low = (...means: number[]): CheckIn => ({ ...checkIn, variability: { means, baseline: 60, deviation: 10 } });

/** What logs, pain and readiness lead to, and what a rung that was not mastered does to the weeks ahead. */
const lived = (tuned: Tuned): unknown => {
  const parameters = { ...defaultParameters, ...tuned };
  const steps = blocks.map(({ logs, loadable = 250, age = 34 }) => {
    const [first] = logs;
    const exercise = first?.planned.exerciseId ?? '';
    const context = { profile: { ...articleRunner, age }, parameters, loadables: { [exercise]: loadable } };
    return logs.map((_, index) => {
      const { state, changes } = buildRecord(logs.slice(0, index + 1), context).steps.get(exercise) ?? {};
      return [state, changes?.map(({ kind, before, after }) => [kind, before, after])];
    });
  });
  const pains = [
    [pain('2026-01-05', 3)],
    [pain('2026-01-05', 5)],
    [pain('2026-01-05', 4), pain('2026-01-14', 4)],
    [pain('2026-01-05', 4), pain('2026-01-25', 4)],
  ].map((reports) =>
    listSitePains(reports, '2026-01-26', parameters).map(({ verdict }) => [verdict.light, verdict.action]),
  );
  const lights = [
    checkIn,
    { ...checkIn, mood: 2 },
    low(60, 60, 54, 54),
    low(60, 54, 54, 54),
    low(50, 50, 50, 50),
    low(60, 60, 50, 50),
    low(60, 60, 60, 50),
  ].map((one) => judgeReadiness(one, parameters).light);
  const oneLeg = suggestLadderMove({
    state: { ...startExercise({ ...deadlift, exerciseId: 'gx_deadlift', load: inKg(120) }), block: 1, topExposures: 3 },
    weeksDone: 6,
    pinned: [],
    loadable: 250,
    parameters,
  }).map(({ decision, next, startLoad }) => [decision, next, startLoad]);
  return [steps, pains, lights, oneLeg, extended(parameters)];
};

/** A block without the top of any range, and what it does to the one after it. */
function extended(parameters: typeof defaultParameters): unknown {
  const rules = { ...articleRules, parameters };
  const built = buildProgram({ profile: articleRunner, startsOn, weeks: 12, sessionsPerWeek: 2 });
  if (!built.ok) throw new Error('No program');
  const { program } = built.value;
  const logs = program.weeks.slice(0, 6).flatMap((week) =>
    week.sessions.flatMap((session) =>
      session.prescriptions.map(
        (one): ExerciseLog => ({
          session: session.key,
          slot: one.slot,
          revision: 0,
          date: session.date,
          block: week.block,
          phase: week.phase,
          planned: one,
          sets: Array.from({ length: one.sets }, () => ({ amount: one.amount - 1, load: one.load, rir: one.rir })),
          pain: null,
          isEased: false,
          isConfirmed: false,
        }),
      ),
    ),
  );
  const facts = { program, profile: articleRunner, rules, today: '2026-02-13', logs, checkIns: [], pains: [] };
  return decided(adapt(facts).program);
}

/** What a coach is told about a week of a club. */
const told = (tuned: Tuned): unknown => {
  const parameters = { ...defaultParameters, ...tuned };
  const rules = { ...articleRules, name: 'hard_days_hard', parameters } as const;
  const week = clubWeek.map(({ kind }) => kind);
  const { days } = placeUnder(rules, { week, before: undefined, after: undefined, sessions: 2, unavailable: [] });
  const light = buildProgram({
    profile: { ...articleRunner, runningWeek: clubWeek },
    startsOn,
    weeks: 4,
    sessionsPerWeek: 2,
    rules: { ...articleRules, parameters },
  });
  if (!light.ok) throw new Error('No program');
  const reasons = [
    ...days.flatMap((day) => day.reasons),
    ...light.value.program.weeks.flatMap(({ sessions }) => sessions.flatMap((session) => session.reasons)),
  ];
  return reasons.map((reason) => explainReason(reason).claim);
};

/**
 * Where a number shows: in what is built or found, in what logs and reports lead to, or only in what is said. The engine knows
 * no hour of the day and no effort of a whole session, so it can ask for two of them and not see to it.
 */
const effects: Readonly<Record<ParameterName, 'planned' | 'lived' | 'told'>> = {
  sessionsPerWeek: 'planned',
  slotsMin: 'planned',
  slotsMax: 'planned',
  heavySlotsPerWeek: 'planned',
  heavySlotsPerSession: 'planned',
  heavySlotsReduced: 'planned',
  highRepMax: 'planned',
  highRepThreshold: 'planned',
  enduranceReps: 'planned',
  strengthRepsMin: 'planned',
  strengthRepsMax: 'planned',
  powerRepsMin: 'planned',
  powerRepsMax: 'planned',
  restStrength: 'planned',
  restPower: 'planned',
  setsStrength: 'planned',
  rir: 'planned',
  rirNovice: 'planned',
  rirMinor: 'planned',
  blockWeeks: 'planned',
  minGapDays: 'planned',
  heavyGapHours: 'planned',
  sameDayGapHours: 'told',
  lightEffortMax: 'told',
  incrementPercent: 'planned',
  mastersIncrementPercent: 'planned',
  topsToRise: 'lived',
  oneStepMaxPercent: 'lived',
  holdStepSeconds: 'lived',
  weekCapPercent: 'planned',
  backoffPercent: 'lived',
  backoffAgainPercent: 'lived',
  rirPercent: 'planned',
  rirCutMaxPercent: 'lived',
  rirRiseMaxPercent: 'lived',
  rirPracticeDays: 'lived',
  outlierPercent: 'lived',
  oneLegCutPercent: 'lived',
  missedResumeDays: 'planned',
  missedEaseDays: 'planned',
  missedRestartDays: 'planned',
  missedEasePercent: 'planned',
  missedRestartPercent: 'planned',
  painGreenMax: 'lived',
  painRedMin: 'lived',
  painRepeatDays: 'lived',
  lowFeelings: 'lived',
  lowVariabilityDays: 'lived',
  lowVariabilityDeviations: 'lived',
  extensionWeeks: 'lived',
  calfAge: 'planned',
  calfSlotsMin: 'planned',
  calfSlotsTarget: 'planned',
  footRunningMonths: 'planned',
  jumpGateWeeks: 'planned',
  contactsPerSession: 'planned',
  taperDays: 'planned',
  inSeasonWeeks: 'planned',
  deloadWeeks: 'planned',
  deloadLoadPercent: 'planned',
  noNewExerciseDays: 'planned',
  mobilityOnlyDays: 'planned',
};
const looks = { planned, lived, told } as const;
const look = (where: keyof typeof looks, tuned: Tuned) => JSON.stringify(looks[where](tuned));
const usual = { planned: look('planned', {}), lived: look('lived', {}), told: look('told', {}) } as const;

describe.each(Object.keys(effects) as ParameterName[])('%s', (name) => {
  const where = effects[name];
  const { min, max, default: usually } = parameters[name];

  test(`tuned within its limits, changes what is ${where}`, () => {
    expect(
      [min, max].filter((value) => value !== usually).some((value) => look(where, { [name]: value }) !== usual[where]),
    ).toBe(true);
  });
});
