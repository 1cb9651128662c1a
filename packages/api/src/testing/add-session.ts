import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import type { TestPractice } from '@groundwork/db/testing/make-practice';
import { articleRunner } from '@groundwork/engine/testing/article-runner';

export interface TestSession {
  readonly programId: string;
  readonly versionId: string;
  readonly sessionId: string;
  readonly prescriptionIds: readonly string[];
}

/** A published session with two exercises, written by the owner: for tests of what happens to sessions, whoever planned them. */
export async function addSession(
  database: OwnerConnection,
  practice: TestPractice,
  options: {
    readonly clientId?: string;
    readonly date?: string;
    readonly key?: string;
    readonly programId?: string;
  } = {},
): Promise<TestSession> {
  const { practiceId, coach } = practice;
  const { clientId = practice.clients[0]?.clientId, date = '2026-03-19', key = 'w01-B' } = options;
  const programId = options.programId ?? newId();
  const [versionId, sessionId] = [newId(), newId()];
  const prescriptionIds = [newId(), newId()];
  const { owner } = database;
  if (options.programId === undefined) {
    await owner.query(
      `insert into program (practice_id, id, client_id, title, status, starts_on, weeks, draft, profile, updated_by)
       values ($1, $2, $3, 'Base', 'published', '2026-03-16', 6, '{"startsOn": "2026-03-16", "blocks": [], "weeks": []}', $4, $5)`,
      [practiceId, programId, clientId, articleRunner, coach.memberId],
    );
  }
  const { rows } = await owner.query(
    'select count(*)::int + 1 as number from program_version where practice_id = $1 and program_id = $2',
    [practiceId, programId],
  );
  await owner.query(
    `insert into program_version (practice_id, id, program_id, number, effective_from, content, content_hash, profile, parameters,
       engine_version, catalogue_version, published_by)
     values ($1, $2, $3, $4, '2026-03-16', '{"startsOn": "2026-03-16", "blocks": [], "weeks": []}', 'hash', '{}', '{}', '1', '1', $5)`,
    [practiceId, versionId, programId, rows[0].number, coach.memberId],
  );
  await owner.query(
    `insert into session (practice_id, id, client_id, program_id, version_id, key, label, week, date, load, minutes, reasons)
     values ($1, $2, $3, $4, $5, $6, right($6, 1), 1, $7, 'full', 45, '[]')`,
    [practiceId, sessionId, clientId, programId, versionId, key, date],
  );
  for (const [index, exerciseId] of ['cg_single', 'cg_double'].entries()) {
    await owner.query(
      `insert into prescription (practice_id, id, session_id, position, slot, exercise_id, goal, sets, measure, amount, range_low, range_high,
         per_side, rest_seconds, explosive, purpose, reasons)
       values ($1, $2, $3, $4, $5, $6, 'strength', 3, 'reps', 6, 4, 8, false, 180, false, 'Strong calves', '[]')`,
      [practiceId, prescriptionIds[index], sessionId, index + 1, `A${index + 1}`, exerciseId],
    );
  }
  return { programId, versionId, sessionId, prescriptionIds };
}
