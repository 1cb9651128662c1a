import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callClient, callCoach } from '@groundwork/api/testing/call-as';
import { listHotReads } from '@groundwork/api/testing/hot-reads';
import { newId } from '@groundwork/db/new-id';
import { explain, listStatements } from '@groundwork/db/testing/explain-statements';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import pg from 'pg';
import { copyClients, logEverything, makeOriginal } from '../bench/grow-practices.ts';
import { root } from '../install.mjs';
import type { Claim } from './claim.ts';
import type { Parameters } from './parameters.ts';
import { openRig } from './rig.ts';

/** From so many rows on, reading a table from end to end is a mistake. */
const largeRows = 5000;

const file = join(root, 'docs/plans.txt');
const head = `How PostgreSQL answers the statements of the pages that are asked for most, as \`pnpm test:long plans --write\` found it: the shape alone,
values as ?. In practices of clients with two years of logs each; row-level security adds its condition to every scan.
`;

/** The hot statements' plans at a size at which the planner has to choose. */
export async function run({ plans }: Parameters, write: boolean): Promise<readonly Claim[]> {
  const rig = await openRig();
  const superuser = new pg.Client({ connectionString: rig.superuserUrl.replace(/\/[^/]*$/, '/groundwork') });
  await superuser.connect();
  try {
    const now = new Date();
    const original = await makeOriginal(rig.owner.ownerUrl, now);
    await logEverything(superuser, original, now);
    const practices: TestPractice[] = [];
    for (let made = 0; made < plans.practices; made++) {
      const practice = await makePractice(rig.owner, { clients: 0 });
      await copyClients(superuser, original, practice, made * plans.clients + 1, (made + 1) * plans.clients);
      practices.push(practice);
    }
    await superuser.query('vacuum analyze');
    const { rows } = await superuser.query<{ name: string; rows: number }>(
      `select relname as name, reltuples::int as rows from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const large = rows.filter((table) => table.rows > largeRows).map(({ name }) => name);
    const [practice] = practices;
    if (!practice) throw new Error('There are practices');
    const found = await explainReads(superuser, practice, now);
    const bad = listWholeScans(found, large);
    const text = `${head}\n${[...found].map(([what, shapes]) => `# ${what}\n\n${shapes.join('\n\n')}\n`).join('\n')}`;
    const isSame = (await readFile(file, 'utf8').catch(() => '')) === text;
    if (write) await writeFile(file, text);
    for (const scan of bad) console.log(`  ${scan}`);

    // The harness has to see an index that is missing.
    await superuser.query('drop index set_logs_of_session, set_logs_of_exercise, sessions_of_client_by_date');
    const blind = listWholeScans(await explainReads(superuser, practice, now), large);
    return [
      {
        claim: 'no page reads a large table from end to end',
        done: `${found.size} reads of pages and a set logged, in ${plans.practices} practices of ${plans.clients} clients (${rows.find(({ name }) => name === 'set_log')?.rows.toLocaleString('en')} set logs); the plan of each statement`,
        found: `${[...found.values()].flat().length} plans, ${bad.length} scans from end to end of ${large.length} large tables; ${write ? 'kept in' : isSame ? 'as in' : 'not as in'} docs/plans.txt; with three indexes dropped ${blind.length}`,
        holds: bad.length === 0 && blind.length > 0,
      },
    ];
  } finally {
    await superuser.end();
    await rig.close();
  }
}

async function explainReads(
  superuser: pg.Client,
  practice: TestPractice,
  now: Date,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await superuser.query(
    `select c.id as "clientId", c.email, s.id as "sessionId", p.id as "programId", r.id as "prescriptionId"
     from client c
     join program p on p.practice_id = c.practice_id and p.client_id = c.id
     join session s on s.practice_id = c.practice_id and s.program_id = p.id and s.status = 'planned'
     join prescription r on r.practice_id = s.practice_id and r.session_id = s.id
     where c.practice_id = $1 order by c.id, p.starts_on desc, s.date, r.position limit 1`,
    [practice.practiceId],
  );
  const { clientId, email, sessionId, programId, prescriptionId } = rows[0];
  const call = { now };
  const coach = callCoach(practice, 'owner', call);
  const client = callClient(practice, { clientId, email, name: 'Runner', userId: newId() }, call);
  const reads = listHotReads({ client, coach, clientId, sessionId, programId, prescriptionId, now });
  const found = new Map<string, readonly string[]>();
  for (const [what, read] of reads) {
    const statements = await listStatements(read);
    const shapes = new Set<string>();
    for (const statement of statements) {
      shapes.add(shapeOf(await explain(process.env.GROUNDWORK_APP_DATABASE_URL, practice.practiceId, statement)));
    }
    // Statements of one page leave together, in whatever order.
    found.set(what, [...shapes].sort());
  }
  return found;
}

/** Without the values that stand in it. */
const shapeOf = (plan: string): string => plan.replace(/'[^']*'(::[a-z_]+( with(out)? time zone)?(\[\])?)?/g, '?');

/** The scans that read all of a large table. */
function listWholeScans(found: ReadonlyMap<string, readonly string[]>, large: readonly string[]): readonly string[] {
  const whole = new RegExp(`Seq Scan on (?:${large.join('|')})\\b`);
  return [...found].flatMap(([what, shapes]) =>
    shapes.flatMap((shape) =>
      shape
        .split('\n')
        .filter((line) => whole.test(line))
        .map((line) => `${what}: ${line.trim()}`),
    ),
  );
}
