// Which light exercise goes into which lift's rest (rule SUPERSET): other parts of the body, done well before the rest is over.
import { isLightWork } from './runner-limits.ts';
import { estimateSetSeconds } from './set-seconds.ts';
import type { SlotPlan } from './slot-plan.ts';
import { findPairBar } from './superset.ts';
import { secondsToTurn } from './turns.ts';
import { type Area, supersetLetters } from './vocabulary.ts';

/**
 * The areas whose light work leaves a lift alone. The trunk braces in the hinge, and feet and ankles share the lower leg with
 * the calves; hips work in every lift on one leg.
 */
const restfulFor: Readonly<Record<Area, readonly Area[]>> = {
  quads: ['ankle', 'foot', 'core'],
  glutes: ['ankle', 'foot'],
  hamstrings: ['ankle', 'foot', 'core'],
  calves: ['core'],
  ankle: [],
  foot: [],
  core: [],
  power: [],
};

/** Seconds of a lift's rest that the partner's set takes up at its longest, getting there and back included. */
export const needsOf = (partner: SlotPlan): number => estimateSetSeconds(partner.longest) + 2 * secondsToTurn;

export const findPartner = (slot: SlotPlan, slots: readonly SlotPlan[]): SlotPlan | undefined =>
  slot.superset === null ? undefined : slots.find((one) => one !== slot && one.superset === slot.superset);

/** The session with one pair more; undefined when none is left to make. Smaller lifts and quieter work first. */
export function choosePair(slots: readonly SlotPlan[]): readonly SlotPlan[] | undefined {
  const free = slots.filter(({ superset }) => superset === null).reverse();
  const letter = supersetLetters.find((one) => slots.every(({ superset }) => superset !== one));
  if (letter === undefined) return undefined;
  for (const lift of free) {
    if (lift.dose.goal !== 'strength') continue;
    const partner = free.find((one) => isRestful(one, lift));
    if (!partner) continue;
    return slots.map((slot) => (slot === lift || slot === partner ? { ...slot, superset: letter } : slot));
  }
  return undefined;
}

function isRestful(partner: SlotPlan, lift: SlotPlan): boolean {
  return (
    partner.dose.goal !== 'strength' &&
    restfulFor[lift.exercise.area].includes(partner.exercise.area) &&
    isLightWork(partner.exercise) &&
    needsOf(partner) <= lift.restSeconds &&
    findPairBar(pairableOf(partner), pairableOf(lift)) === null
  );
}

const pairableOf = (slot: SlotPlan) => ({
  exerciseId: slot.exercise.id,
  goal: slot.dose.goal,
  measure: slot.longest.measure,
  amount: slot.longest.amount,
});
