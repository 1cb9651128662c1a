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
export const articleRunner: Profile = {
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
  unit: 'kg',
  workingLoads: {
    qd_rev_lunge: { hundredths: 1800, unit: 'kg' },
    gx_deadlift: { hundredths: 5000, unit: 'kg' },
  },
};
