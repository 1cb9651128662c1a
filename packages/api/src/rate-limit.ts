import { createHmac } from 'node:crypto';
import { networkOf } from '@groundwork/auth/network';
import { requireSecret } from '@groundwork/auth/token';
import { rateCount } from '@groundwork/db/schema/rate-count';
import type { PracticeScope } from '@groundwork/db/scope';
import { and, eq, lt, sql } from 'drizzle-orm';
import { Refusal } from './errors.ts';

export interface RateLimit {
  /** "waitlist.join". */
  readonly action: string;
  /** How often within the window. */
  readonly count: number;
  readonly minutes: number;
}

/** Longer than any window; what is older is thrown away. */
const keptMs = 86_400_000;

/**
 * Counts one more deed of an address's network, over all processes. RATE_LIMITED beyond the limit until the window has passed. A refused deed is rolled
 * back with its count, which stays at the limit.
 */
export async function countDeed(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  /** The asking machine's. */
  readonly address: string;
  readonly limit: RateLimit;
}): Promise<void> {
  const { scope, now, address, limit } = call;
  const key = createHmac('sha256', requireSecret())
    .update(`rate/${networkOf(address)}`)
    .digest('hex');
  const windowStart = new Date(now.getTime() - limit.minutes * 60_000);
  const longAgo = new Date(now.getTime() - keptMs);
  const [{ rows }] = await Promise.all([
    scope.tx.execute<{ count: number }>(sql`
    insert into rate_count (practice_id, action, address_hash, window_start, count)
    values (${scope.practiceId}, ${limit.action}, ${key}, ${now.toISOString()}::timestamptz, 1)
    on conflict (practice_id, action, address_hash) do update set
      count = case when rate_count.window_start <= ${windowStart.toISOString()}::timestamptz then 1 else rate_count.count + 1 end,
      window_start = case when rate_count.window_start <= ${windowStart.toISOString()}::timestamptz then excluded.window_start
        else rate_count.window_start end
    returning count`),
    scope.tx
      .delete(rateCount)
      .where(and(eq(rateCount.practiceId, scope.practiceId), lt(rateCount.windowStart, longAgo))),
  ]);
  if ((rows[0]?.count ?? 0) > limit.count) throw new Refusal('RATE_LIMITED');
}
