import { expect, test } from 'vitest';
import { articleRules, type RuleSetName } from './adapt/rule-set.ts';
import { buildProgram } from './build-program.ts';
import { checkProgram } from './check-program.ts';
import { type ParameterName, parameters } from './parameters.ts';
import { defaultParameters } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import type { Program } from './program.ts';
import type { RunningWeek } from './running-week.ts';
import { articleRunner } from './testing/article-runner.ts';
import { equipment } from './vocabulary.ts';

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
        { from: '2026-05-04', to: '2026-06-03', kind: 'holiday', work: 'none' },
      ],
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

/** What is built for all of them, and what the checks say of what the defaults would build. */
const seen = (tuned: Partial<Record<ParameterName, number>>): string =>
  JSON.stringify(
    runners.map(([profile, name]) => {
      const runner = { ...articleRunner, ...profile };
      const rules = { ...articleRules, name, parameters: { ...defaultParameters, ...tuned } };
      const built = buildProgram({ profile: runner, startsOn, weeks: 30, sessionsPerWeek: 2, rules });
      const usual = buildProgram({ profile: runner, startsOn, weeks: 30, sessionsPerWeek: 2 });
      if (!usual.ok) return built;
      const { program } = usual.value;
      const checked = [program, withPairsOfJumps(program)].map((one) =>
        checkProgram({ program: one, profile: runner, rules }),
      );
      return [built, checked];
    }),
  );

const usual = seen({});
const isSeen = (name: ParameterName) =>
  [parameters[name].min, parameters[name].max].some((value) => seen({ [name]: value }) !== usual);

/** Numbers that wait for logs, pain and readiness: they change no plan until somebody trains. */
const ofLogs: ReadonlySet<string> = new Set<ParameterName>([
  'topsToRise',
  'oneStepMaxPercent',
  'holdStepSeconds',
  'backoffPercent',
  'backoffAgainPercent',
  'rirCutMaxPercent',
  'rirRiseMaxPercent',
  'rirPracticeDays',
  'outlierPercent',
  'oneLegCutPercent',
  'painGreenMax',
  'painRedMin',
  'painRepeatDays',
  'lowFeelings',
  'lowVariabilityDays',
  'lowVariabilityDeviations',
  'extensionWeeks',
]);

const names = (Object.keys(parameters) as ParameterName[]).filter((name) => !ofLogs.has(name));

test.each(names)('%s changes what is built or what is found', (name) => {
  expect(isSeen(name)).toBe(true);
});
