import { newId } from '@groundwork/db/new-id';
import { sealHealth } from '../health.ts';
import type { TestSession } from '../testing/add-session.ts';
import { addRow, type Place, thisMonday } from './rows.ts';

/** Nobody else in the tests trains it, or lifts this much. */
const exerciseId = 'pl_drop_jump';
const hundredths = 61_803;

/**
 * Fills what is known of a client with what stands nowhere else, in every row that a list or a page is made from.
 * @returns What tells of her in an answer, as JSON has it.
 */
export async function addTellTales(place: Place, clientId: string, session: TestSession): Promise<readonly string[]> {
  const { database, practiceId } = place;
  const tale = `tale-${newId()}`;
  const days = [{ kind: 'easy', note: tale }, ...Array.from({ length: 6 }, () => ({ kind: 'rest' }))];
  const prescribed = { exerciseId, sets: 3, measure: 'reps', amount: 5, perSide: false, load: null, restSeconds: 120 };
  const content = {
    startsOn: thisMonday,
    blocks: [{ number: 1, firstWeek: 1, lastWeek: 6, reasons: [{ code: tale }] }],
    weeks: [
      {
        number: 1,
        startsOn: thisMonday,
        days: [{ day: 'mon', reasons: [{ code: tale }] }],
        tier: 'T0',
        warnings: [],
        sessions: [{ prescriptions: [{ ...prescribed, rir: 2, explosive: true, tempo: null }] }],
      },
    ],
  };
  const [prescriptionId] = session.prescriptionIds;
  const health = sealHealth({ painSites: ['achilles'], notes: tale }, { practiceId, rowId: clientId });
  const statements: readonly (readonly [string, readonly unknown[]])[] = [
    ['update client set goal = $2, health_sealed = $3 where id = $1', [clientId, tale, health]],
    ['update program set title = $2 where id = $1', [session.programId, tale]],
    // The newest of all, so that a query that forgets whose version it wants finds this one.
    [
      'update program_version set number = 2, note = $2, content = $3, published_at = $4 where id = $1',
      [session.versionId, tale, JSON.stringify(content), '2026-03-19T08:59:00Z'],
    ],
    ['update session set note = $2 where id = $1', [session.sessionId, tale]],
    ['update prescription set purpose = $2 where id = $1', [prescriptionId, tale]],
  ];
  for (const [statement, values] of statements) await database.owner.query(statement, [...values]);
  await addRow(place, 'run_week', {
    client_id: clientId,
    scope: 'from',
    starts_on: thisMonday,
    days: JSON.stringify(days),
  });
  const raceId = await addRow(place, 'race', {
    client_id: clientId,
    name: tale,
    date: '2026-03-29',
    distance: '10k',
    priority: 'A',
  });
  await database.owner.query(
    `insert into working_load (practice_id, client_id, exercise_id, hundredths, unit, set_on) values ($1, $2, $3, $4, 'kg', $5)`,
    [practiceId, clientId, exerciseId, hundredths, thisMonday],
  );
  const setLogId = await addRow(place, 'set_log', {
    session_id: session.sessionId,
    prescription_id: prescriptionId,
    client_id: clientId,
    exercise_id: 'cg_single',
    set_number: 1,
    amount: 6,
    load_hundredths: hundredths,
    load_unit: 'kg',
    logged_at: '2026-03-19T08:00:00Z',
  });
  const { programId, versionId, sessionId, prescriptionIds } = session;
  return [
    ...[tale, `"exerciseId":"${exerciseId}"`, `"hundredths":${hundredths}`],
    ...[clientId, programId, versionId, sessionId, ...prescriptionIds, raceId, setLogId],
  ];
}
