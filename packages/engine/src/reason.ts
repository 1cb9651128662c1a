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

/** Every reason code that the engine can emit; each has a template in `explain.ts`. */
export const reasonCodes = [...refusalCodes, ...choiceCodes, ...dayNoteCodes, ...tierWarningCodes] as const;
export type ReasonCode = (typeof reasonCodes)[number];
