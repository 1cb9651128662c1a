import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { verifyLog } from './audit-chain.ts';
import { backUp } from './back-up.ts';
import { openOwner } from './open-owner.ts';
import { restore } from './restore.ts';
import { listUnguardedTables } from './security.ts';
import { fillPractice } from './testing/fill-practice.ts';
import { onDatabase, runAs } from './testing/global-setup.ts';
import { makePractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
const made: string[] = [];
let folder: string;

/** An empty database of this version, as a new installation has it. */
async function makeTarget(): Promise<string> {
  const cluster = inject('testCluster');
  const name = `restored_${randomBytes(5).toString('hex')}`;
  made.push(name);
  await runAs(cluster.superuserUrl, `create database ${name} template ${cluster.template} owner groundwork_owner`);
  return onDatabase(cluster.ownerUrl, name);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-backup-'));
  for (const clients of [1, 3]) await fillPractice(database, await makePractice(database, { clients }));
  await database.owner.query(`select graphile_worker.add_job('send_mail', '{"text": "tab\\tand\\nline"}'::json)`);
  await backUp(database.ownerUrl, join(folder, 'whole'));
});

afterAll(async () => {
  const { superuserUrl } = inject('testCluster');
  for (const name of made) await runAs(superuserUrl, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

it('a backup of the restored database is the backup it was restored from', async () => {
  const target = await makeTarget();
  const first = await restore(target, join(folder, 'whole'));
  const second = await backUp(target, join(folder, 'again'));
  expect(second.tables).toEqual(first.tables);
  expect(
    first.tables.filter(({ name, rows }) => name.startsWith('public.') && rows === 0).map(({ name }) => name),
  ).toEqual((await emptyTables()).filter((name) => name.startsWith('public.')));
});

async function emptyTables(): Promise<string[]> {
  const { rows } = await database.owner.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = 'public'
       and (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text = '0'
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

it('the restored database is guarded as before, its log holds, and it goes on counting', async () => {
  const target = await makeTarget();
  await restore(target, join(folder, 'whole'));
  const { owner, ownerUrl } = openOwner(target);
  expect(await listUnguardedTables(owner)).toEqual([]);
  expect((await verifyLog(ownerUrl)).problems).toEqual([]);
  const { rows: asleep } = await owner.query(`select tgname from pg_trigger where tgenabled = 'D'`);
  expect(asleep).toEqual([]);
  await owner.query(`select graphile_worker.add_job('send_mail', '{}'::json)`);
  await expect(makePractice({ owner, ownerUrl })).resolves.toBeDefined();
  await owner.end();
});

it('refuses a target that holds anything, and leaves it as it is', async () => {
  await expect(restore(database.ownerUrl, join(folder, 'whole'))).rejects.toMatchObject({ kind: 'not_empty' });
});

it('restores nothing when one row is not as it was counted', async () => {
  const target = await makeTarget();
  const file = join(folder, 'again', 'public.practice.copy.gz');
  const rows = gunzipSync(await readFile(file)).toString();
  await writeFile(file, gzipSync(rows.replace('Practice', 'Practise')));
  await expect(restore(target, join(folder, 'again'))).rejects.toMatchObject({ kind: 'broken_backup' });
  const { owner } = openOwner(target);
  expect((await owner.query('select 1 from practice')).rows).toEqual([]);
  await owner.end();
});

it('is written over no other backup, and leaves nothing beside it', async () => {
  const manifest = () => readFile(join(folder, 'whole', 'manifest.json'), 'utf8');
  const before = await manifest();
  await expect(backUp(database.ownerUrl, join(folder, 'whole'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await manifest()).toBe(before);
  expect((await readdir(folder)).filter((name) => name.startsWith('whole'))).toEqual(['whole']);
});

it('is no backup before it is finished', async () => {
  await expect(restore(await makeTarget(), folder)).rejects.toMatchObject({ kind: 'broken_backup' });
});
