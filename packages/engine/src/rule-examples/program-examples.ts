import type { RuleCase, RuleExamples } from '../rule-example.ts';

type ProgramCase = Extract<RuleCase, { kind: 'program' }>;

const build = (week: number, runner: ProgramCase['runner'] = {}, more: Partial<ProgramCase> = {}): RuleCase => ({
  kind: 'program',
  runner,
  weeks: 12,
  sessionsPerWeek: 2,
  week,
  session: 'A',
  ...more,
});

const heavyDose = { goal: 'strength', measure: 'reps', amount: 6, range: [4, 6] } as const;

/** A half marathon on Sunday, 5 April 2026. */
const newBeforeRace = [
  ...[1, 2].flatMap((week) => [
    `# Week ${week}${week === 1 ? ', from 2026-03-09' : ''}`,
    '## Wednesday: rest + strength',
    `Deadlift 3x${3 + week} 50kg rest 3min`,
  ]),
  '# Week 3',
  '## Wednesday: rest + strength',
  'Weighted lunge 3x6/side 18kg rest 3min',
  '# Week 4',
  '## Sunday: race 21.1 km',
].join('\n');

/** How a program is built, and how it rises. */
export const programExamples: Readonly<Record<string, RuleExamples>> = {
  LADDER: {
    kind: 'decision',
    passes: {
      caption: 'Four weeks, the top of the range twice, hardly any pain',
      put: { kind: 'rung', input: { current: 'qd_goblet', weeksDone: 4, criteriaMet: true, painMax: 1 } },
      says: ['RUNG_READY'],
    },
    fails: {
      caption: 'Three weeks are too few',
      put: { kind: 'rung', input: { current: 'qd_goblet', weeksDone: 3, criteriaMet: true, painMax: 1 } },
      says: ['RUNG_TOO_EARLY'],
    },
  },
  START: {
    kind: 'worked',
    because: 'It chooses where to begin.',
    shows: [
      {
        caption: 'Somebody new to strength starts low',
        put: build(1, { experience: 'new', workingLoads: {} }),
        says: ['START_RUNG'],
      },
      {
        caption: 'An experienced runner starts where a load is known',
        put: build(1),
        says: ['START_KNOWN_LOAD', 'START_RUNG'],
      },
    ],
  },
  FOOT_START: {
    kind: 'worked',
    because: 'It chooses where to begin.',
    shows: [
      {
        caption: 'Three months of running',
        put: build(1, { runningMonths: 3 }, { session: 'B' }),
        says: ['START_FIRST_RUNG_FOOT'],
      },
    ],
  },
  JUMPS: {
    kind: 'worked',
    because: 'Jumps cannot be built in before their time.',
    shows: [
      { caption: 'The first block has no jumps', put: build(2), says: [] },
      { caption: 'The third block brings the first ones', put: build(14, {}, { weeks: 18 }), says: ['JUMPS_GATE'] },
    ],
  },
  DOSE: {
    kind: 'worked',
    because: 'It sets a dose; too much of it is found by S5 and S6.',
    shows: [{ caption: 'Ankle mobility', put: build(2, {}, { session: 'B' }), says: ['DOSE_MOBILITY'] }],
  },
  LOAD: {
    kind: 'worked',
    because: 'It says where a number comes from.',
    shows: [
      { caption: 'Known loads are used; the rest goes by feel', put: build(2), says: ['LOAD_KNOWN', 'LOAD_BY_FEEL'] },
      {
        caption: 'Without a known load none is invented',
        put: build(2, { workingLoads: {} }),
        says: ['NOTE_NO_LOADS', 'LOAD_BY_FEEL'],
      },
    ],
  },
  PROGRESSION: {
    kind: 'decision',
    passes: {
      caption: 'All sets at the top of the range, twice, with the reserve asked for',
      put: {
        kind: 'log',
        planned: heavyDose,
        sessions: [
          { reps: [6, 6, 6], rir: 2 },
          { reps: [6, 6, 6], rir: 2 },
        ],
      },
      says: ['PROGRESS_TOP_OF_RANGE_TWICE', 'REPS_RESTART'],
    },
    fails: {
      caption: 'One set short of the top: the same again',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [6, 6, 5], rir: 2 }] },
      says: ['HOLD'],
    },
  },
  DELOAD: {
    kind: 'worked',
    because: 'The engine builds every block this way.',
    shows: [{ caption: 'The first week of a block', put: build(1), says: ['DELOAD_WEEK', 'DELOAD_FIRST_WEEK'] }],
  },
  BLOCK: {
    kind: 'worked',
    because: 'Weeks that cannot be cut into blocks of 4 to 6 are refused before anything is built.',
    shows: [{ caption: 'Twelve weeks are two blocks of six', put: build(1), says: ['BLOCK_LENGTH', 'BLOCK_FOCUS'] }],
  },
  ORDER: {
    kind: 'worked',
    because: 'The engine builds every session this way.',
    shows: [{ caption: 'A session with jumps: they come first', put: build(14, {}, { weeks: 18 }), says: [] }],
  },
  AREAS: {
    kind: 'worked',
    because: 'It decides what a short session leaves out.',
    shows: [
      {
        caption: 'One session of half an hour a week',
        put: build(2, { minutesPerSession: 30 }, { sessionsPerWeek: 1 }),
        says: ['NOTE_AREA_LEFT_OUT'],
      },
    ],
  },
  KIT: {
    kind: 'worked',
    because: 'What cannot be done is never chosen.',
    shows: [
      {
        caption: 'Only a mat and a mini band',
        put: build(2, { equipment: ['mat', 'miniband'], workingLoads: {} }),
        says: ['KIT_SUBSTITUTE'],
      },
    ],
  },
  TIME: {
    kind: 'worked',
    because: 'What does not fit is never built.',
    shows: [
      {
        caption: 'Twenty-five minutes a session',
        put: build(2, { minutesPerSession: 25 }),
        says: ['SESSION_TIME', 'TIME_SHORTER_REST', 'TIME_FEWER_SETS'],
      },
    ],
  },
  SUPERSET: {
    kind: 'worked',
    because: 'It is made only where the time is short.',
    shows: [
      {
        caption: 'Thirty-five minutes: the plank stands in the calves’ rest',
        put: build(2, { minutesPerSession: 35 }),
        says: ['SESSION_SUPERSETS', 'SUPERSET_FOR_TIME'],
      },
    ],
  },
  WARM_UP: {
    kind: 'worked',
    because: 'It is read from the session and stands above it.',
    shows: [
      { caption: 'Three minutes and two light sets of the first lift come before this', put: build(2), says: [] },
    ],
  },
  PAIN: {
    kind: 'decision',
    passes: {
      caption: 'Pain of 2, gone the next morning',
      put: { kind: 'pain', report: { during: 2 } },
      says: ['PAIN_GREEN'],
    },
    fails: {
      caption: 'Pain of 6',
      put: { kind: 'pain', report: { during: 6 } },
      says: ['PAIN_RED'],
    },
  },
  YOUTH: {
    kind: 'check',
    passes: {
      caption: 'A runner of 15: three sets of six',
      put: {
        kind: 'routine',
        text: '## Monday: easy 6 km + strength\nGoblet squat 3x6 12kg rest 3min',
        context: { age: 15 },
      },
      says: [],
    },
    fails: {
      caption: 'A runner of 15: heavy threes',
      put: {
        kind: 'routine',
        text: '## Monday: easy 6 km + strength\nGoblet squat 5x3 24kg rest 3min',
        context: { age: 15 },
      },
      says: ['M1_GROUP_DOSE'],
    },
  },
  MASTERS: {
    kind: 'decision',
    passes: {
      caption: 'At 34 nothing is added',
      put: { kind: 'screening', answers: { age: 34 } },
      says: [],
    },
    fails: {
      caption: 'At 64 heavy sessions keep three days apart',
      put: { kind: 'screening', answers: { age: 64 } },
      says: ['SCREEN_MASTERS'],
    },
  },
  TAPER: {
    kind: 'worked',
    because: 'The engine builds the weeks before a race this way.',
    shows: [
      {
        caption: 'Two weeks before a half marathon',
        put: build(11, { races: [{ date: '2026-03-29', distance: 'half', priority: 'A' }] }),
        says: ['TAPER_WEEK', 'TAPER_MAIN_LIFT_DROPPED', 'TAPER_VOLUME_DOWN_INTENSITY_HELD'],
      },
      {
        caption: 'An exercise that is new eleven days before a half marathon',
        put: { kind: 'routine', text: newBeforeRace },
        says: ['M4_NEW_BEFORE_RACE'],
      },
    ],
  },
  RACE_WEEK: {
    kind: 'check',
    passes: {
      caption: 'Heavy legs eleven days before a 10k',
      put: { kind: 'routine', text: raceRoutine(1) },
      says: [],
    },
    fails: {
      caption: 'Heavy legs four days before it',
      put: { kind: 'routine', text: raceRoutine(0) },
      says: ['M4_HEAVY_BEFORE_RACE'],
    },
  },
  AFTER_RACE: {
    kind: 'check',
    passes: {
      caption: 'Heavy legs twelve days after a half marathon',
      put: { kind: 'routine', text: afterRaceRoutine(2, 'Friday') },
      says: [],
    },
    fails: {
      caption: 'Heavy legs three days after it',
      put: { kind: 'routine', text: afterRaceRoutine(1, 'Wednesday') },
      says: ['M4_HEAVY_AFTER_RACE'],
    },
  },
  EDIT: {
    kind: 'worked',
    because: 'It keeps what the coach wants.',
    shows: [
      {
        caption: 'The coach sets four sets',
        put: build(2, {}, { edit: { sets: 4 } }),
        says: ['EDIT_BY_COACH'],
      },
    ],
  },
  EXPECT: {
    kind: 'worked',
    because: 'It is about hope, and no plan can be held to it.',
    shows: [{ caption: 'The tenth week of a program: the second block is well under way', put: build(10), says: [] }],
  },
};

/** A 10k on Sunday, 15 March 2026, and heavy legs so many weeks before it. */
function raceRoutine(weeksBefore: 0 | 1): string {
  const strength = ['## Wednesday: rest + strength', 'Deadlift 3x6 50kg rest 3min'];
  return [
    '# Week 1, from 2026-03-02',
    ...(weeksBefore === 1 ? strength : []),
    '## Saturday: long',
    '# Week 2',
    ...(weeksBefore === 0 ? strength : []),
    '## Sunday: race 10 km',
  ].join('\n');
}

function afterRaceRoutine(week: number, day: string): string {
  const strength = [`## ${day}: rest + strength`, 'Deadlift 3x6 50kg rest 3min'];
  return [
    '# Week 1, from 2026-03-02',
    '## Sunday: race 21.1 km',
    '# Week 2',
    ...(week === 1 ? strength : []),
    '## Saturday: easy',
    '# Week 3',
    ...(week === 2 ? strength : []),
    '## Saturday: easy',
  ].join('\n');
}
