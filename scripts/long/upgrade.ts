import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, migrationsFolder } from '@groundwork/db/migrate';
import { makeAthletes } from './athletes.ts';
import type { Claim } from './claim.ts';
import { startNginx } from './nginx.ts';
import type { Parameters } from './parameters.ts';
import { type AppProcess, openRig, pause, type Rig } from './rig.ts';
import { startTraffic } from './traffic.ts';

const name = '9999_next';

/** What a migration of the next version may do while this one serves: widen, and look things up. */
const statements = [
  'ALTER TABLE "set_log" ADD COLUMN "next_note" text',
  'ALTER TABLE "set_log" ADD COLUMN "next_count" integer DEFAULT 0 NOT NULL',
  'CREATE INDEX "set_logs_next" ON "set_log" ("practice_id","logged_at")',
];

/** This version's migrations and one more. */
async function nextMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-next-'));
  await cp(migrationsFolder, folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(file, 'utf8'));
  const last = journal.entries.at(-1);
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: name });
  await writeFile(file, JSON.stringify(journal));
  await writeFile(join(folder, `${name}.sql`), statements.join(';\n--> statement-breakpoint\n'));
  return folder;
}

async function fill({ owner }: Rig['owner'], rows: number): Promise<void> {
  await owner.query(
    `insert into set_log (practice_id, id, session_id, prescription_id, client_id, exercise_id, set_number, amount, logged_at)
     select p.practice_id, gen_random_uuid(), p.session_id, p.id, s.client_id, p.exercise_id, 1 + n % 3, 6,
       now() - interval '1 day' - n * interval '1 second'
     from generate_series(1, $1) n
     join lateral (select * from prescription order by id offset n % (select count(*) from prescription) limit 1) p on true
     join session s on s.practice_id = p.practice_id and s.id = p.session_id`,
    [rows],
  );
  await owner.query('analyze set_log');
}

/** The next version's migration runs while this one serves; then its instances take over one by one. */
export async function run({ upgrade }: Parameters): Promise<readonly Claim[]> {
  const env = { GROUNDWORK_DRAIN_MS: '500' };
  const rig = await openRig();
  const folder = await nextMigrations();
  try {
    // The traffic's own clients have few rows: the million is other people's.
    await makeAthletes(rig.owner, 20);
    await fill(rig.owner, upgrade.rows);
    const { athletes } = await makeAthletes(rig.owner, 10);
    const apps: AppProcess[] = [await rig.startApp('portal', { env }), await rig.startApp('portal', { env })];
    const proxy = await startNginx({ portal: apps.map(({ port }) => port) });
    const traffic = startTraffic(proxy.portalUrl, athletes, upgrade.perSecond);
    await pause(1000);
    const start = performance.now();
    await migrate({ ownerUrl: rig.owner.ownerUrl, passwords: rig.passwords, migrationsFolder: folder });
    const migrated = performance.now() - start;
    await pause(1500);
    for (const [index, app] of apps.entries()) {
      await app.kill('SIGTERM');
      apps[index] = await rig.startApp('portal', { port: app.port, env });
    }
    const { sent, failed, writes, lost, slowestMs, failures } = await traffic.end(rig.owner);
    await proxy.close();
    return [
      {
        claim: 'upgrade under load',
        done: `a migration of two columns and an index on ${upgrade.rows.toLocaleString('en')} rows (${Math.round(migrated)} ms) under two instances at ${upgrade.perSecond} requests a second, then both replaced; old and new instance are the same build`,
        found: `${sent} requests, ${failed} failed${failed > 0 ? ` (${[...new Set(failures)].join(', ')})` : ''}; ${writes} writes acknowledged, ${lost} lost; slowest ${Math.round(slowestMs)} ms`,
        holds: failed === 0 && lost === 0 && writes > 0,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rig.close();
  }
}
