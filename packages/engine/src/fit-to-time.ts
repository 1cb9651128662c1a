// A session within the client's minutes (rule TIME).
import { choosePair, findPartner, needsOf } from './choose-pair.ts';
import { parameters as limits } from './parameters.ts';
import type { Reason } from './reason.ts';
import { estimateMinutes } from './session-minutes.ts';
import type { Role } from './session-template.ts';
import type { SlotPlan } from './slot-plan.ts';
import { listTurns } from './turns.ts';

/** What is left of a session, and what it lost. */
export interface Fitted {
  readonly slots: readonly SlotPlan[];
  readonly dropped: readonly SlotPlan[];
  readonly reasons: readonly Reason[];
}

const shortestRest = { strength: limits.restStrength.min, power: limits.restPower.min, other: 45 } as const;
const fewestSets = 2;

/**
 * Cuts a session to the client's minutes at its longest. First light work moves into the rests of heavy lifts, which costs
 * nothing (rule SUPERSET). Then a step at a time and the least important first: rests to their minimum, third sets of light
 * exercises, the fifth exercise, third sets of heavy ones, exercises. The last strength exercise stays (rule TIME).
 */
export function fitToTime(planned: readonly SlotPlan[], minutes: number, priorities: readonly Role[]): Fitted {
  const before = longestMinutes(planned);
  if (before <= minutes) return { slots: planned, dropped: [], reasons: [] };
  const leastFirst = [...priorities].reverse();
  const dropped: SlotPlan[] = [];
  let slots = planned;
  let longest = before;
  const put = (next: readonly SlotPlan[]) => {
    slots = next;
    longest = longestMinutes(next);
  };
  const fits = () => longest <= minutes;
  const pairUp = () => {
    while (!fits()) {
      const pair = choosePair(slots);
      if (!pair) return;
      put(pair);
    }
  };
  pairUp();
  const paired = longest;
  const change = (turn: (slot: SlotPlan) => SlotPlan) => {
    for (const role of leastFirst) {
      if (fits()) return;
      const slot = slots.find((one) => one.role === role);
      const turned = slot && turn(slot);
      if (turned && turned !== slot) put(slots.map((one) => (one === slot ? turned : one)));
    }
  };
  const drop = () => {
    const going = findLeastImportant(slots);
    if (!going) return false;
    const left = slots.filter((slot) => slot !== going);
    const partner = findPartner(going, left);
    put(partner ? left.map((slot) => (slot === partner ? { ...slot, superset: null } : slot)) : left);
    pairUp();
    dropped.push(going);
    return true;
  };
  change((slot) => shortenRest(slot, findPartner(slot, slots)));
  change((slot) => (isStrength(slot) ? slot : cutSets(slot)));
  while (!fits() && slots.length > limits.slotsMin.default) drop();
  change(cutSets);
  while (!fits() && drop()) {
    // Each turn leaves one exercise fewer.
  }
  const reasons: Reason[] = [];
  const pairs = listTurns(slots).filter((turn) => turn.length > 1).length;
  if (pairs > 0)
    reasons.push({ code: 'SESSION_SUPERSETS', rule: 'SUPERSET', data: { minutes: paired, before, pairs } });
  if (paired > minutes) reasons.push({ code: 'SESSION_TIME', rule: 'TIME', data: { minutes, before: paired } });
  for (const { exercise } of dropped) {
    reasons.push({
      code: 'TIME_SLOT_DROPPED',
      rule: 'TIME',
      data: { exercise: exercise.id, area: exercise.area, minutes },
    });
  }
  return { slots, dropped, reasons };
}

function isStrength({ dose }: SlotPlan): boolean {
  return dose.goal === 'strength';
}

/** To the minimum of its goal; a lift that has a partner rests at least as long as the partner takes. */
function shortenRest(slot: SlotPlan, partner: SlotPlan | undefined): SlotPlan {
  const goal = slot.dose.goal;
  const least =
    goal === 'strength' ? shortestRest.strength : goal === 'power' ? shortestRest.power : shortestRest.other;
  const min = partner && goal === 'strength' ? Math.max(least, needsOf(partner)) : least;
  if (slot.restSeconds <= min || (goal === 'power' && slot.restSeconds < shortestRest.power)) return slot;
  const reason: Reason = { code: 'TIME_SHORTER_REST', rule: 'TIME', data: { from: slot.restSeconds, to: min } };
  return { ...slot, restSeconds: min, reasons: [...slot.reasons, reason] };
}

function cutSets(slot: SlotPlan): SlotPlan {
  const { sets } = slot.longest;
  if (Math.min(sets, slot.maxSets) <= fewestSets) return slot;
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
    slots.map((slot) => ({
      ...slot.longest,
      exerciseId: slot.exercise.id,
      goal: slot.dose.goal,
      load: null,
      sets: Math.min(slot.maxSets, slot.longest.sets),
      restSeconds: slot.restSeconds,
      superset: slot.superset,
    })),
  );
}
