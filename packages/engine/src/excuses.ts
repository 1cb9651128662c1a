/** Reasons for a swap that pain, kit, age, a long gap or the week's room forced: it is no jumping about (S11), nor a rung back by mistake (S10). */
const excuses: ReadonlySet<string> = new Set([
  'KIT_SUBSTITUTE',
  'PAIN_SUBSTITUTE',
  'AGE_SUBSTITUTE',
  'SCREENING_SUBSTITUTE',
  'EXPERIENCE_SUBSTITUTE',
  'NO_HEAVY_SUBSTITUTE',
  'BACK_ON_RUNG',
  'STRENGTH_NEEDED',
  'PAIN_RED',
  'PAIN_AS_RED',
  'PAIN_REGRESS',
  'RUNG_BACK',
  'RUNG_PAIN',
  'GAP_RUNG_DOWN',
]);

/** Whether a reason of that code stands for a forced swap. */
export function excusesSwap(code: string): boolean {
  return excuses.has(code);
}
