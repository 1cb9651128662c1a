import type { RuleExamples } from '../rule-example.ts';

const heavyDose = { goal: 'strength', measure: 'reps', amount: 5, range: [4, 6] } as const;
const kg = (amount: number) => ({ hundredths: amount * 100, unit: 'kg' }) as const;

/** How a program answers what is done and how it felt. */
export const adaptExamples: Readonly<Record<string, RuleExamples>> = {
  S33: {
    kind: 'worked',
    saidBy: 'READINESS',
    because: 'It tells people where to look first; the day’s answer to tiredness is less, never more.',
    shows: [
      {
        caption: 'Sore and tired',
        put: { kind: 'check_in', checkIn: { soreness: 2, fatigue: 1 } },
        says: ['READY_AMBER'],
      },
    ],
  },
  ROUNDING: {
    kind: 'worked',
    because: 'A weight that cannot be loaded is never asked for.',
    shows: [
      {
        caption: 'The next dumbbell is far heavier, so a rep comes first',
        put: {
          kind: 'log',
          planned: { ...heavyDose, exerciseId: 'qd_rev_lunge', amount: 6, load: kg(10) },
          loadable: [1000, 1500, 2000],
          sessions: [
            { reps: [6, 6, 6], rir: 2 },
            { reps: [6, 6, 6], rir: 2 },
          ],
        },
        says: ['RISE_REPS_NO_STEP'],
      },
    ],
  },
  ONE_REP_MAX: {
    kind: 'decision',
    passes: {
      caption: 'Five reps with two left',
      put: { kind: 'estimate', input: { load: kg(60), reps: 5, rir: 2, age: 34 } },
      says: ['estimate'],
    },
    fails: {
      caption: 'Twelve reps say too little about one',
      put: { kind: 'estimate', input: { load: kg(40), reps: 12, rir: 0, age: 34 } },
      says: ['too_many_reps'],
    },
  },
  RESERVE: {
    kind: 'decision',
    passes: {
      caption: 'Four left where two were asked for: heavier next time',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [5, 5, 5], rir: 4 }] },
      says: ['RESERVE_TOO_LARGE'],
    },
    fails: {
      caption: 'None left where two were asked for: lighter next time',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [5, 5, 5], rir: 0.5 }] },
      says: ['RESERVE_TOO_SMALL'],
    },
  },
  BACKOFF: {
    kind: 'check',
    passes: {
      caption: 'Every set inside the range',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [5, 5, 5], rir: 2 }] },
      says: [],
    },
    fails: {
      caption: 'The first set stops below it',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [3, 3, 2], rir: 1 }] },
      says: ['BACKOFF'],
    },
  },
  LOGS: {
    kind: 'check',
    passes: {
      caption: 'What was lifted is what was asked for',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [5, 5, 5], rir: 2 }] },
      says: [],
    },
    fails: {
      caption: 'Twice the weight, all of a sudden: it asks first',
      put: { kind: 'log', planned: heavyDose, sessions: [{ reps: [5, 5, 5], rir: 2, load: kg(120) }] },
      says: ['OUTLIER_ASK'],
    },
  },
  READINESS: {
    kind: 'decision',
    passes: {
      caption: 'One bad night changes nothing',
      put: { kind: 'check_in', checkIn: { sleep: 1 } },
      says: ['READY_GREEN'],
    },
    fails: { caption: 'A fever', put: { kind: 'check_in', checkIn: { hasFever: true } }, says: ['READY_RED'] },
  },
  MISSED: {
    kind: 'decision',
    passes: {
      caption: 'Thursday was missed, and Friday is open',
      put: {
        kind: 'missed',
        input: {
          week: ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'],
          planned: [
            { day: 'mon', load: 'full' },
            { day: 'thu', load: 'full' },
          ],
          missed: 'thu',
          today: 'fri',
        },
      },
      says: ['MISSED_MOVE'],
    },
    fails: {
      caption: 'It is Saturday already',
      put: {
        kind: 'missed',
        input: {
          week: ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'],
          planned: [
            { day: 'mon', load: 'full' },
            { day: 'thu', load: 'full' },
          ],
          missed: 'thu',
          today: 'sat',
        },
      },
      says: ['MISSED_DROP'],
    },
  },
  GAP: {
    kind: 'decision',
    passes: { caption: 'Six days without', put: { kind: 'gap', days: 6 }, says: ['GAP_RESUME'] },
    fails: { caption: 'Three weeks without', put: { kind: 'gap', days: 21 }, says: ['GAP_RESTART'] },
  },
  IN_SEASON: {
    kind: 'worked',
    because: 'It says how much is enough.',
    shows: [
      { caption: 'At 34', put: { kind: 'season', age: 34 }, says: ['IN_SEASON'] },
      { caption: 'At 64', put: { kind: 'season', age: 64 }, says: ['IN_SEASON'] },
    ],
  },
  STOP_FLAGS: {
    kind: 'check',
    passes: { caption: 'A little pain, and nothing else', put: { kind: 'pain', report: { during: 1 } }, says: [] },
    fails: {
      caption: 'The same little pain, and it wakes her at night',
      put: { kind: 'pain', report: { during: 1, flags: ['night_pain'] } },
      says: ['PAIN_STOP'],
    },
  },
  SCREENING: {
    kind: 'check',
    passes: { caption: 'No to every question', put: { kind: 'screening', answers: {} }, says: [] },
    fails: {
      caption: 'One yes',
      put: { kind: 'screening', answers: { answers: [false, true, false, false, false, false, false] } },
      says: ['SCREEN_CLEARANCE'],
    },
  },
  PREGNANCY: {
    kind: 'check',
    passes: { caption: 'Not pregnant', put: { kind: 'screening', answers: {} }, says: [] },
    fails: {
      caption: 'In week 24',
      put: { kind: 'screening', answers: { pregnantWeeks: 24 } },
      says: ['SCREEN_PREGNANT'],
    },
  },
  POSTPARTUM: {
    kind: 'check',
    passes: {
      caption: 'Four months after a birth',
      put: { kind: 'screening', answers: { weeksSinceBirth: 17 } },
      says: [],
    },
    fails: {
      caption: 'Six weeks after it',
      put: { kind: 'screening', answers: { weeksSinceBirth: 6 } },
      says: ['SCREEN_POSTPARTUM'],
    },
  },
  BONE: {
    kind: 'check',
    passes: { caption: 'Nothing known', put: { kind: 'screening', answers: {} }, says: [] },
    fails: {
      caption: 'Osteoporosis',
      put: { kind: 'screening', answers: { hasOsteoporosis: true } },
      says: ['SCREEN_BONE'],
    },
  },
  REFER: {
    kind: 'check',
    passes: { caption: 'Nothing known', put: { kind: 'screening', answers: {} }, says: [] },
    fails: {
      caption: 'An earlier bone stress injury',
      put: { kind: 'screening', answers: { hasBoneStressHistory: true } },
      says: ['SCREEN_REFER'],
    },
  },
};
