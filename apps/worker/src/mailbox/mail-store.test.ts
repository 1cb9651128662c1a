import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMailStore } from './mail-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

const letter = (to: string, subject: string, html = '<p>Hello</p>') =>
  Buffer.from(
    `From: Groundwork <coach@example.org>\r\nTo: ${to}\r\nSubject: ${subject}\r\nContent-Type: text/html\r\n\r\n${html}\r\n`,
  );

test('lists the letters to an address, newest first, however it is capitalised', async () => {
  const store = await openMailStore(folder);
  await store.add(letter('mara@example.org', 'First'));
  await store.add(letter('tom@example.org', 'Not hers'));
  await store.add(letter('Mara@Example.org', 'Second'));
  expect(store.list('MARA@example.org').map(({ subject }) => subject)).toEqual(['Second', 'First']);
  expect(store.list()).toHaveLength(3);
});

test('still has the letters after a restart', async () => {
  const before = await openMailStore(folder);
  await before.add(letter('mara@example.org', 'First'));
  await before.add(letter('mara@example.org', 'Second'));
  const after = await openMailStore(folder);
  expect(after.list()).toEqual(before.list());
});

test('drops the oldest when there are too many, from the disk too', async () => {
  const store = await openMailStore(folder, 2);
  for (const subject of ['First', 'Second', 'Third']) await store.add(letter('mara@example.org', subject));
  expect(store.list().map(({ subject }) => subject)).toEqual(['Third', 'Second']);
  expect(await readdir(folder)).toHaveLength(2);
});

test('reads the links as a browser would, each once', async () => {
  const store = await openMailStore(folder);
  const mail = await store.add(
    letter(
      'mara@example.org',
      'Sign in',
      '<a href="http://localhost:3001/sign-in/link?token=x&amp;app=portal">Sign in</a> <a href="http://localhost:3001/sign-in/link?token=x&amp;app=portal">again</a>',
    ),
  );
  expect(mail.links).toEqual(['http://localhost:3001/sign-in/link?token=x&app=portal']);
});
