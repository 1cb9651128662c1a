import type { Mistake } from './finding.ts';
import type { WeekPhase } from './program.ts';
import type {
  Area,
  Equipment,
  ExerciseFlag,
  Experience,
  Goal,
  HighResistanceClass,
  Ladder,
  LoadType,
  LoadUnit,
  Measure,
  PainSite,
  RaceDistance,
  RacePriority,
  RunClass,
  RunKind,
  SeedPath,
  SessionLoad,
  Severity,
  Tier,
  Weekday,
} from './vocabulary.ts';

/** Readable names for the vocabulary, capitalised as they stand alone on a chip or in a list. */

export const weekdayLabels: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const shortWeekdayLabels: Readonly<Record<Weekday, string>> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

export const runKindLabels: Readonly<Record<RunKind, string>> = {
  rest: 'Rest',
  easy: 'Easy run',
  speed: 'Speed work',
  interval: 'Intervals',
  tempo: 'Tempo run',
  threshold: 'Threshold run',
  hills: 'Hill reps',
  race_pace: 'Race-pace run',
  long: 'Long run',
  race: 'Race',
};

export const runClassLabels: Readonly<Record<RunClass, string>> = {
  rest: 'Rest',
  easy: 'Easy',
  speed: 'Speed',
  long: 'Long',
  race: 'Race',
};

export const goalLabels: Readonly<Record<Goal, string>> = {
  strength: 'Strength',
  power: 'Power',
  hypertrophy: 'Size',
  endurance: 'Endurance',
  mobility: 'Mobility',
  stability: 'Stability',
};

export const areaLabels: Readonly<Record<Area, string>> = {
  glutes: 'Glutes',
  quads: 'Quads',
  hamstrings: 'Hamstrings',
  calves: 'Calves',
  ankle: 'Ankle',
  foot: 'Foot',
  core: 'Core',
  power: 'Power',
};

export const ladderLabels: Readonly<Record<Ladder, string>> = {
  glute_med: 'Hip stability',
  glute_max_hinge: 'Glutes and hinge',
  quads: 'Quads',
  hamstrings: 'Hamstrings',
  calf_gastroc: 'Calves, straight knee',
  soleus: 'Calves, bent knee',
  ankle_mobility: 'Ankle mobility',
  ankle_stability: 'Ankle stability',
  foot_intrinsic: 'Foot',
  core_anti_ext: 'Core, front',
  core_anti_rot: 'Core, against twisting',
  core_lateral: 'Core, side',
  plyo: 'Jumps',
};

export const equipmentLabels: Readonly<Record<Equipment, string>> = {
  mat: 'Mat',
  miniband: 'Mini band',
  band: 'Long band',
  dumbbells: 'Dumbbells',
  kettlebell: 'Kettlebell',
  barbell: 'Barbell',
  trap_bar: 'Trap bar',
  rack: 'Squat rack',
  bench: 'Bench',
  box: 'Plyo box',
  cable: 'Cable machine',
  smith: 'Smith machine',
  leg_curl_machine: 'Leg-curl machine',
  calf_machine: 'Calf machine',
  sliders: 'Sliders',
  swiss_ball: 'Swiss ball',
  ab_wheel: 'Ab wheel',
  balance_pad: 'Balance pad',
  ball: 'Small ball',
  rope: 'Skipping rope',
  anchor: 'Ankle anchor or partner',
  track: 'Track or level grass',
};

export const painSiteLabels: Readonly<Record<PainSite, string>> = {
  achilles: 'Achilles',
  calf: 'Calf',
  plantar: 'Sole of the foot',
  forefoot: 'Ball of the foot',
  shin: 'Shin',
  bone: 'Bone, one spot',
  anterior_knee: 'Front of the knee',
  itb: 'Outer knee or thigh',
  hamstring: 'Hamstring',
  hip_groin: 'Hip or groin',
  lateral_hip: 'Side of the hip',
  low_back: 'Lower back',
  ankle: 'Ankle',
  shoulder: 'Shoulder',
};

export const experienceLabels: Readonly<Record<Experience, string>> = {
  new: 'New to strength',
  some: 'Some strength work',
  experienced: 'Experienced',
};

export const measureLabels: Readonly<Record<Measure, string>> = { reps: 'Reps', seconds: 'Seconds' };

export const loadUnitLabels: Readonly<Record<LoadUnit, string>> = { kg: 'Kilograms', lb: 'Pounds' };

export const loadTypeLabels: Readonly<Record<LoadType, string>> = {
  bodyweight: 'Body weight',
  band: 'Band',
  external: 'Weight',
};

export const highResistanceLabels: Readonly<Record<HighResistanceClass, string>> = {
  never: 'Not heavy',
  when_dosed_as_strength: 'Heavy in a strength dose',
  always: 'Always heavy',
  plyometric_budget: 'Counted in ground contacts',
};

export const seedPathLabels: Readonly<Record<SeedPath, string>> = {
  glute_med_24wk: 'The glute path of 24 weeks',
};

export const exerciseFlagLabels: Readonly<Record<ExerciseFlag, string>> = {
  balance: 'Asks for balance',
  kneeling: 'Kneeling',
  prone: 'Lying face down',
  side_lying: 'Lying on the side',
  supine: 'Lying on the back',
  valsalva: 'Bracing with held breath',
};

export const sessionLoadLabels: Readonly<Record<SessionLoad, string>> = {
  full: 'Full',
  reduced: 'Reduced',
  light: 'Light',
};

export const tierLabels: Readonly<Record<Tier, string>> = {
  T0: 'Two full sessions',
  T1: 'One full, one reduced',
  T2: 'One full, one light before speed',
  T3: 'One full, one light after the long run',
  T4: 'One full session',
  T5: 'One light session',
  T6: 'No session',
};

export const severityLabels: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Note',
};

export const raceDistanceLabels: Readonly<Record<RaceDistance, string>> = {
  '5k': '5 km',
  '10k': '10 km',
  half: 'Half marathon',
  marathon: 'Marathon',
  ultra: 'Ultra',
};

export const racePriorityLabels: Readonly<Record<RacePriority, string>> = {
  A: 'Main race',
  B: 'Race along the way',
};

export const weekPhaseLabels: Readonly<Record<WeekPhase, string>> = {
  deload: 'Easy week',
  build: 'Building',
  taper: 'Taper',
  return: 'After a race',
  maintain: 'In season',
  off: 'Time off',
};

/** The article's four mistakes, in our words. */
export const mistakeLabels: Readonly<Record<Mistake, string>> = {
  1: 'The wrong resistance',
  2: 'Nothing gets harder',
  3: 'Quantity over quality',
  4: 'In the way of the runs',
};
