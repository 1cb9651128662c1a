// A session within the client's minutes (rule TIME).
import { parameters as limits } from './parameters.ts';
import { slowTempo } from './plan-doses.ts';
import type { Reason } from './reason.ts';
import { estimateMinutes } from './session-minutes.ts';
import type { Role } from './session-template.ts';
import type { SlotPlan } from './slot-plan.ts';

/** What is left of a session, and what it lost. */
export interface Fitted {
  readonly slots: readonly SlotPlan[];
  readonly dropped: readonly SlotPlan[];
  readonly reasons: readonly Reason[];
}

const shortestRest = { strength: limits.restStrength.min, power: limits.restPower.min, other: 45 } as const;
const fewestSets = 2;

/**
 * Cuts a session to the client's minutes at its longest, a step at a time and the least important first: rests to their
 * minimum, third sets of light exercises, the fifth exercise, third sets of heavy ones, exercises. The last strength
 * exercise stays (rule TIME).
 */
export function fitToTime(planned: readonly SlotPlan[], minutes: number, priorities: readonly Role[]): Fitted {
  const before = longestMinutes(planned);
  if (before <= minutes) return { slots: planned, dropped: [], reasons: [] };
  const leastFirst = [...priorities].reverse();
  const dropped: SlotPlan[] = [];
  let slots = planned;
  const fits = () => longestMinutes(slots) <= minutes;
  const change = (turn: (slot: SlotPlan) => SlotPlan) => {
    for (const role of leastFirst) {
      if (fits()) return;
      slots = slots.map((slot) => (slot.role === role ? turn(slot) : slot));
    }
  };
  const drop = () => {
    const going = findLeastImportant(slots);
    if (!going) return false;
    slots = slots.filter((slot) => slot !== going);
    dropped.push(going);
    return true;
  };
  change(shortenRest);
  change((slot) => (isStrength(slot) ? slot : cutSets(slot)));
  while (!fits() && slots.length > limits.slotsMin.default) drop();
  change(cutSets);
  while (!fits() && drop()) {
    // Each turn leaves one exercise fewer.
  }
  const reasons = dropped.map(
    ({ exercise }): Reason => ({
      code: 'TIME_SLOT_DROPPED',
      rule: 'TIME',
      data: { exercise: exercise.id, area: exercise.area, minutes },
    }),
  );
  return { slots, dropped, reasons: [{ code: 'SESSION_TIME', rule: 'TIME', data: { minutes, before } }, ...reasons] };
}

function isStrength({ dose }: SlotPlan): boolean {
  return dose.goal === 'strength';
}

function shortenRest(slot: SlotPlan): SlotPlan {
  const goal = slot.dose.goal;
  const min = goal === 'strength' ? shortestRest.strength : goal === 'power' ? shortestRest.power : shortestRest.other;
  if (slot.restSeconds <= min || (goal === 'power' && slot.restSeconds < shortestRest.power)) return slot;
  const reason: Reason = { code: 'TIME_SHORTER_REST', rule: 'TIME', data: { from: slot.restSeconds, to: min } };
  return { ...slot, restSeconds: min, reasons: [...slot.reasons, reason] };
}

function cutSets(slot: SlotPlan): SlotPlan {
  const sets = Math.max(...slot.dose.doses.map((dose) => dose.sets));
  if (sets <= fewestSets) return slot;
  const reason: Reason = { code: 'TIME_FEWER_SETS', rule: 'TIME', data: { from: sets, to: fewestSets } };
  return { ...slot, maxSets: fewestSets, reasons: [...slot.reasons, reason] };
}

function findLeastImportant(slots: readonly SlotPlan[]): SlotPlan | undefined {
  if (slots.length <= 1) return undefined;
  const hard = slots.filter(({ dose }) => dose.goal === 'strength' || dose.goal === 'power');
  const candidates = hard.length === 1 ? slots.filter((slot) => slot !== hard[0]) : slots;
  let least: SlotPlan | undefined;
  for (const slot of candidates) {
    if (!least || slot.priority > least.priority) least = slot;
  }
  return least;
}

/** The minutes of the session's longest week. */
function longestMinutes(slots: readonly SlotPlan[]): number {
  return estimateMinutes(
    slots.map(({ exercise, dose, restSeconds, maxSets }) => ({
      sets: Math.min(maxSets, Math.max(...dose.doses.map((one) => one.sets))),
      measure: exercise.measure,
      amount: Math.max(...dose.doses.map((one) => one.amount)),
      perSide: exercise.perSide,
      restSeconds,
      explosive: dose.explosive,
      tempo: dose.doses.some((one) => one.tempo !== null) ? slowTempo : null,
    })),
  );
}
