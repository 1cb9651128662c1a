import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unseal } from '@groundwork/db/seal';
import { addresses, expect, test } from './fixtures.ts';
import { marker } from './marker.ts';

/** Runs after all journeys: looks for what they typed and were mailed in everything that was written meanwhile. */

const traces = process.env.E2E_TRACES ?? '';
const readTrace = (file: string) => readFile(join(traces, file), 'utf8');

/** Shorter ones are anybody's words. */
const shortest = 12;

interface Secrets {
  /** Addresses, names, goals, notes, reasons, what hurts: as it stands in the database, opened where it is sealed. */
  readonly typed: readonly string[];
  /** Of mailed links. */
  readonly tokens: readonly string[];
  /** Of sessions. */
  readonly cookies: readonly string[];
}

const traced = test.extend<{ secrets: Secrets }>({
  secrets: async ({ owner }, use) => {
    const { rows } = await owner.owner.query<{ value: string }>(
      `select email as value from identity."user" union select email from client union select email from waitlist_entry
       union select reason from audit_entry union select name from client union select name from waitlist_entry`,
    );
    const { rows: sealed } = await owner.owner.query<{ practice_id: string; place: string; sealed: Buffer }>(
      `select practice_id, id::text as place, health_sealed as sealed from client
       union all select practice_id, id || '/goal', goal_sealed from client
       union all select practice_id, id || '/note', note_sealed from session`,
    );
    const opened = sealed
      .filter((row) => row.sealed !== null)
      .map((row) => unseal(row.sealed, { practiceId: row.practice_id, rowId: row.place }));
    // Words, or what is known of somebody's health, her words among it.
    const notes = opened
      .map((value) => (value instanceof Object && 'notes' in value ? value.notes : value))
      .map(String);
    const folder = process.env.E2E_MAILBOX_FOLDER ?? '';
    const letters = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')));
    const tokens = letters.flatMap((letter) =>
      [...letter.replaceAll(/=\r?\n/g, '').matchAll(/token=(?:3D)?([\w-]{43})/g)].map(([, token = '']) => token),
    );
    const typed = [...rows.map(({ value }) => value), ...notes].filter((value) => (value ?? '').length >= shortest);
    await use({
      typed: [...new Set([marker, ...typed])],
      tokens: [...new Set(tokens)],
      cookies: (await readTrace('cookies.txt').catch(() => '')).split('\n').filter((line) => line !== ''),
    });
  },
});

/** Which of the values stand in a text, each with the first line that has it. */
function findIn(text: string, values: readonly string[]): string[] {
  return values
    .filter((value) => text.includes(value))
    .map(
      (value) =>
        `${value}: ${text
          .split('\n')
          .find((line) => line.includes(value))
          ?.slice(0, 300)}`,
    );
}

traced(
  'no log of an app, the worker or the database has a word of it, and the search sees them all',
  async ({ owner, secrets }) => {
    const planted = ['coach-server', 'portal-server', 'worker-worker', 'worker-mailbox'].map(
      (part) => `planted-${part}@in-the-log.example`,
    );
    const inStatement = 'planted-in-a-statement@in-the-log.example';
    await owner.owner.query(`select '${inStatement}'`);
    await expect.poll(async () => (await readTrace('log.txt')).includes(inStatement)).toBe(true);
    const log = await readTrace('log.txt');
    expect(log).toMatch(/^portal .*"msg":"request"/m);
    expect(log).toMatch(/^database .*insert into/im);
    expect(findIn(log, [...planted, inStatement])).toHaveLength(planted.length + 1);
    const { typed, tokens, cookies } = secrets;
    expect(findIn(log, [...typed, ...tokens, ...cookies])).toEqual([]);
  },
);

traced('no span and no metric has a word of it, and the search sees them all', async ({ secrets }) => {
  const planted = ['coach-server', 'portal-server', 'worker-worker'].flatMap((part) => [
    `planted-${part}@in-a-span.example`,
    `planted-${part}@in-a-metric.example`,
  ]);
  await expect.poll(async () => findIn(await readTrace('telemetry.txt'), planted)).toHaveLength(planted.length);
  const told = await readTrace('telemetry.txt');
  // Of any journey: some may have been asked for alone. Not told in full when it is missing, for it is megabytes.
  expect(findIn(told, ['"http.route"', '"rpc.method"'])).toHaveLength(2);
  const { typed, tokens, cookies } = secrets;
  expect(findIn(told, [...typed, ...tokens, ...cookies])).toEqual([]);
});

/** Where a mailed link leads: its token is in that address, and in no other. */
const linked = /^\/(sign-in\/link|invitation|p\/[\w-]+\/(confirm|place|offer|leave))$/;

traced('no address has a word of it, and no token goes where its link does not lead', async ({ page, secrets }) => {
  await page.goto(`${addresses.portal}/sign-in?planted=${marker}`);
  const own: readonly string[] = [addresses.coach, addresses.portal];
  const requests = (await readTrace('requests.txt')).trim().split('\n');
  const plantedAt = requests.filter((line) => line.includes(`planted=${marker}`));
  expect(plantedAt.length).toBeGreaterThan(0);
  const { typed, tokens, cookies } = secrets;
  const others = requests.filter((line) => !line.includes('planted='));
  const text = others.map((line) => decodeURIComponent(line.replaceAll(/%(?![\da-f]{2})/gi, '%25'))).join('\n');
  expect(findIn(text, [...typed, ...cookies])).toEqual([]);
  const elsewhere = others.filter((line) => {
    const [url = '', referer = ''] = line.split(' ');
    if (!tokens.some((token) => line.includes(token))) return false;
    const { origin, pathname } = new URL(url);
    if (!own.includes(origin)) return true;
    // The page that the link opened may say so to its own app, which writes neither down.
    return (
      (tokens.some((token) => url.includes(token)) && !linked.test(pathname)) ||
      !(referer === '' || referer.startsWith(origin))
    );
  });
  expect(elsewhere).toEqual([]);
});

traced('no file that the apps serve or were built into has changed since, or has a word of it', async ({ secrets }) => {
  const began = Number(process.env.E2E_BEGAN_MS);
  expect(began).toBeGreaterThan(0);
  const changed: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visit(path);
      else if ((await stat(path)).mtimeMs > began) changed.push(path);
    }
  };
  for (const app of ['coach', 'portal', 'worker']) {
    for (const folder of ['.next', 'dist', 'public']) {
      await visit(join(import.meta.dirname, '../apps', app, folder));
    }
  }
  const { typed, tokens, cookies } = secrets;
  for (const file of changed) {
    expect.soft(findIn(await readFile(file, 'utf8'), [...typed, ...tokens, ...cookies]), file).toEqual([]);
  }
});
