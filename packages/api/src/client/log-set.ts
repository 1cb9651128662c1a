import { setLog } from '@groundwork/db/schema/session';
import { writeStatement } from '@groundwork/db/statement';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { logSet as logSetInput } from '../inputs/session.ts';
import { toSetLogView } from '../session-rows.ts';
import type { ClientScope } from '../trpc.ts';
import type { LoggedSet, SetLogView } from '../views/session.ts';
import { earlierOf } from './own-session.ts';

const asked = {
  practiceId: sql.placeholder('practiceId'),
  clientId: sql.placeholder('clientId'),
  sessionId: sql.placeholder('sessionId'),
  prescriptionId: sql.placeholder('prescriptionId'),
  id: sql.placeholder('id'),
  setNumber: sql.placeholder('setNumber'),
  amount: sql.placeholder('amount'),
  amountOtherSide: sql.placeholder('amountOtherSide'),
  loadHundredths: sql.placeholder('loadHundredths'),
  loadUnit: sql.placeholder('loadUnit'),
  rirHalves: sql.placeholder('rirHalves'),
  loggedAt: sql.placeholder('loggedAt'),
  startedAt: sql.placeholder('startedAt'),
  receivedAt: sql.placeholder('receivedAt'),
};

/** The slot that the set is of, held until the end; the session begun, if it was not; the set. */
const addSet = writeStatement('log_set', (tx) => {
  const target = tx.$with('target', {}).as(sql`
    select s.practice_id, s.id as session_id, s.client_id, p.id as prescription_id, p.exercise_id
    from session s
    join prescription p on p.practice_id = s.practice_id and p.session_id = s.id
    where s.practice_id = ${asked.practiceId} and s.id = ${asked.sessionId} and s.client_id = ${asked.clientId}
      and p.id = ${asked.prescriptionId}
    for update of s`);
  const begun = tx.$with('begun', {}).as(sql`
    update session s set status = 'in_progress', started_at = coalesce(s.started_at, ${asked.startedAt}::timestamptz)
    from target t
    where s.practice_id = t.practice_id and s.id = t.session_id and s.status in ('planned', 'skipped')`);
  const written = tx.$with('written', {}).as(sql`
    insert into set_log (practice_id, id, session_id, prescription_id, client_id, exercise_id, set_number, amount, amount_other_side,
      load_hundredths, load_unit, rir_halves, logged_at, received_at)
    select t.practice_id, ${asked.id}::uuid, t.session_id, t.prescription_id, t.client_id, t.exercise_id, ${asked.setNumber}::smallint,
      ${asked.amount}::smallint, ${asked.amountOtherSide}::smallint, ${asked.loadHundredths}::integer, ${asked.loadUnit}::load_unit,
      ${asked.rirHalves}::smallint, ${asked.loggedAt}::timestamptz, ${asked.receivedAt}::timestamptz
    from target t
    on conflict (practice_id, id) do nothing
    returning id`);
  return tx
    .with(target, begun, written)
    .select({
      found: sql<boolean>`exists (select 1 from target)`,
      written: sql<boolean>`exists (select 1 from written)`,
    })
    .from(sql`(select) nothing`);
});

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
    // From then on anything newer counts, whatever the clock of the phone says.
    loggedAt: earlierOf(input.loggedAt, now),
  };
  const [outcome] = await addSet(scope).execute({
    practiceId: scope.practiceId,
    clientId: scope.me.clientId,
    sessionId,
    prescriptionId,
    id: input.id,
    setNumber: view.setNumber,
    amount: view.amount,
    amountOtherSide: view.amountOtherSide,
    loadHundredths: view.load?.hundredths ?? null,
    loadUnit: view.load?.unit ?? null,
    rirHalves: view.rir === null ? null : view.rir * 2,
    loggedAt: view.loggedAt.toISOString(),
    startedAt: view.loggedAt.toISOString(),
    receivedAt: now.toISOString(),
  });
  if (!outcome?.found) throw new Refusal('NOT_FOUND');
  const log = outcome.written ? view : await findEarlierLog(call);
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
