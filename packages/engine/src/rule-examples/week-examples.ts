import type { PlacementInput } from '../placement.ts';
import type { RuleCase, RuleExamples } from '../rule-example.ts';
import type { RunKind, Weekday } from '../vocabulary.ts';

type Runs = readonly [RunKind, RunKind, RunKind, RunKind, RunKind, RunKind, RunKind];

const articleRuns: Runs = ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'];

const week = (runs: Runs, day?: Weekday, more: Partial<PlacementInput> = {}): RuleCase => ({
  kind: 'week',
  input: { week: runs, sessions: 2, ...more },
  ...(day ? { day } : {}),
});

/** The article's week with a heavy session on the given days, written down and audited. */
const strengthOn = (...days: readonly string[]): RuleCase => ({
  kind: 'routine',
  text: [
    ['Monday', 'easy'],
    ['Tuesday', 'easy'],
    ['Wednesday', 'speed'],
    ['Thursday', 'rest'],
    ['Friday', 'easy'],
    ['Saturday', 'long'],
    ['Sunday', 'rest'],
  ]
    .flatMap(([day = '', run = '']) =>
      days.includes(day)
        ? [`## ${day}: ${run} + strength`, 'Deadlift 3x6 50kg rest 3min', 'Weighted lunge 3x6/side 18kg rest 3min']
        : [`## ${day}: ${run}`],
    )
    .join('\n'),
});

