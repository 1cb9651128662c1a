/** A rest as it is kept: the instant it ends is all that counts, so it goes on while the phone sleeps or the page is closed. */
export interface StoredRest {
  readonly sessionId: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
  /** The whole rest, added half minutes included. */
  readonly totalSeconds: number;
  /** What comes after it: "set 2", "Sliding leg curl". */
  readonly next: string;
}

const storageKey = 'groundwork-rest';
/** A rest that ended long ago is nobody's any more. */
const forgottenAfterMs = 10 * 60 * 1000;

/** So many seconds more; counted from now when it is over already. */
export function lengthenRest(rest: StoredRest, seconds: number, now: number): StoredRest {
  return rest.endsAt > now
    ? { ...rest, endsAt: rest.endsAt + seconds * 1000, totalSeconds: rest.totalSeconds + seconds }
    : { ...rest, endsAt: now + seconds * 1000, totalSeconds: seconds };
}

/** Reads the rest of this session from what was stored; undefined when there is none or it ended long ago. */
export function parseRest(stored: string | null, sessionId: string, now: number): StoredRest | undefined {
  if (stored === null) return undefined;
  try {
    const rest = JSON.parse(stored) as StoredRest;
    const isWhole =
      typeof rest?.endsAt === 'number' && typeof rest.totalSeconds === 'number' && typeof rest.next === 'string';
    return isWhole && rest.sessionId === sessionId && rest.endsAt > now - forgottenAfterMs ? rest : undefined;
  } catch {
    return undefined;
  }
}

export const readRest = (sessionId: string, now: number): StoredRest | undefined =>
  parseRest(localStorage.getItem(storageKey), sessionId, now);

export function storeRest(rest: StoredRest | undefined): void {
  if (rest) localStorage.setItem(storageKey, JSON.stringify(rest));
  else localStorage.removeItem(storageKey);
}
