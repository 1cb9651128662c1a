import { newId } from '@groundwork/db/new-id';
import type { TestClient } from '@groundwork/db/testing/make-practice';
import { sealHealth } from '../health.ts';
import type { TestSession } from '../testing/add-session.ts';
import { addRow, type Place, thisMonday } from './rows.ts';

/** What is known of one client and stands nowhere else. */
export interface TellTales {
  readonly ids: readonly string[];
  /** What gives her away in an answer, as JSON has it. */
  readonly secrets: readonly string[];
}

/** Fills every row that a list or a page about a client is made from. `marks` are an exercise and a load that nobody else has. */
export async function addTellTales(
  place: Place,
  client: TestClient,
  session: TestSession,
  marks: { readonly exerciseId: string; readonly hundredths: number },
): Promise<TellTales> {
  const { clientId } = client;
  const { exerciseId, hundredths } = marks;
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
    [
      'update program set title = $2, draft = $3, notes = $4 where id = $1',
      [session.programId, tale, JSON.stringify(content), JSON.stringify([{ code: tale }])],
    ],
    // The newest of all, so that a query that forgets whose version it wants finds this one.
    [
      'update program_version set number = 2, note = $2, content = $3, published_at = $4 where id = $1',
      [session.versionId, tale, JSON.stringify(content), '2099-01-01T00:00:00Z'],
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
  const ids = [clientId, programId, versionId, sessionId, ...prescriptionIds, raceId, setLogId];
  const said = [tale, client.email, `"exerciseId":"${exerciseId}"`, `"hundredths":${hundredths}`];
  return { ids, secrets: [...said, ...ids] };
}
