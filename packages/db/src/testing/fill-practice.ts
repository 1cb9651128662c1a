import { articleRunner } from '@groundwork/engine/testing/article-runner';
import { newId } from '../new-id.ts';
import type { OwnerConnection } from '../open-owner.ts';
import type { TestPractice } from './make-practice.ts';

type Row = Readonly<Record<string, unknown>>;

/** At least one row in every tenant table, written by the owner: what a test of isolation tries to reach from another practice. */
export async function fillPractice(database: OwnerConnection, practice: TestPractice): Promise<void> {
  const { practiceId, coach } = practice;
  const [client] = practice.clients;
  if (client === undefined) throw new Error('The practice needs a client');
  const { clientId } = client;
  const [programId, versionId, sessionId, prescriptionId, openingId, entryId] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ];
  const monday = '2026-11-23';
  const days = JSON.stringify(Array.from({ length: 7 }, () => ({ kind: 'rest' })));
  const rows: readonly (readonly [string, Row])[] = [
    ['invitation', { client_id: clientId, token_hash: newId(), expires_at: '2027-01-01' }],
    [
      'working_load',
      { id: undefined, client_id: clientId, exercise_id: 'x', hundredths: 1000, unit: 'kg', set_on: monday },
    ],
    ['run_week', { client_id: clientId, scope: 'from', starts_on: monday, days }],
    ['race', { client_id: clientId, name: 'Race', date: monday, distance: '10k', priority: 'A' }],
    [
      'program',
      {
        id: programId,
        client_id: clientId,
        title: 'Base',
        starts_on: monday,
        weeks: 6,
        draft: '{}',
        profile: JSON.stringify(articleRunner),
        updated_by: coach.memberId,
      },
    ],
    ['rule_set', { id: undefined, name: 'hard_days_hard', updated_by: coach.memberId }],
    [
      'rule_override',
      { client_id: clientId, rule: 'S23', reason: 'She doubles on Wednesdays', made_by: coach.memberId },
    ],
    ['program_undo', { id: undefined, program_id: programId, revision: 2, weeks: '[]', made_by: coach.memberId }],
    [
      'program_version',
      {
        id: versionId,
        program_id: programId,
        number: 1,
        effective_from: monday,
        content: '{}',
        content_hash: 'hash',
        profile: '{}',
        parameters: '{}',
        engine_version: '1',
        catalogue_version: '1',
        published_by: coach.memberId,
      },
    ],
    [
      'session',
      {
        id: sessionId,
        client_id: clientId,
        program_id: programId,
        version_id: versionId,
        key: 'w01-A',
        label: 'A',
        week: 1,
        date: monday,
        load: 'full',
        minutes: 45,
        reasons: '[]',
      },
    ],
    [
      'prescription',
      {
        id: prescriptionId,
        session_id: sessionId,
        position: 1,
        slot: 'a',
        exercise_id: 'x',
        goal: 'strength',
        sets: 3,
        measure: 'reps',
        amount: 6,
        range_low: 5,
        range_high: 8,
        per_side: false,
        rest_seconds: 180,
        explosive: false,
        purpose: 'Strong calves',
        reasons: '[]',
      },
    ],
    [
      'set_log',
      {
        session_id: sessionId,
        prescription_id: prescriptionId,
        client_id: clientId,
        exercise_id: 'x',
        set_number: 1,
        amount: 6,
        logged_at: '2026-11-23T10:00:00Z',
      },
    ],
    ['opening', { id: openingId, spots: 1, hold_hours: 48, opened_by: coach.memberId }],
    [
      'waitlist_entry',
      {
        id: entryId,
        name: 'Wanda',
        email: `wanda@${practiceId}.example`,
        goal: 'marathon',
        status: 'offered',
        token_hash: newId(),
        confirmed_at: '2026-11-01',
      },
    ],
    ['offer', { opening_id: openingId, entry_id: entryId, token_hash: newId(), expires_at: '2027-01-01' }],
    [
      'mail',
      {
        recipient: 'wanda@example.com',
        subject: 'Hello',
        html: '',
        text: '',
        template: 'offer',
        idempotency_key: newId(),
      },
    ],
    ['mutation', { at: monday }],
    ['rate_count', { id: undefined, action: 'waitlist.join', address_hash: 'x', window_start: monday, count: 1 }],
    ['audit_entry', { actor_kind: 'worker', action: 'offer.made', subject_kind: 'offer', subject_id: newId() }],
    ['erasure', { subject_hash: Buffer.alloc(32, 1), erased_at: monday }],
  ];
  for (const [table, row] of rows) await insertRow(database, table, { practice_id: practiceId, id: newId(), ...row });
}

async function insertRow(database: OwnerConnection, table: string, row: Row): Promise<void> {
  const named = Object.entries(row).filter(([, value]) => value !== undefined);
  const columns = named.map(([column]) => `"${column}"`).join(', ');
  const places = named.map((_, position) => `$${position + 1}`).join(', ');
  await database.owner.query(
    `insert into public."${table}" (${columns}) values (${places})`,
    named.map(([, value]) => value),
  );
}
