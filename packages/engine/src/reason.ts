/** A code with its data, never prose: the text is made by `explain.ts` from a template, so that it can be reproduced and translated. */
export interface Reason {
  readonly code: string;
  /** The rule's id, such as "S24"; it opens to the rule's page. */
  readonly rule: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** Why a day may not hold a full session. */
export const refusalCodes = [
  'ON_LONG',
  'AFTER_LONG',
  'ON_SPEED',
  'BEFORE_SPEED',
  'ON_RACE',
  'AFTER_RACE',
  'BEFORE_RACE',
  'UNAVAILABLE',
  'TIME_OFF',
] as const;

/** Why a day was used, and why a legal one was not. */
export const choiceCodes = [
  'CHOSEN_FULL',
  'CHOSEN_REDUCED',
  'CHOSEN_LIGHT',
  'UNUSED_TOO_CLOSE',
  'UNUSED_FREE_DAY',
  'UNUSED_BEFORE_LONG',
  'UNUSED_LESS_SPACE',
  'UNUSED_LATER',
] as const;

/** What else is worth knowing about a used day. */
export const dayNoteCodes = ['WITH_EASY_RUN', 'ON_RUN_FREE_DAY', 'W_BEFORE_LONG'] as const;

/** What a week below T0 gives up. */
export const tierWarningCodes = [
  'W_CONSECUTIVE',
  'W_BEFORE_SPEED_LIGHT',
  'W_AFTER_LONG_LIGHT',
  'W_ONE_SESSION',
  'W_NO_LEGAL_DAY',
  'E_WEEK_FULL',
] as const;

/** Why a program looks as it does: given by `build-program.ts` and by edits, on blocks, sessions and prescriptions. */
export const programReasonCodes = [
  // Blocks
  'BLOCK_LENGTH',
  'BLOCK_NEXT_RUNGS',
  'BLOCK_FOCUS',
  // The choice of an exercise
  'AREA_SLOT',
  'STRENGTH_NEEDED',
  'START_RUNG',
  'START_KNOWN_LOAD',
  'START_FIRST_RUNG_FOOT',
  'KIT_SUBSTITUTE',
  'PAIN_SUBSTITUTE',
  'NO_HEAVY_SUBSTITUTE',
  'AGE_SUBSTITUTE',
  'SCREENING_SUBSTITUTE',
  'EXPERIENCE_SUBSTITUTE',
  'NEXT_RUNG',
  'NEXT_RUNG_SEED_PATH',
  'STAY_TOP_OF_LADDER',
  'STAY_KIT',
  'STAY_PAIN',
  'STAY_LIMIT',
  'STAY_TOO_FEW_WEEKS',
  'STAY_BEFORE_RACE',
  'STAY_AFTER_GAP',
  'BACK_ON_RUNG',
  // What to do with a rung, week by week
  'RUNG_TOO_EARLY',
  'RUNG_NOT_MASTERED',
  'RUNG_READY',
  'RUNG_EXTEND',
  'RUNG_BACK',
  'RUNG_PAIN',
  // The dose
  'DOSE_STRENGTH',
  'DOSE_HEAVIER',
  'DOSE_POWER',
  'JUMPS_GATE',
  'DOSE_STABILITY',
  'DOSE_MOBILITY',
  'DOSE_YOUTH',
  'DOSE_BONE',
  'SCREEN_CAUTION',
  'HIGH_REP_LIMIT',
  'LOAD_KNOWN',
  'LOAD_BY_FEEL',
  'START_OF_RANGE',
  'DELOAD_FIRST_WEEK',
  'DELOAD_EXTRA',
  'RISE_REPS',
  'RISE_SECONDS',
  'RISE_LOAD',
  'RISE_LOAD_BY_FEEL',
  'RISE_TEMPO',
  'SAME_AGAIN',
  'LIGHT_DOSE',
  'TAPER_VOLUME_DOWN_INTENSITY_HELD',
  'AFTER_RACE_EASE',
  'TIME_SHORTER_REST',
  'TIME_FEWER_SETS',
  'SUPERSET_FOR_TIME',
  // Sessions
  'SESSION_FULL',
  'SESSION_REDUCED',
  'SESSION_LIGHT',
  'SESSION_TIME',
  'SESSION_SUPERSETS',
  'TIME_SLOT_DROPPED',
  'WARM_UP_GENERAL',
  'WARM_UP_SPRINGS',
  'WARM_UP_RAMP',
  'TAPER_MAIN_LIFT_DROPPED',
  'RACE_NO_HEAVY',
  'AFTER_RACE_NO_HEAVY',
  'GAP_REDUCED',
  'BLOCK_LIGHTER',
  'TIME_OFF_BODYWEIGHT',
  'IN_SEASON_ONE_SESSION',
  // Days and weeks
  'RACE_DAYS_OFF',
  'AFTER_RACE_DAY_OFF',
  'RACE_B_ONE_SESSION',
  'NOTHING_TO_DO',
  'TAPER_WEEK',
  'TIME_OFF_WEEK',
  'BACK_AFTER_GAP',
  'IN_SEASON_WEEK',
  'DELOAD_WEEK',
  'AFTER_RACE_WEEK',
  // Notes on the whole
  'NOTE_AREA_LEFT_OUT',
  'NOTE_SLOT_LEFT_OUT',
  'NOTE_NO_STRENGTH_KIT',
  'NOTE_NO_STRENGTH_PAIN',
  'NOTE_NO_STRENGTH_SCREENING',
  'NOTE_START_NEAR_RACE',
  'NOTE_ONE_SESSION',
  'NOTE_NO_LOADS',
  // Holds: the program waits for the coach
  'HOLD_MINOR',
  // Edits
  'EDIT_BY_COACH',
] as const;

/** What a session that was done changes in the next one, or why it changes nothing: given by `adapt/step.ts`. */
export const stepCodes = [
  'PROGRESS_TOP_OF_RANGE_TWICE',
  'REPS_RESTART',
  'RISE_REPS_NO_STEP',
  'RESERVE_TOO_LARGE',
  'RESERVE_TOO_SMALL',
  'BACKOFF',
  'BACKOFF_AGAIN',
  'BACKOFF_AT_LIGHTEST',
  'BACKOFF_COACH',
  'LOAD_LEARNT',
  'LOAD_AS_LIFTED',
  'START_ONE_LEG',
  'OUTLIER_ASK',
  'TOP_OF_EXERCISE',
  'HOLD',
  'HOLD_WEEK_CAP',
  'HOLD_PAIN',
  'HOLD_EASY_WEEK',
  'HOLD_EASED',
  'HOLD_NOT_DONE',
] as const;

/** What a missed session, a gap, a day's readiness and a racing season do to the plan. */
export const dayCodes = [
  'MISSED_MOVE',
  'MISSED_DROP',
  'GAP_RESUME',
  'GAP_EASE',
  'GAP_RESTART',
  'GAP_RUNG_DOWN',
  'READY_GREEN',
  'READY_AMBER',
  'FEEDBACK_AUDIT',
  'READY_RED',
  'READY_DELOAD',
  'TODAY_SKIPPED',
  'TODAY_FEWER_SETS',
  'TODAY_MORE_RESERVE',
  'TODAY_JUMPS_HALVED',
  'IN_SEASON',
] as const;

/** What pain and a screening allow. */
export const healthCodes = [
  'PAIN_GREEN',
  'PAIN_MORNING',
  'PAIN_HOLD',
  'PAIN_REGRESS',
  'PAIN_RED',
  'PAIN_AS_RED',
  'PAIN_STOP',
  'SCREEN_CHILD',
  'SCREEN_MINOR',
  'SCREEN_MASTERS',
  'SCREEN_AGAIN',
  'SCREEN_CLEARANCE',
  'SCREEN_PREGNANT',
  'SCREEN_POSTPARTUM',
  'SCREEN_FRACTURE',
  'SCREEN_BONE',
  'SCREEN_REFER',
] as const;

/** What a rule set or an override changes in a week. */
export const ruleSetCodes = [
  'NO_THIRD_DAY',
  'X1_ON_SPEED',
  'RULES_BESIDE',
  'RULES_ELSEWHERE',
  'RULE_OVERRIDDEN',
] as const;

/** Every reason code that the engine can emit; each has a template in `explain.ts`. */
export const reasonCodes = [
  ...refusalCodes,
  ...choiceCodes,
  ...dayNoteCodes,
  ...tierWarningCodes,
  ...programReasonCodes,
  ...stepCodes,
  ...dayCodes,
  ...healthCodes,
  ...ruleSetCodes,
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
