// What one block hands on to the next: kept aside, compared, and taken up again.
import type { RoleState } from './choose-slots.ts';
import type { Load } from './load.ts';
import type { Dose } from './plan-doses.ts';
import type { CarriedState } from './program-plan.ts';
import type { Reason } from './reason.ts';

/** Before the first block. */
export function openState(): CarriedState {
  return {
    states: new Map(),
    lastHeavyDay: Number.NEGATIVE_INFINITY,
    lastSessionDay: Number.NEGATIVE_INFINITY,
    lastAwayDay: Number.NEGATIVE_INFINITY,
    lighterUntil: Number.NEGATIVE_INFINITY,
    lighterSessions: new Set(),
    gapDays: 0,
    lastEasyWeek: 0,
    easedRaces: new Set(),
    focusBefore: 'general',
  };
}

/** A copy that goes its own way. */
export function copyState(state: CarriedState): CarriedState {
  return {
    states: copyRoles(state.states),
    lastHeavyDay: state.lastHeavyDay,
    lastSessionDay: state.lastSessionDay,
    lastAwayDay: state.lastAwayDay,
    lighterUntil: state.lighterUntil,
    lighterSessions: new Set(state.lighterSessions),
    gapDays: state.gapDays,
    lastEasyWeek: state.lastEasyWeek,
    easedRaces: new Set(state.easedRaces),
    focusBefore: state.focusBefore,
  };
}

export function copyRoles(states: CarriedState['states']): CarriedState['states'] {
  const copy: CarriedState['states'] = new Map();
  for (const [role, state] of states) copy.set(role, { ...state });
  return copy;
}

/** Whether what follows on the one is what follows on the other. */
export function isSameState(one: CarriedState, other: CarriedState): boolean {
  return (
    one.lastHeavyDay === other.lastHeavyDay &&
    one.lastSessionDay === other.lastSessionDay &&
    one.lastAwayDay === other.lastAwayDay &&
    one.lighterUntil === other.lighterUntil &&
    one.gapDays === other.gapDays &&
    one.lastEasyWeek === other.lastEasyWeek &&
    one.focusBefore === other.focusBefore &&
    isSameSet(one.lighterSessions, other.lighterSessions) &&
    isSameSet(one.easedRaces, other.easedRaces) &&
    areSameRoles(one.states, other.states)
  );
}

function isSameSet<Member>(one: ReadonlySet<Member>, other: ReadonlySet<Member>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function areSameRoles(one: CarriedState['states'], other: CarriedState['states']): boolean {
  if (one.size !== other.size) return false;
  for (const [role, state] of one) {
    const theirs = other.get(role);
    if (theirs === undefined || !isSameRole(state, theirs)) return false;
  }
  return true;
}

function isSameRole(one: RoleState, other: RoleState): boolean {
  return (
    one.exercise === other.exercise &&
    one.weeksDone === other.weeksDone &&
    one.blocksKept === other.blocksKept &&
    isSameDose(one.lastDose, other.lastDose) &&
    isSameLoad(one.load, other.load) &&
    one.gaveWay === other.gaveWay &&
    isSameReason(one.forcedBy, other.forcedBy) &&
    isSameSet(one.stoodIn, other.stoodIn)
  );
}

function isSameDose(one: Dose | null, other: Dose | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.sets === other.sets &&
    one.amount === other.amount &&
    one.rir === other.rir &&
    one.tempo === other.tempo &&
    isSameLoad(one.load, other.load) &&
    isSameReason(one.reason, other.reason)
  );
}

function isSameLoad(one: Load | null, other: Load | null): boolean {
  return one?.hundredths === other?.hundredths && one?.unit === other?.unit;
}

function isSameReason(one: Reason | null, other: Reason | null): boolean {
  if (one === other) return true;
  if (one === null || other === null || one.code !== other.code || one.rule !== other.rule) return false;
  const keys = Object.keys(one.data);
  return keys.length === Object.keys(other.data).length && keys.every((key) => one.data[key] === other.data[key]);
}
