/** A hold that is running, kept like a rest: from when it began, everything else is worked out. */
export interface HoldClock {
  readonly sessionId: string;
  readonly prescriptionId: string;
  readonly setNumber: number;
  /** Milliseconds since 1970, when the start was tapped. */
  readonly startedAt: number;
  /** Of each side. */
  readonly seconds: number;
  readonly perSide: boolean;
}

/** To put the phone down and get into the position. */
const readySeconds = 5;
/** To turn over. */
const switchSeconds = 5;
const storageKey = 'groundwork-hold';

export type HoldPhase =
  | { readonly phase: 'ready' | 'switch'; readonly left: number }
  /** `side` 0 without sides. */
  | { readonly phase: 'hold'; readonly side: 0 | 1 | 2; readonly left: number }
  | { readonly phase: 'done'; readonly since: number };

/** Where the hold is at an instant: get ready, hold, turn over, hold, done. `left` is whole seconds, rounded up. */
export function findHoldPhase(hold: HoldClock, now: number): HoldPhase {
  const elapsed = (now - hold.startedAt) / 1000;
  const left = (end: number) => Math.ceil(end - elapsed);
  const firstEnd = readySeconds + hold.seconds;
  if (elapsed < readySeconds) return { phase: 'ready', left: left(readySeconds) };
  if (elapsed < firstEnd) return { phase: 'hold', side: hold.perSide ? 1 : 0, left: left(firstEnd) };
  if (!hold.perSide) return { phase: 'done', since: elapsed - firstEnd };
  const secondStart = firstEnd + switchSeconds;
  const secondEnd = secondStart + hold.seconds;
  if (elapsed < secondStart) return { phase: 'switch', left: left(secondStart) };
  if (elapsed < secondEnd) return { phase: 'hold', side: 2, left: left(secondEnd) };
  return { phase: 'done', since: elapsed - secondEnd };
}

/** Seconds held on each side so far: what a hold that was stopped early counts for. The other side is null without sides. */
export function measureHold(hold: HoldClock, now: number): { amount: number; amountOtherSide: number | null } {
  const elapsed = (now - hold.startedAt) / 1000;
  const held = (start: number) => Math.max(0, Math.min(hold.seconds, Math.floor(elapsed - start)));
  return {
    amount: held(readySeconds),
    amountOtherSide: hold.perSide ? held(readySeconds + hold.seconds + switchSeconds) : null,
  };
}

/** Reads the hold of this session from what was stored; undefined when there is none. */
export function parseHold(stored: string | null, sessionId: string): HoldClock | undefined {
  if (stored === null) return undefined;
  try {
    const hold = JSON.parse(stored) as HoldClock;
    return typeof hold?.startedAt === 'number' && typeof hold.seconds === 'number' && hold.sessionId === sessionId
      ? hold
      : undefined;
  } catch {
    return undefined;
  }
}

export const readHold = (sessionId: string): HoldClock | undefined =>
  parseHold(localStorage.getItem(storageKey), sessionId);

export function storeHold(hold: HoldClock | undefined): void {
  if (hold) localStorage.setItem(storageKey, JSON.stringify(hold));
  else localStorage.removeItem(storageKey);
}
