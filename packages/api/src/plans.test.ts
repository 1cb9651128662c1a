import { crowdTables } from '@groundwork/db/testing/crowd-tables';
import { explain, listStatements } from '@groundwork/db/testing/explain-statements';
import type { Statement } from '@groundwork/db/testing/listen-to-statements';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeAll, expect, it } from 'vitest';
import { addSession } from './testing/add-session.ts';
import { callClient, callCoach, testNow } from './testing/call-as.ts';
import { fillProfile } from './testing/fill-profile.ts';
import { listHotReads } from './testing/hot-reads.ts';

/** The quick sibling of `pnpm test:long plans`: tables that look large instead of years of logs. */

const database = useTestDatabase();
let practice: TestPractice;
const asked: (readonly [what: string, statement: Statement])[] = [];

/** They grow with every week of every client. */
const growing = ['set_log', 'session', 'prescription', 'program_version', 'audit_entry'];

beforeAll(async () => {
  practice = await makePractice(database);
  await fillProfile(practice);
  const { programId, sessionId, prescriptionIds } = await addSession(database, practice);
  const reads = listHotReads({
    client: callClient(practice),
    coach: callCoach(practice),
    clientId: practice.clients[0]?.clientId ?? '',
    now: testNow,
    programId,
    sessionId,
    prescriptionId: prescriptionIds[0] ?? '',
  });
  for (const [what, read] of reads) {
    for (const statement of await listStatements(read)) {
      if (statement.application === 'groundwork-app') asked.push([what, statement]);
    }
  }
  await crowdTables(database.superuserUrl, growing, 10_000);
});

/** Reads of a growing table that name no more than the practice, or nothing at all. */
async function listWideReads(): Promise<readonly string[]> {
  const scan = new RegExp(
    `(Seq|Index|Index Only) Scan[^\\n]*? on (?:${growing.join('|')})\\b[^\\n]*(?:\\n *([^\\n]*))?`,
    'g',
  );
  const wide: string[] = [];
  for (const [what, statement] of asked) {
    const plan = await explain(database.appUrl, practice.practiceId, statement);
    for (const [text, , condition = ''] of plan.matchAll(scan)) {
      const named = condition.startsWith('Index Cond') ? (condition.match(/\(\w+ [=<>~]+ /g) ?? []) : [];
      if (named.length < 2) wide.push(`${what}: ${text.replaceAll(/\s+/g, ' ')}`);
    }
  }
  return wide;
}

it('no statement of the pages asked for most reads a growing table wider than it has to', async () => {
  expect(asked.length).toBeGreaterThan(20);
  expect(await listWideReads()).toEqual([]);
});

it('an index that is missing is found', async () => {
  await database.owner.query('drop index set_logs_of_session, set_logs_of_exercise, sessions_of_client_by_date');
  expect((await listWideReads()).join()).toMatch(/ on session\b.* on set_log\b|on set_log\b.* on session\b/);
});
