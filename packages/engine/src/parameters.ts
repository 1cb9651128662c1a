export interface Parameter {
  /** What it is, in a coach's words. */
  readonly title: string;
  readonly default: number;
  /** Hard limits: the engine refuses a value outside them, whoever sets it. */
  readonly min: number;
  readonly max: number;
  readonly unit:
    | 'sessions'
    | 'exercises'
    | 'slots'
    | 'reps'
    | 'sets'
    | 'seconds'
    | 'minutes'
    | 'hours'
    | 'days'
    | 'weeks'
    | 'months'
    | 'years'
    | 'percent'
    | 'percent per rep'
    | 'reps in reserve'
    | 'contacts'
    | 'points of 10';
  /** The article, a paper, or who decided. */
  readonly source: string;
  readonly note: string;
}

const article = 'The article';
const decision = 'Product decision; yours to change';

/** Every number that the rules lean on, with its limits and where it comes from. */
export const parameters = {
  sessionsPerWeek: {
    title: 'Strength sessions a week',
    default: 2,
    min: 1,
    max: 2,
    unit: 'sessions',
    source: article,
    note: 'Two are enough (S14). A coach may override to three, with a reason.',
  },
  slotsMin: {
    title: 'Fewest exercises in a session',
    default: 4,
    min: 3,
    max: 6,
    unit: 'exercises',
    source: article,
    note: 'Four to five targeted exercises (S15). Fewer is a note, not a fault.',
  },
  slotsMax: {
    title: 'Most exercises in a session',
    default: 5,
    min: 3,
    max: 6,
    unit: 'exercises',
    source: article,
    note: 'A warm-up is not counted.',
  },
  heavySlotsPerWeek: {
    title: 'Heavy lower-body slots a week',
    default: 8,
    min: 4,
    max: 8,
    unit: 'slots',
    source: article,
    note: 'More than eight is the trigger: exactly eight passes (S16).',
  },
  heavySlotsPerSession: {
    title: 'Heavy lower-body slots in a session',
    default: 3,
    min: 1,
    max: 4,
    unit: 'slots',
    source: decision,
    note: 'Keeps the week under its cap with room for core, ankle and foot.',
  },
  heavySlotsReduced: {
    title: 'Heavy lower-body slots in a reduced session',
    default: 1,
    min: 0,
    max: 1,
    unit: 'slots',
    source: decision,
    note: 'The second of two sessions on consecutive days (tier T1).',
  },
  highRepMax: {
    title: 'High-rep exercises in a session',
    default: 2,
    min: 0,
    max: 2,
    unit: 'exercises',
    source: article,
    note: 'One or two a session, never all of it (S5). Timed holds are not counted.',
  },
  highRepThreshold: {
    title: 'Reps from which an exercise is high-rep',
    default: 12,
    min: 12,
    max: 15,
    unit: 'reps',
    source: decision,
    note: 'The article says "higher reps" without a number.',
  },
  enduranceReps: {
    title: 'Reps from which a set is endurance work',
    default: 13,
    min: 12,
    max: 20,
    unit: 'reps',
    source: 'The article speaks of about 20; NSCA table: 12 and more',
    note: 'Half a session of such sets is a finding (S6).',
  },
  strengthRepsMin: {
    title: 'Fewest reps of a strength set',
    default: 3,
    min: 1,
    max: 6,
    unit: 'reps',
    source: 'The article says about 6; NSCA table and ACSM 2026 allow the range',
    note: 'Below this the load is a test, not training.',
  },
  strengthRepsMax: {
    title: 'Most reps of a strength set',
    default: 8,
    min: 6,
    max: 10,
    unit: 'reps',
    source: 'The article says about 6; NSCA table and ACSM 2026 allow the range',
    note: 'A beginner starting at 8 to 10 is not at fault.',
  },
  powerRepsMin: {
    title: 'Fewest reps of a power set',
    default: 3,
    min: 1,
    max: 3,
    unit: 'reps',
    source: article,
    note: 'S4. Pogos and rope skipping are counted in contacts or seconds instead.',
  },
  powerRepsMax: {
    title: 'Most reps of a power set',
    default: 6,
    min: 4,
    max: 6,
    unit: 'reps',
    source: article,
    note: 'S4: three to six, fast.',
  },
  restStrength: {
    title: 'Rest between strength sets',
    default: 180,
    min: 120,
    max: 300,
    unit: 'seconds',
    source: 'The article: a couple of minutes, 3 in its examples',
    note: 'Under 120 s is a finding (S3).',
  },
  restPower: {
    title: 'Rest between power sets',
    default: 150,
    min: 120,
    max: 300,
    unit: 'seconds',
    source: 'NSCA table; the article gives none',
    note: 'Long enough that the next set is as fast.',
  },
  setsStrength: {
    title: 'Sets of a strength exercise',
    default: 3,
    min: 2,
    max: 4,
    unit: 'sets',
    source: 'The article: 3; ACSM 2026: 2 to 3',
    note: 'Two in the first week of a block and in a taper.',
  },
  rir: {
    title: 'Reps in reserve',
    default: 2,
    min: 1,
    max: 4,
    unit: 'reps in reserve',
    source: 'NSCA chart: 6 reps with 2 in reserve is about 80 % of a single',
    note: 'Strong enough for both sources without going to failure.',
  },
  rirNovice: {
    title: 'Reps in reserve for someone new to strength',
    default: 3,
    min: 2,
    max: 4,
    unit: 'reps in reserve',
    source: decision,
    note: 'Judging the reserve takes practice.',
  },
  rirMinor: {
    title: 'Reps in reserve under 18',
    default: 3,
    min: 3,
    max: 4,
    unit: 'reps in reserve',
    source: 'Youth position statements',
    note: 'Never lower than 3.',
  },
  blockWeeks: {
    title: 'Weeks of a block',
    default: 6,
    min: 4,
    max: 6,
    unit: 'weeks',
    source: article,
    note: 'The same exercises for 4 to 6 weeks, then the next rung (S10).',
  },
  minGapDays: {
    title: 'Days between two strength sessions',
    default: 2,
    min: 1,
    max: 4,
    unit: 'days',
    source: 'Doma and Deakin 2013, 2015: tired legs for a day or more; the number is a product decision',
    note: '2 means one day between them.',
  },
  heavyGapHours: {
    title: 'Hours between heavy lower-body sessions',
    default: 48,
    min: 36,
    max: 96,
    unit: 'hours',
    source: decision,
    note: '72 from the age of 60.',
  },
  sameDayGapHours: {
    title: 'Hours between a run and strength on one day',
    default: 6,
    min: 3,
    max: 24,
    unit: 'hours',
    source: 'Doma and Deakin 2013: six hours apart, running first, cost less the next day',
    note: 'Run first. Under three hours is a warning.',
  },
  lightEffortMax: {
    title: 'Effort of a light session',
    default: 3,
    min: 1,
    max: 4,
    unit: 'points of 10',
    source: decision,
    note: 'Mobility, foot, easy core and unloaded hip work: nothing heavy, no jumps.',
  },
  incrementPercent: {
    title: 'Load step when a range is mastered',
    default: 4,
    min: 2,
    max: 10,
    unit: 'percent',
    source: 'ACSM 2009: 2 to 10 %',
    note: 'Rounded to what can be loaded.',
  },
  weekCapPercent: {
    title: 'Most that a load rises in a week',
    default: 5,
    min: 2,
    max: 5,
    unit: 'percent',
    source: decision,
    note: 'One smallest step may exceed it, up to 10 %.',
  },
  backoffPercent: {
    title: 'Load step down',
    default: 5,
    min: 5,
    max: 10,
    unit: 'percent',
    source: decision,
    note: 'A second one in a row is 10 %, with a note to the coach.',
  },
  rirPercent: {
    title: 'Load for each rep of reserve',
    default: 2.5,
    min: 2,
    max: 3.3,
    unit: 'percent per rep',
    source: 'NSCA chart',
    note: 'Corrects a load when the reserve was off target, between −10 and +5 %.',
  },
  missedResumeDays: {
    title: 'Gap after which training just goes on',
    default: 7,
    min: 3,
    max: 10,
    unit: 'days',
    source: decision,
    note: '8 to 14 days: 10 % lighter and a set fewer. 15 to 28: 15 % and the block anew. Longer: one rung down.',
  },
  painGreenMax: {
    title: 'Pain that lets training go on',
    default: 2,
    min: 2,
    max: 3,
    unit: 'points of 10',
    source: 'Stricter than Silbernagel 2007 and Thomeé',
    note: '3 to 5 holds the load; 6 and more stops the exercise.',
  },
  calfAge: {
    title: 'Age past which calf work is not optional',
    default: 35,
    min: 30,
    max: 40,
    unit: 'years',
    source: 'The article; DeVita 2016: calf power falls most with age',
    note: 'S18.',
  },
  calfSlotsMin: {
    title: 'Calf slots a week past that age',
    default: 1,
    min: 1,
    max: 2,
    unit: 'slots',
    source: article,
    note: 'None is a warning at once.',
  },
  calfSlotsTarget: {
    title: 'Calf slots a week to aim for',
    default: 2,
    min: 1,
    max: 3,
    unit: 'slots',
    source: decision,
    note: 'A target, not a rule: the article’s own plan has one.',
  },
  footRunningMonths: {
    title: 'Months of running before the foot ladder is climbed freely',
    default: 6,
    min: 3,
    max: 12,
    unit: 'months',
    source: 'Taddei 2020 and Leppänen 2024 disagree; the careful reading',
    note: 'Below it, the foot ladder starts at its first rung.',
  },
  jumpGateWeeks: {
    title: 'Weeks of strength before jumps',
    default: 8,
    min: 4,
    max: 12,
    unit: 'weeks',
    source: decision,
    note: 'And 20 single-leg calf raises a side, and no red pain.',
  },
  contactsPerSession: {
    title: 'Ground contacts in a session',
    default: 60,
    min: 20,
    max: 100,
    unit: 'contacts',
    source: 'Half of the published ranges: runners land often enough',
    note: 'At most 40 for someone new to jumps.',
  },
  taperDays: {
    title: 'Days of taper before an A race',
    default: 14,
    min: 7,
    max: 21,
    unit: 'days',
    source: 'Bosquet 2007, Wang 2023',
    note: 'Sets 3 to 2, load held.',
  },
  noNewExerciseDays: {
    title: 'Days before a race without a new exercise',
    default: 21,
    min: 14,
    max: 28,
    unit: 'days',
    source: decision,
    note: 'A first week on a new rung leaves soreness.',
  },
  mobilityOnlyDays: {
    title: 'Last days before a race with mobility only',
    default: 3,
    min: 2,
    max: 5,
    unit: 'days',
    source: decision,
    note: 'For A races.',
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;

/** Days before a race on which heavy lower-body work must be over, 3 to 14. Product decision. */
export const lastHeavyDaysBefore = { '5k': 4, '10k': 5, half: 7, marathon: 10, ultra: 10 } as const;

/** Days after a race without heavy lower-body work, up to 21. Product decision. */
export const noHeavyDaysAfter = { '5k': 1, '10k': 2, half: 4, marathon: 10, ultra: 14 } as const;

/** Whether a value is inside a parameter's hard limits. */
export function isWithinLimits(name: ParameterName, value: number): boolean {
  return Number.isFinite(value) && value >= parameters[name].min && value <= parameters[name].max;
}
