import type { PlannedDose } from '../adapt/exercise-log.ts';
import type { Profile } from '../profile.ts';
import type { RunningWeek } from '../running-week.ts';

/** The article's week: four runs, speed on Wednesday, long on Saturday. */
export const articleWeek: RunningWeek = [
  { kind: 'easy' },
  { kind: 'easy' },
  { kind: 'speed' },
  { kind: 'rest' },
  { kind: 'easy' },
  { kind: 'long' },
  { kind: 'rest' },
];

/** An experienced runner of 34 with a whole gym, an hour, and two known loads. */
export const exampleRunner: Profile = {
  age: 34,
  experience: 'experienced',
  runningMonths: 60,
  equipment: [
    'mat',
    'miniband',
    'band',
    'dumbbells',
    'kettlebell',
    'barbell',
    'trap_bar',
    'rack',
    'bench',
    'box',
    'leg_curl_machine',
    'calf_machine',
    'sliders',
  ],
  minutesPerSession: 60,
  painSites: [],
  runningWeek: articleWeek,
  weekOverrides: {},
  unavailable: [],
  races: [],
  timeOff: [],
  screening: null,
  unit: 'kg',
  workingLoads: {
    qd_rev_lunge: { hundredths: 1800, unit: 'kg' },
    gx_deadlift: { hundredths: 5000, unit: 'kg' },
  },
};

/** A Romanian deadlift: 3 sets of 4 to 6 with two in reserve. */
export const exampleDose: PlannedDose = {
  exerciseId: 'gx_rdl',
  goal: 'strength',
  sets: 3,
  measure: 'reps',
  amount: 4,
  range: [4, 6],
  load: { hundredths: 6000, unit: 'kg' },
  rir: 2,
  tempo: null,
  pinned: [],
};
