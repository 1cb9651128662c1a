import { createHmac } from 'node:crypto';
import type { IdentityScope } from '@groundwork/db/identity';
import { deedCount } from '@groundwork/db/schema/identity';
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { requireSecret } from './token.ts';

/** What somebody may do so often. */
export interface DeedLimit {
  /** "sign-in.request". */
  readonly action: string;
  /** How often within the window. */
  readonly count: number;
  /** At most a day. */
  readonly minutes: number;
}

/** A deed to be counted: whose it is (a network, an account; "" is everybody's together) and what bounds it. */
export interface Deed {
  readonly key: string;
  readonly limit: DeedLimit;
  /** How many at once; 1 when left out. */
  readonly times?: number;
}

export interface Counted {
  /** How often each was done in its window under way, this time included, in the order of the deeds. */
  readonly counts: readonly number[];
  /** When the last of the exceeded limits lets through again; undefined when all of it may go on. */
  readonly retryAt: Date | undefined;
}

/** Longer than any window; what is older is thrown away. */
const keptMs = 86_400_000;

/** Addresses and accounts are not kept: only a hash that needs the installation's secret. "" stays "". */
const hashKey = (key: string): string =>
  key === '' ? '' : createHmac('sha256', requireSecret()).update(`deed/${key}`).digest('hex');

/**
 * Counts deeds over all processes of the installation, in the transaction of what they lead to: without the count there is no deed. Counts go on
 * beyond the limit, so that hammering does not pay.
 */
export async function countDeeds(scope: IdentityScope, deeds: readonly Deed[], now: Date): Promise<Counted> {
  const at = now.toISOString();
  // In one order for everybody: two that count the same keys do not wait for each other in a circle.
  const ordered = deeds
    .map(({ key, limit, times = 1 }) => ({ hash: hashKey(key), limit, times }))
    .sort((one, other) => (`${one.limit.action}/${one.hash}` < `${other.limit.action}/${other.hash}` ? -1 : 1));
  const values = ordered.map(
    ({ hash, limit, times }) => sql`(${limit.action}, ${hash}, ${at}::timestamptz, ${times}::integer)`,
  );
  const [{ rows }] = await Promise.all([
    scope.tx.execute<{ action: string; key_hash: string; count: number; window_start: string }>(sql`
      insert into identity.deed_count as known (action, key_hash, window_start, count)
      select deed.action, deed.key_hash, deed.at, deed.times from (values ${sql.join(values, sql`, `)}) deed (action, key_hash, at, times)
      on conflict (action, key_hash) do update set
        count = case when known.window_start <= excluded.window_start - ${lastsOf(ordered)} then excluded.count
          else known.count + excluded.count end,
        window_start = case when known.window_start <= excluded.window_start - ${lastsOf(ordered)} then excluded.window_start
          else known.window_start end
      returning action, key_hash, count, window_start`),
    forgetOldDeeds(scope, now),
  ]);
  const counted = deeds.map(({ key, limit }) => {
    const hash = hashKey(key);
    const row = rows.find((one) => one.action === limit.action && one.key_hash === hash);
    if (row === undefined) throw new Error(`${limit.action} was not counted`);
    return { count: row.count, limit, until: new Date(row.window_start).getTime() + limit.minutes * 60_000 };
  });
  const exceeded = counted.filter(({ count, limit }) => count > limit.count).map(({ until }) => until);
  return {
    counts: counted.map(({ count }) => count),
    retryAt: exceeded.length === 0 ? undefined : new Date(Math.max(...exceeded)),
  };
}

/** Whether a limit is reached, without counting. */
export async function isUsedUp({ tx }: IdentityScope, { key, limit }: Deed, now: Date): Promise<boolean> {
  const [row] = await tx
    .select({ count: deedCount.count })
    .from(deedCount)
    .where(
      and(
        eq(deedCount.action, limit.action),
        eq(deedCount.keyHash, hashKey(key)),
        gt(deedCount.windowStart, new Date(now.getTime() - limit.minutes * 60_000)),
      ),
    );
  return row !== undefined && row.count >= limit.count;
}

/** How long the window of the row at hand lasts, by its action. */
function lastsOf(deeds: readonly { readonly limit: DeedLimit }[]) {
  const cases = deeds.map(
    ({ limit }) => sql`when ${limit.action} then make_interval(mins => ${limit.minutes}::integer)`,
  );
  return sql`case excluded.action ${sql.join(cases, sql` `)} end`;
}

async function forgetOldDeeds({ tx }: IdentityScope, now: Date): Promise<void> {
  const old = tx
    .select({ hash: deedCount.keyHash })
    .from(deedCount)
    .where(lt(deedCount.windowStart, new Date(now.getTime() - keptMs)))
    .limit(100);
  await tx
    .delete(deedCount)
    .where(and(lt(deedCount.windowStart, new Date(now.getTime() - keptMs)), inArray(deedCount.keyHash, old)));
}
