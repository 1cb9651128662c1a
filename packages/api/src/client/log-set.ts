import { setLog } from '@groundwork/db/schema/session';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { logSet as logSetInput } from '../inputs/session.ts';
import { toSetLogView } from '../session-rows.ts';
import type { ClientScope } from '../trpc.ts';
import type { LoggedSet, SetLogView } from '../views/session.ts';
import { earlierOf } from './own-session.ts';

/**
 * Adds a set to the log, in one statement, and freezes the session if nothing had. A correction is a new id for the same set; the same id
 * again is the same row, with the answer it had.
 */
export async function logSet(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof logSetInput>;
}): Promise<LoggedSet> {
  const { scope, now, input } = call;
  const { sessionId, prescriptionId } = input;
  const view: SetLogView = {
    setLogId: input.id,
    setNumber: input.setNumber,
    amount: input.amount,
    amountOtherSide: input.amountOtherSide ?? null,
    load: input.load ?? null,
    rir: input.rir ?? null,
    loggedAt: input.loggedAt,
  };
  const { rows } = await scope.tx.execute<{ found: boolean; written: boolean }>(sql`
    with target as (
      select s.practice_id, s.id as session_id, s.client_id, p.id as prescription_id, p.exercise_id
      from session s
      join prescription p on p.practice_id = s.practice_id and p.session_id = s.id
      where s.practice_id = ${scope.practiceId} and s.id = ${sessionId} and s.client_id = ${scope.me.clientId}
        and p.id = ${prescriptionId}
      for update of s
    ), frozen as (
      update session s set status = 'in_progress', started_at = coalesce(s.started_at, ${earlierOf(input.loggedAt, now).toISOString()}::timestamptz)
      from target t
      where s.practice_id = t.practice_id and s.id = t.session_id and s.status in ('planned', 'skipped')
    ), written as (
      insert into set_log (practice_id, id, session_id, prescription_id, client_id, exercise_id, set_number, amount, amount_other_side,
        load_hundredths, load_unit, rir_halves, logged_at, received_at)
      select t.practice_id, ${input.id}::uuid, t.session_id, t.prescription_id, t.client_id, t.exercise_id, ${view.setNumber}::smallint,
        ${view.amount}::smallint, ${view.amountOtherSide}::smallint, ${view.load?.hundredths ?? null}::integer,
        ${view.load?.unit ?? null}::load_unit, ${view.rir === null ? null : view.rir * 2}::smallint,
        ${view.loggedAt.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      from target t
      on conflict (practice_id, id) do nothing
      returning id
    )
    select exists (select 1 from target) as found, exists (select 1 from written) as written`);
  if (!rows[0]?.found) throw new Refusal('NOT_FOUND');
  const log = rows[0].written ? view : await findEarlierLog(call);
  return { sessionId, prescriptionId, log };
}

/** The row that the id stands for already, of a prescription that is known to be hers. An id of another set or client's is nobody's business. */
async function findEarlierLog(call: Parameters<typeof logSet>[0]): Promise<SetLogView> {
  const { scope, input } = call;
  const [known] = await scope.tx
    .select()
    .from(setLog)
    .where(
      and(
        eq(setLog.practiceId, scope.practiceId),
        eq(setLog.id, input.id),
        eq(setLog.prescriptionId, input.prescriptionId),
      ),
    );
  if (!known) throw new Refusal('NOT_FOUND');
  return toSetLogView(known);
}
