import type { RuleCase, RuleExamples } from '../rule-example.ts';

const routine = (text: string, context?: Extract<RuleCase, { kind: 'routine' }>['context']): RuleCase =>
  context ? { kind: 'routine', text, context } : { kind: 'routine', text };

/** The same session in so many weeks, with a dose of its own in each. */
const weekly = (weeks: number, linesOf: (week: number) => string) =>
  Array.from(
    { length: weeks },
    (_, index) => `# Week ${index + 1}\n## Monday: rest + strength\n${linesOf(index + 1)}`,
  ).join('\n');

const session = (...lines: readonly string[]) => ['## Strength', ...lines].join('\n');

const dayOne = [
  'Weighted lunge 3x6 rest 3min for knee strength',
  'Deadlift 3x6 rest 3min for glute strength',
  'Calf raise 3x6 rest 3min for the push-off',
  'Side plank 3x30s/side for a quiet trunk',
];
const dayTwo = [
  'Knee-to-wall rock 3x20 for ankle range',
  'Hamstring curl 3x6 rest 3min for the swing of the leg',
  'Short foot 3x30s for the arch',
  'Side plank with leg lift 3x20s/side for a level pelvis',
];
const articlePlan = (first: string, second: string) =>
  [
    '## Monday: easy + strength',
    ...(first === 'Monday' ? dayOne : []),
    '## Tuesday: easy',
    '## Wednesday: speed',
    '## Thursday: rest + strength',
    ...(second === 'Thursday' ? dayTwo : []),
    '## Friday: easy',
    '## Saturday: long',
    '## Sunday: rest',
  ].join('\n');
const twoDays = articlePlan('Monday', 'Thursday');

