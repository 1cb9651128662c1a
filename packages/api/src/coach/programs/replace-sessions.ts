import { prescription, session } from '@groundwork/db/schema/session';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { laterOf } from '../../today.ts';
import type { WriterScope } from '../../trpc.ts';
import { type PlannedRows, planSessions } from './plan-sessions.ts';
import type { ProgramRecord } from './program-record.ts';

interface KnownSession {
  readonly id: string;
  readonly programId: string;
  readonly key: string;
  readonly date: PlainDate;
  /** Begun, done, skipped or logged: it keeps its snapshot. */
  readonly isFrozen: boolean;
}

/**
 * Puts a published version's sessions in the place of those that were planned from a date on. A session that stays in the program keeps its
 * id, and so does each exercise that stays in its place: a phone that logs offline against yesterday's copy still meets its rows.
 */
export async function replaceSessions(call: {
  readonly scope: WriterScope;
  readonly record: ProgramRecord;
  readonly versionId: string;
  readonly effectiveFrom: PlainDate;
  readonly today: PlainDate;
}): Promise<void> {
  const { scope, record, versionId, effectiveFrom, today } = call;
  const { program } = record;
  const known = await lockSessions(call);
  const own = known.filter(({ programId }) => programId === program.id);
  const open = own.filter(({ isFrozen, date }) => !isFrozen && date >= effectiveFrom);
  const planned = planSessions({
    program: program.draft,
    practiceId: scope.practiceId,
    clientId: program.clientId,
    programId: program.id,
    versionId,
    from: effectiveFrom,
    // A session moved from behind the date to before it must not get lost, nor land in the past.
    alsoKeys: new Set(
      listPlannedDates(record)
        .filter(({ key, date }) => date >= today && open.some((one) => one.key === key))
        .map(({ key }) => key),
    ),
    frozen: new Set(own.filter(({ isFrozen }) => isFrozen).map(({ key }) => key)),
  });
  const keys = new Set(planned.sessions.map(({ key }) => key));
  const gone = known.filter(
    ({ isFrozen, programId, key, date }) =>
      !isFrozen && date >= effectiveFrom && (programId !== program.id || !keys.has(key)),
  );
  if (gone.length > 0) await deleteSessions(scope, gone);
  await storeSessions(scope, planned, own);
}

const listPlannedDates = ({ program: { draft } }: ProgramRecord) => draft.weeks.flatMap(({ sessions }) => sessions);

/** The client's sessions that a publication may touch, locked: one that is being started is waited for and found frozen. */
async function lockSessions({ scope, record, effectiveFrom }: Parameters<typeof replaceSessions>[0]) {
  const { startsOn, weeks, id, clientId } = record.program;
  const from = laterOf(effectiveFrom, startsOn);
  const { rows } = await scope.tx.execute<{
    id: string;
    program_id: string;
    key: string;
    date: string;
    is_frozen: boolean;
  }>(sql`
    select s.id, s.program_id, s.key, s.date::text,
      s.status <> 'planned' or exists (
        select 1 from set_log l where l.practice_id = s.practice_id and l.session_id = s.id) as is_frozen
    from session s
    where s.practice_id = ${scope.practiceId} and s.client_id = ${clientId}
      and (s.program_id = ${id} or (s.date >= ${from}::date and s.date < ${addDays(startsOn, 7 * weeks)}::date))
    order by s.id
    for update of s`);
  return rows.map(
    (row): KnownSession => ({
      id: row.id,
      programId: row.program_id,
      key: row.key,
      date: row.date,
      isFrozen: row.is_frozen,
    }),
  );
}

async function deleteSessions(scope: WriterScope, gone: readonly KnownSession[]): Promise<void> {
  const ids = gone.map(({ id }) => id);
  await scope.tx.delete(session).where(and(eq(session.practiceId, scope.practiceId), inArray(session.id, ids)));
}

/** Writes planned sessions over those of the same key. */
async function storeSessions(scope: WriterScope, planned: PlannedRows, own: readonly KnownSession[]): Promise<void> {
  const idOfKey = new Map(own.map(({ key, id }) => [key, id]));
  const finalId = new Map(planned.sessions.map(({ id, key }) => [id, idOfKey.get(key) ?? id]));
  const sessions = planned.sessions.map((row) => ({ ...row, id: finalId.get(row.id) ?? row.id }));
  if (sessions.length === 0) return;
  const lines = await keepIds(
    scope,
    planned.prescriptions.map((row) => ({ ...row, sessionId: finalId.get(row.sessionId) ?? row.sessionId })),
  );
  await scope.tx
    .insert(session)
    .values(sessions)
    .onConflictDoUpdate({
      target: [session.practiceId, session.id],
      set: excluded({
        versionId: 'version_id',
        label: 'label',
        week: 'week',
        date: 'date',
        load: 'load',
        minutes: 'minutes',
        reasons: 'reasons',
      }),
    });
  await scope.tx
    .insert(prescription)
    .values(lines)
    .onConflictDoUpdate({
      target: [prescription.practiceId, prescription.id],
      set: excluded({
        superset: 'superset',
        goal: 'goal',
        sets: 'sets',
        measure: 'measure',
        amount: 'amount',
        rangeLow: 'range_low',
        rangeHigh: 'range_high',
        perSide: 'per_side',
        loadHundredths: 'load_hundredths',
        loadUnit: 'load_unit',
        rirHalves: 'rir_halves',
        restSeconds: 'rest_seconds',
        explosive: 'explosive',
        tempo: 'tempo',
        purpose: 'purpose',
        reasons: 'reasons',
      }),
    });
}

type Lines = readonly (typeof prescription.$inferInsert)[];

/** An exercise that stands where it stood keeps its row; the others' rows go. */
async function keepIds(scope: WriterScope, lines: Lines): Promise<(typeof prescription.$inferInsert)[]> {
  const { tx, practiceId } = scope;
  const sessionIds = [...new Set(lines.map(({ sessionId }) => sessionId))];
  const known = await tx
    .select({
      id: prescription.id,
      sessionId: prescription.sessionId,
      position: prescription.position,
      slot: prescription.slot,
      exerciseId: prescription.exerciseId,
    })
    .from(prescription)
    .where(and(eq(prescription.practiceId, practiceId), inArray(prescription.sessionId, sessionIds)));
  type Place = Pick<(typeof known)[number], 'sessionId' | 'position' | 'slot' | 'exerciseId'>;
  const placeOf = ({ sessionId, position, slot, exerciseId }: Place) => [sessionId, position, slot, exerciseId].join();
  const idOfPlace = new Map(known.map((row) => [placeOf(row), row.id]));
  const kept = lines.map((line) => ({ ...line, id: idOfPlace.get(placeOf(line)) ?? line.id }));
  const keptIds = new Set(kept.map(({ id }) => id));
  const gone = known.filter(({ id }) => !keptIds.has(id)).map(({ id }) => id);
  if (gone.length > 0) {
    await tx.delete(prescription).where(and(eq(prescription.practiceId, practiceId), inArray(prescription.id, gone)));
  }
  return kept;
}

/** The values of the row that was refused, for an upsert of many. */
const excluded = (columns: Readonly<Record<string, string>>): Record<string, SQL> =>
  Object.fromEntries(
    Object.entries(columns).map(([property, column]) => [property, sql`excluded.${sql.identifier(column)}`]),
  );
