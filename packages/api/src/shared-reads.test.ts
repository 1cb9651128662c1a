import { newId } from '@groundwork/db/new-id';
import { listenToStatements } from '@groundwork/db/testing/listen-to-statements';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it } from 'vitest';
import { type SharedReads, shareRead } from './shared-reads.ts';
import { callCoach } from './testing/call-as.ts';

const database = useTestDatabase();

it('one request reads a thing once, under way or long there', async () => {
  const reads: SharedReads = new Map();
  let times = 0;
  const read = async () => ++times;
  expect(await Promise.all([shareRead(reads, 'a', read), shareRead(reads, 'a', read)])).toEqual([1, 1]);
  expect(await shareRead(reads, 'a', read)).toBe(1);
  expect(await shareRead(reads, 'b', read)).toBe(2);
});

it('what failed is read again', async () => {
  const reads: SharedReads = new Map();
  await expect(shareRead(reads, 'a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await shareRead(reads, 'a', async () => 'back')).toBe('back');
});

it('a page that comes after its frame asks nothing of clients twice, until the request changes something', async () => {
  const page = callCoach(await makePractice(database), 'owner');
  const asked: string[] = [];
  const stop = listenToStatements(({ text }) => {
    if (/from client\b/.test(text)) asked.push(text);
  });
  const { counts } = await page.practice.frame();
  expect(asked).not.toEqual([]);
  expect((await page.practice.today()).counts.clients).toBe(counts.clients);
  stop();
  expect(asked).toEqual([...new Set(asked)]);
  await page.clients.invite({ id: newId(), name: 'Mei', email: `${newId()}@example.org`, timeZone: 'Europe/Berlin' });
  expect((await page.practice.frame()).counts.clients).toBe(counts.clients + 1);
});