/** Mistakes 1 to 3 and the example days: routines, audited. */
export const articleExamples: Readonly<Record<string, RuleExamples>> = {
  S1: {
    kind: 'worked',
    because: 'A prescription cannot be written without its one goal, so none can break this.',
    shows: [
      {
        caption: 'Each exercise has one goal: heavy for strength, fast for power, calm for stability',
        put: routine(
          session(
            'Deadlift 3x6 rest 3min goal strength',
            'Box jump 3x4 fast rest 2min goal power',
            'Dead bug 3x10 goal stability',
            'Knee-to-wall rock 2x20 goal mobility',
          ),
        ),
        says: [],
      },
    ],
  },
  S2: {
    kind: 'check',
    passes: {
      caption: 'One of five exercises is heavy',
      put: routine(
        [
          '# Week 1',
          '## Monday: rest + strength',
          'Deadlift 3x6 rest 3min',
          'Plank 3x30s',
          'Calf raise 3x12 rest 60s',
          'Knee-to-wall rock 2x20',
        ].join('\n'),
      ),
      says: [],
    },
    fails: {
      caption: 'Stability work all week, and nothing that takes force',
      put: routine(
        [
          '# Week 1',
          '## Monday: rest + strength',
          'Clamshell 3x12/side',
          'Plank 3x30s',
          'Dead bug 3x10',
          'Knee-to-wall rock 2x20',
        ].join('\n'),
      ),
      says: ['M1_NO_STRENGTH_OR_POWER'],
    },
  },
  S3: {
    kind: 'check',
    passes: {
      caption: 'Six reps, three minutes',
      put: routine(session('Deadlift 3x6 60kg @RIR2 rest 3min', 'Goblet squat 3x6 20kg @RIR2 rest 3min')),
      says: [],
    },
    fails: {
      caption: 'Twelve reps called strength, and six with half a minute between sets',
      put: routine(
        session('Deadlift 3x12 40kg rest 3min goal strength', 'Goblet squat 3x6 20kg rest 30s goal strength'),
      ),
      says: ['M1_STRENGTH_REPS', 'M1_REST_TOO_SHORT'],
    },
  },
  S4: {
    kind: 'check',
    passes: {
      caption: 'Four fast jumps, two minutes',
      put: routine(session('Box jump 3x4 fast rest 2min goal power')),
      says: [],
    },
    fails: {
      caption: 'Twelve jumps in a row: the last ones are slow',
      put: routine(session('Box jump 3x12 fast rest 2min goal power')),
      says: ['M1_POWER_DOSE'],
    },
  },
  S5: {
    kind: 'check',
    passes: {
      caption: 'Two exercises of fifteen beside two heavy ones; the hold is not counted',
      put: routine(
        session(
          'Deadlift 3x6 rest 3min',
          'Goblet squat 3x6 rest 3min',
          'Clamshell 2x15/side',
          'Banded ankle eversion 2x15/side',
          'Plank 3x30s',
        ),
      ),
      says: [],
    },
    fails: {
      caption: 'Three exercises of fifteen reps',
      put: routine(
        session('Deadlift 3x6 rest 3min', 'Clamshell 2x15/side', 'Dead bug 2x15', 'Banded ankle eversion 2x15/side'),
      ),
      says: ['M1_TOO_MANY_HIGH_REP'],
    },
  },
  S6: {
    kind: 'check',
    passes: {
      caption: 'Heavy sets, and twelve easy reps',
      put: routine(session('Goblet squat 3x6 20kg rest 3min', 'Deadlift 3x6 50kg rest 3min', 'Dead bug 2x12')),
      says: [],
    },
    fails: {
      caption: 'Twenty reps and half a minute, twice out of three',
      put: routine(session('Goblet squat 3x20 8kg rest 30s', 'Deadlift 3x20 20kg rest 30s', 'Dead bug 2x10')),
      says: ['M1_ENDURANCE_DOSE'],
    },
  },
  S7: {
    kind: 'check',
    saidBy: 'S3',
    passes: {
      caption: 'The rest is written down, and it is three minutes',
      put: routine(session('Weighted lunge 3x6/side 18kg rest 3min')),
      says: [],
    },
    fails: {
      caption: 'The same weight and reps with a third of the rest',
      put: routine(session('Weighted lunge 3x6/side 18kg rest 1min')),
      says: ['M1_REST_TOO_SHORT'],
    },
  },
  S8: {
    kind: 'worked',
    because: 'It is the shape that the engine builds. A session of another shape is judged by S2, S5, S6 and S15.',
    shows: [
      {
        caption: 'The article’s example, as it passes every check',
        put: routine(
          session(
            'Deadlift 3x6 rest 3min',
            'Weighted lunge 3x6 rest 3min',
            'Dead bug 3x10',
            'Banded ankle eversion 3x15',
            'Towel curl 3x15',
          ),
        ),
        says: [],
      },
      {
        caption: 'A session that the engine builds',
        put: { kind: 'program', runner: {}, weeks: 12, sessionsPerWeek: 2, week: 2, session: 'A' },
        says: ['SESSION_FULL'],
      },
    ],
  },
  S9: {
    kind: 'check',
    passes: {
      caption: 'A rep more each week, then a little more weight',
      put: routine(
        weekly(4, (week) => `Goblet squat 3x${week === 4 ? 5 : 4 + week} ${week === 4 ? 18 : 16}kg rest 3min`),
      ),
      says: [],
    },
    fails: {
      caption: 'The same weight and reps for four weeks',
      put: routine(weekly(4, () => 'Goblet squat 3x6 16kg rest 3min')),
      says: ['M2_NO_OVERLOAD'],
    },
  },
  S10: {
    kind: 'check',
    passes: {
      caption: 'Six weeks on the goblet squat, then the harder rung',
      put: routine(
        [
          ...Array.from({ length: 6 }, (_, at) => [
            `# Week ${at + 1}, block 1`,
            '## Monday: rest + strength',
            `Goblet squat 3x${4 + (at % 3)} ${at < 3 ? 16 : 18}kg rest 3min`,
          ]),
          ...Array.from({ length: 4 }, (_, at) => [
            `# Week ${at + 7}, block 2`,
            '## Monday: rest + strength',
            `Barbell squat 3x${4 + at} 40kg rest 3min`,
          ]),
        ]
          .flat()
          .join('\n'),
      ),
      says: [],
    },
    fails: {
      caption: 'A block of two weeks, and then an easier exercise for the same muscles',
      put: routine(
        [
          ...Array.from({ length: 2 }, (_, at) => [
            `# Week ${at + 1}, block 1`,
            '## Monday: rest + strength',
            `Barbell squat 3x${5 + at} 40kg rest 3min`,
          ]),
          ...Array.from({ length: 4 }, (_, at) => [
            `# Week ${at + 3}, block 2`,
            '## Monday: rest + strength',
            `Goblet squat 3x${4 + at} 20kg rest 3min`,
          ]),
        ]
          .flat()
          .join('\n'),
      ),
      says: ['M2_BLOCK_LENGTH', 'M2_NEXT_NOT_HARDER'],
    },
  },
  S11: {
    kind: 'check',
    passes: {
      caption: 'The same two exercises for four weeks, a rep more at a time',
      put: routine(
        weekly(
          4,
          (week) => `Goblet squat 3x${4 + week} 16kg rest 3min\nRomanian deadlift 3x${4 + week} 30kg rest 3min`,
        ),
      ),
      says: [],
    },
    fails: {
      caption: 'Something new every week',
      put: routine(
        weekly(
          4,
          (week) =>
            `${['Goblet squat', 'Split squat', 'Weighted lunge', 'Barbell squat'][week - 1]} 3x6 20kg rest 3min`,
        ),
      ),
      says: ['M2_EXERCISE_CHURN'],
    },
  },
  S12: {
    kind: 'worked',
    because: 'It is one ladder’s path; whether the next step comes is decided by LADDER.',
    shows: [
      {
        caption: 'Six weeks on the clamshell, done well and without pain',
        put: { kind: 'rung', input: { current: 'gm_clamshell', weeksDone: 6, criteriaMet: true, painMax: 1 } },
        says: ['RUNG_READY'],
      },
      {
        caption: 'Six weeks on the side plank: the leg lift is the last step',
        put: { kind: 'rung', input: { current: 'gm_side_plank', weeksDone: 6, criteriaMet: true, painMax: 1 } },
        says: ['RUNG_READY'],
      },
    ],
  },
  S13: {
    kind: 'check',
    passes: {
      caption: 'Six weeks on one lift, two kilograms more each week',
      put: routine(weekly(6, (week) => `Goblet squat 3x6 ${14 + 2 * week}kg rest 3min`)),
      says: [],
    },
    fails: {
      caption: 'Seven weeks of the same',
      put: routine(weekly(7, () => 'Goblet squat 3x6 16kg rest 3min')),
      says: ['M2_STALE_EXERCISE'],
    },
  },
  S14: {
    kind: 'check',
    passes: {
      caption: 'Two sessions',
      put: routine('# Week 1\n## Monday: easy + strength A\n## Thursday: rest + strength B\n## Saturday: long'),
      says: [],
    },
    fails: {
      caption: 'Three sessions beside four runs',
      put: routine(
        '# Week 1\n## Monday: easy + strength A\n## Wednesday: easy + strength B\n## Friday: easy + strength C\n## Sunday: easy',
      ),
      says: ['M3_TOO_MANY_SESSIONS'],
    },
    also: [
      {
        caption: 'One session is noted, since two build',
        put: routine('# Week 1\n## Monday: easy + strength A\n## Saturday: long'),
        says: ['M3_ONE_SESSION'],
      },
    ],
  },
  S15: {
    kind: 'check',
    passes: {
      caption: 'Four exercises',
      put: routine(['## Monday: rest + strength', ...dayOne, '## Tuesday: easy'].join('\n')),
      says: [],
    },
    fails: {
      caption: 'Eight exercises',
      put: routine(['## Monday: rest + strength', ...dayOne, ...dayTwo, '## Tuesday: easy'].join('\n')),
      says: ['M3_SESSION_SIZE'],
    },
  },
  S16: {
    kind: 'check',
    passes: {
      caption: 'Eight heavy lower-body exercises a week: the most there may be',
      put: routine(heavyWeek(4)),
      says: [],
    },
    fails: {
      caption: 'Ten',
      put: routine(heavyWeek(5)),
      says: ['M3_HIGH_RES_CAP'],
    },
  },
  S17: {
    kind: 'check',
    passes: {
      caption: 'The article’s two days reach every area',
      put: routine(twoDays),
      says: [],
    },
    fails: {
      caption: 'The same days without deadlift and hamstring curl',
      put: routine(
        twoDays
          .split('\n')
          .filter((line) => !/Hamstring|Deadlift/.test(line))
          .join('\n'),
      ),
      says: ['M3_AREA_GAP'],
    },
  },
  S18: {
    kind: 'check',
    passes: {
      caption: 'A runner of 52 with two calf exercises',
      put: routine(`${twoDays.replace(/\n## Friday/, '\nSeated calf raise 3x12 rest 60s\n## Friday')}`, { age: 52 }),
      says: [],
    },
    fails: {
      caption: 'A runner of 52 without calf work',
      put: routine(twoDays.replace(/\nCalf raise.*/, ''), { age: 52 }),
      says: ['M3_AREA_GAP'],
    },
    also: [
      {
        caption: 'At 52 one calf exercise keeps the rule, and two are the aim',
        put: routine(twoDays, { age: 52 }),
        says: ['M3_CALF_TARGET'],
      },
    ],
  },
  S19: {
    kind: 'worked',
    because: 'It is an example that has to pass, not a demand. Gaps are found by S17.',
    shows: [
      {
        caption: 'The article’s five exercises',
        put: routine(
          session(
            'Weighted lunge 3x6 rest 3min',
            'Single-leg deadlift 3x6 rest 3min',
            'Plank 3x30s',
            'Knee to wall 3x20',
            'Calf raise 3x6 rest 3min',
          ),
        ),
        says: [],
      },
    ],
  },
  S20a: {
    kind: 'worked',
    because: 'What the engine builds always has a purpose, and a pasted routine need not state one.',
    shows: [
      {
        caption: 'A line with its purpose',
        put: routine(session(...dayOne)),
        says: [],
      },
    ],
  },
  S25: {
    kind: 'worked',
    saidBy: 'PLACEMENT_ORDER',
    because: 'It is the first test of all the other rules.',
    shows: [
      {
        caption: 'The article’s week, with nothing known but its runs',
        put: {
          kind: 'week',
          input: { week: ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'], sessions: 2 },
          day: 'mon',
        },
        says: ['CHOSEN_FULL'],
      },
    ],
  },
  S32: {
    kind: 'worked',
    because: 'The two days are a test of the checks: none may flag them.',
    shows: [{ caption: 'Both days in the article’s week', put: routine(twoDays), says: [] }],
  },
};

/** Two sessions of so many heavy lower-body exercises each. */
function heavyWeek(each: number): string {
  const lifts = ['Deadlift', 'Weighted lunge', 'Goblet squat', 'Single-leg deadlift', 'Split squat'];
  const lines = lifts.slice(0, each).map((name) => `${name} 3x6 20kg rest 3min goal strength`);
  return ['# Week 1', '## Monday: rest + strength A', ...lines, '## Thursday: rest + strength B', ...lines].join('\n');
}