/** Mistake 4 and what the engine adds to it: weeks of runs, placed. */
export const weekExamples: Readonly<Record<string, RuleExamples>> = {
  S20: {
    kind: 'decision',
    saidBy: 'S24',
    passes: {
      caption: 'An easy run with strides on Wednesday is easy: Tuesday stays open',
      put: week(['easy', 'easy', 'easy', 'rest', 'easy', 'long', 'rest'], 'tue', {
        notes: [undefined, undefined, 'with 6 strides', undefined, undefined, undefined, undefined],
      }),
      says: [],
    },
    fails: {
      caption: 'A threshold run on Wednesday counts as speed and closes Tuesday',
      put: week(['easy', 'easy', 'threshold', 'rest', 'easy', 'long', 'rest'], 'tue'),
      says: ['BEFORE_SPEED'],
    },
  },
  S21: {
    kind: 'check',
    passes: { caption: 'Friday has an easy run', put: week(articleRuns, 'fri'), says: [] },
    fails: { caption: 'Saturday has the long run', put: week(articleRuns, 'sat'), says: ['ON_LONG'] },
    also: [
      {
        caption: 'A pasted routine with strength on the long run’s day',
        put: strengthOn('Monday', 'Saturday'),
        says: ['M4_ON_LONG'],
      },
    ],
  },
  S22: {
    kind: 'check',
    passes: { caption: 'Monday, two days after Saturday’s long run', put: week(articleRuns, 'mon'), says: [] },
    fails: { caption: 'Sunday, the day after it', put: week(articleRuns, 'sun'), says: ['AFTER_LONG'] },
    also: [
      {
        caption: 'A pasted routine with strength the day after it',
        put: strengthOn('Thursday', 'Sunday'),
        says: ['M4_AFTER_LONG'],
      },
    ],
  },
  S23: {
    kind: 'check',
    passes: { caption: 'Thursday has no run', put: week(articleRuns, 'thu'), says: [] },
    fails: { caption: 'Wednesday has speed work', put: week(articleRuns, 'wed'), says: ['ON_SPEED'] },
    also: [
      {
        caption: 'A pasted routine with strength on the day of speed work',
        put: strengthOn('Monday', 'Wednesday'),
        says: ['M4_ON_SPEED'],
      },
    ],
  },
  S24: {
    kind: 'check',
    passes: { caption: 'Monday, two days before Wednesday’s speed work', put: week(articleRuns, 'mon'), says: [] },
    fails: { caption: 'Tuesday, the day before it', put: week(articleRuns, 'tue'), says: ['BEFORE_SPEED'] },
    also: [
      {
        caption: 'A pasted routine with strength the day before it',
        put: strengthOn('Tuesday', 'Friday'),
        says: ['M4_BEFORE_SPEED'],
      },
    ],
  },
  S26: {
    kind: 'worked',
    because: 'Many good weeks run easy after the long run, so nothing is said about it.',
    shows: [
      {
        caption: 'Sunday rests after Saturday’s long run',
        put: week(articleRuns, 'sun'),
        says: [],
      },
    ],
  },
  S27: {
    kind: 'worked',
    saidBy: 'PLACEMENT_ORDER',
    because: 'It allows a day, and a permission cannot be broken.',
    shows: [{ caption: 'Thursday, the day after speed work', put: week(articleRuns, 'thu'), says: ['CHOSEN_FULL'] }],
  },
  S28: {
    kind: 'check',
    passes: {
      caption: 'Monday and Thursday keep away from the long run',
      put: week(articleRuns, 'thu'),
      says: [],
    },
    fails: {
      caption: 'Only Monday and Friday are open two days apart, and Saturday is long',
      put: week(['easy', 'easy', 'speed', 'speed', 'easy', 'long', 'rest'], 'fri'),
      says: ['W_BEFORE_LONG'],
    },
    also: [
      {
        caption: 'A pasted routine with strength on Friday',
        put: strengthOn('Monday', 'Friday'),
        says: ['M4_BEFORE_LONG'],
      },
    ],
  },
  S29: {
    kind: 'worked',
    because: 'It allows a day, and a permission cannot be broken.',
    shows: [{ caption: 'Monday’s easy run and strength', put: week(articleRuns, 'mon'), says: ['WITH_EASY_RUN'] }],
  },
  S30: {
    kind: 'worked',
    because: 'It allows a day, and a permission cannot be broken.',
    shows: [{ caption: 'Thursday has no run', put: week(articleRuns, 'thu'), says: ['ON_RUN_FREE_DAY'] }],
  },
  S31: {
    kind: 'decision',
    saidBy: 'S22',
    passes: {
      caption: 'The Sunday before was a rest day: Monday is open',
      put: week(['easy', 'easy', 'speed', 'rest', 'easy', 'easy', 'long'], 'mon', { before: 'rest' }),
      says: [],
    },
    fails: {
      caption: 'The Sunday before was long: Monday is closed',
      put: week(['easy', 'easy', 'speed', 'rest', 'easy', 'easy', 'long'], 'mon', { before: 'long' }),
      says: ['AFTER_LONG'],
    },
  },
  PLACEMENT_ORDER: {
    kind: 'decision',
    passes: { caption: 'Thursday is used', put: week(articleRuns, 'thu'), says: ['CHOSEN_FULL'] },
    fails: {
      caption: 'In a week of easy runs every day is open, and Tuesday is not needed',
      put: week(['easy', 'easy', 'easy', 'easy', 'easy', 'easy', 'easy'], 'tue'),
      says: ['UNUSED_LATER'],
    },
  },
  AVAILABILITY: {
    kind: 'check',
    passes: {
      caption: 'Monday is free',
      put: week(articleRuns, 'mon', { unavailable: ['thu'] }),
      says: [],
    },
    fails: {
      caption: 'Thursday is not',
      put: week(articleRuns, 'thu', { unavailable: ['thu'] }),
      says: ['UNAVAILABLE'],
    },
  },
  RACE_DAY: {
    kind: 'check',
    passes: {
      caption: 'Tuesday, five days before a race',
      put: week(['easy', 'easy', 'rest', 'easy', 'rest', 'easy', 'race'], 'tue', { before: 'rest' }),
      says: [],
    },
    fails: {
      caption: 'Sunday has the race',
      put: week(['easy', 'easy', 'rest', 'easy', 'rest', 'easy', 'race'], 'sun', { before: 'rest' }),
      says: ['ON_RACE'],
    },
    also: [
      {
        caption: 'A pasted routine with strength on race day',
        put: {
          kind: 'routine',
          text: '## Tuesday: easy\n## Sunday: race 10 km + strength\nDeadlift 3x6 50kg rest 3min',
        },
        says: ['M4_ON_RACE'],
      },
    ],
  },
  LIGHT_SESSION: {
    kind: 'worked',
    because: 'It says what light means. What is heavier is never placed as light.',
    shows: [
      {
        caption: 'One day is open, and Tuesday, before speed, holds a light session',
        put: week(['speed', 'easy', 'speed', 'rest', 'speed', 'long', 'easy']),
        says: ['CHOSEN_LIGHT'],
      },
    ],
  },
  W_CONSECUTIVE: {
    kind: 'check',
    passes: { caption: 'Two open days with two between them', put: week(articleRuns), says: [] },
    fails: {
      caption: 'Only Thursday and Friday are open, and they touch',
      put: week(['rest', 'speed', 'speed', 'easy', 'easy', 'long', 'easy']),
      says: ['W_CONSECUTIVE', 'CHOSEN_REDUCED'],
    },
    also: [
      {
        caption: 'A pasted routine with heavy legs on Thursday and Friday',
        put: {
          kind: 'routine',
          text: '# Week 1, from 2026-03-02\n## Thursday: rest + strength A\nDeadlift 3x6 50kg rest 3min\n## Friday: easy + strength B\nGoblet squat 3x6 20kg rest 3min',
        },
        says: ['M4_CONSECUTIVE'],
      },
    ],
  },
  W_BEFORE_SPEED_LIGHT: {
    kind: 'check',
    passes: { caption: 'Two open days', put: week(articleRuns), says: [] },
    fails: {
      caption: 'One open day, and a day before speed for the light session',
      put: week(['easy', 'speed', 'rest', 'speed', 'easy', 'long', 'easy']),
      says: ['W_BEFORE_SPEED_LIGHT'],
    },
  },
  W_AFTER_LONG_LIGHT: {
    kind: 'check',
    passes: { caption: 'Two open days', put: week(articleRuns), says: [] },
    fails: {
      caption: 'One open day, and none before speed but the speed days themselves',
      put: week(['speed', 'speed', 'speed', 'speed', 'easy', 'long', 'easy']),
      says: ['W_AFTER_LONG_LIGHT'],
    },
  },
  W_ONE_SESSION: {
    kind: 'check',
    passes: { caption: 'Two open days', put: week(articleRuns), says: [] },
    fails: {
      caption: 'One open day, and no place for a light session',
      put: week(['speed', 'speed', 'speed', 'speed', 'easy', 'long', 'speed']),
      says: ['W_ONE_SESSION'],
    },
  },
  W_NO_LEGAL_DAY: {
    kind: 'check',
    passes: { caption: 'Two open days', put: week(articleRuns), says: [] },
    fails: {
      caption: 'Every day is hard, before speed or after the long run',
      put: week(['easy', 'speed', 'easy', 'speed', 'speed', 'long', 'easy']),
      says: ['W_NO_LEGAL_DAY'],
    },
  },
  E_WEEK_FULL: {
    kind: 'check',
    passes: { caption: 'Two open days', put: week(articleRuns), says: [] },
    fails: {
      caption: 'Speed, long runs and days off fill the week',
      put: week(['speed', 'speed', 'speed', 'speed', 'speed', 'long', 'easy'], undefined, { unavailable: ['sun'] }),
      says: ['E_WEEK_FULL'],
    },
  },
  W_BEFORE_LONG: {
    kind: 'decision',
    passes: {
      caption: 'Thursday was missed and Saturday is easy: Friday is open without a note',
      put: {
        kind: 'missed',
        input: {
          week: ['easy', 'easy', 'speed', 'rest', 'easy', 'easy', 'long'],
          planned: [
            { day: 'tue', load: 'full' },
            { day: 'thu', load: 'full' },
          ],
          missed: 'thu',
          today: 'fri',
        },
      },
      says: [],
    },
    fails: {
      caption: 'Thursday was missed, and Friday is the day before the long run',
      put: {
        kind: 'missed',
        input: {
          week: articleRuns,
          planned: [
            { day: 'mon', load: 'full' },
            { day: 'thu', load: 'full' },
          ],
          missed: 'thu',
          today: 'fri',
        },
      },
      says: ['W_BEFORE_LONG'],
    },
  },
  REPAIR: {
    kind: 'worked',
    because: 'It suggests; runs are never moved by the engine.',
    shows: [
      {
        caption: 'Two speed days and a long run leave one open day; the best repair comes first',
        put: {
          kind: 'repairs',
          input: { week: ['easy', 'speed', 'rest', 'speed', 'easy', 'long', 'easy'], sessions: 2 },
        },
        says: ['swap'],
      },
    ],
  },
  OVERRIDE: {
    kind: 'worked',
    because: 'It lets another rule be broken, and shows that it is.',
    shows: [
      {
        caption: 'A coach has set the day before speed aside for one runner',
        put: {
          kind: 'week',
          input: { week: ['easy', 'speed', 'rest', 'speed', 'easy', 'long', 'easy'], sessions: 2 },
          ruleSet: {
            name: 'article',
            overrides: [{ clientId: 'client', rule: 'S24', reason: 'Speed is strides on grass' }],
          },
        },
        says: ['RULE_OVERRIDDEN'],
      },
    ],
  },
  HARD_DAYS_HARD: {
    kind: 'worked',
    because: 'It is another set of rules that a coach may choose.',
    shows: [
      {
        caption: 'The article’s week with hard days kept hard',
        put: { kind: 'week', input: { week: articleRuns, sessions: 2 }, ruleSet: { name: 'hard_days_hard' } },
        says: ['X1_ON_SPEED', 'RULES_ELSEWHERE'],
      },
    ],
  },
};
