import { countDeeds, type Deed, type DeedLimit } from '@groundwork/auth/deed-limit';
import { networkOf } from '@groundwork/auth/network';
import { withIdentity } from '@groundwork/db/identity';

/** How many requests a minute one network, one account and everybody together may make of an installation, static files apart. */
export const callLimits = {
  network: { action: 'call.network', count: 1_200, minutes: 1 },
  account: { action: 'call.account', count: 600, minutes: 1 },
  all: { action: 'call.all', count: 60_000, minutes: 1 },
} as const satisfies Record<string, DeedLimit>;

export interface CallLimiter {
  /** Counts a request of an address; false when it is one too many, for it or for everybody. */
  readonly admitAddress: (address: string) => boolean;
  /** Counts a request of somebody who is signed in; false when it is one too many. */
  readonly admitAccount: (userId: string) => boolean;
  /** Tells the database what was counted since the last time, and learns what the other processes have. */
  readonly share: () => Promise<void>;
}

interface Tally {
  /** Counted here since the last `share`. */
  unshared: number;
  /** Counted by everybody until then. */
  known: number;
}

/** Longer lists of strangers are forgotten: a flood of addresses must not fill the memory. */
const mostTallies = 50_000;

/**
 * Limits requests in memory, so that a count costs no round trip, and shares the counts through the database every second or so. While the
 * database cannot be reached each process goes on by its own count.
 * @param limits those above when left out.
 */
export function makeCallLimiter(
  clock: () => Date,
  limits: Readonly<Record<keyof typeof callLimits, DeedLimit>> = callLimits,
): CallLimiter {
  const tallies = new Map<string, Tally & { readonly key: string; readonly limit: DeedLimit }>();
  let minute = 0;

  const admit = (key: string, limit: DeedLimit): boolean => {
    const now = Math.floor(clock().getTime() / 60_000);
    if (now !== minute || tallies.size > mostTallies) tallies.clear();
    minute = now;
    const name = `${limit.action}/${key}`;
    const tally = tallies.get(name) ?? { unshared: 0, known: 0, key, limit };
    tally.unshared += 1;
    tallies.set(name, tally);
    return tally.known + tally.unshared <= limit.count;
  };

  return {
    admitAddress: (address) => {
      const own = admit(networkOf(address), limits.network);
      return admit('', limits.all) && own;
    },
    admitAccount: (userId) => admit(userId, limits.account),
    share: async () => {
      // Most of what comes is far from any limit, and nobody else needs to know of it.
      const told = [...tallies.values()].filter(
        ({ unshared, known, limit }) => unshared > 0 && known + unshared > limit.count / 10,
      );
      if (told.length === 0) return;
      const deeds = told.map(({ key, limit, unshared }): Deed => ({ key, limit, times: unshared }));
      const sent = told.map(({ unshared }) => unshared);
      const counted = await withIdentity((scope) => countDeeds(scope, deeds, clock()));
      told.forEach((tally, index) => {
        tally.unshared -= sent[index] ?? 0;
        tally.known = counted.counts[index] ?? 0;
      });
    },
  };
}
