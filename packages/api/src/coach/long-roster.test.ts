import { closePools } from '@groundwork/db/connect';
import { withPractice } from '@groundwork/db/scope';
import { countRoundTrips, type RoundTripCounter } from '@groundwork/db/testing/count-round-trips';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addSession } from '../testing/add-session.ts';
import { callCoach, callCoachAs, memberPrincipal } from '../testing/call-as.ts';
import { fillProfile } from '../testing/fill-profile.ts';

const database = useTestDatabase();
const clients = 200;
let practice: TestPractice;
let counter: RoundTripCounter;

/** The one client with her program and her sessions of two months, and as many more who are as she is. */
beforeAll(async () => {
  practice = await makePractice(database, { clients: 1, spots: clients });
  await fillProfile(practice);
  const { programId } = await addSession(database, practice, { date: '2026-02-19', key: 'w01-A' });
  for (const [index, date] of ['2026-02-26', '2026-03-05', '2026-03-12', '2026-03-19', '2026-03-26'].entries()) {
    await addSession(database, practice, { date, key: `w0${index + 1}-B`, programId });
  }
  const { practiceId } = practice;
  const copy = async (table: string, replaced: Readonly<Record<string, string>>, where: string) => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    await database.owner.query(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')})
       select ${names.map((name) => replaced[name] ?? `t."${name}"`).join(', ')}
       from "${table}" t cross join generate_series(2, ${clients}) copies (copy) where ${where} and t.practice_id = $1`,
      [practiceId],
    );
  };
  // Whose id ends in her number is her copy.
  const renumbered = (column: string) => `(left(t."${column}"::text, 28) || lpad(copy::text, 8, '0'))::uuid`;
  const own = (...columns: readonly string[]) => Object.fromEntries(columns.map((name) => [name, renumbered(name)]));
  const person = { user_id: 'null', name: `'Runner ' || copy`, email: `'runner' || copy || '@example.org'` };
  await copy('client', { ...own('id'), ...person }, 'true');
  await copy('run_week', own('id', 'client_id'), 'true');
  await copy('program', own('id', 'client_id'), 'true');
  await copy('program_version', own('id', 'program_id'), 'true');
  await copy('session', own('id', 'client_id', 'program_id', 'version_id'), 'true');
  await closePools();
  counter = await countRoundTrips(database.appUrl);
  process.env.GROUNDWORK_APP_DATABASE_URL = counter.url;
});

beforeEach(async () => {
  await withPractice(practice.practiceId, async () => {});
  counter.takeSent();
});

afterAll(async () => {
  await closePools();
  await counter.close();
});

it('counts every row that the database sends', async () => {
  await withPractice(practice.practiceId, ({ tx }) =>
    tx.execute(sql`select id from client where practice_id = ${practice.practiceId}`),
  );
  expect(counter.takeSent().rows).toBe(clients);
});

it('is read once for a page and its frame, in a handful of rows', async () => {
  const page = callCoach(practice, 'owner');
  const [frame, today] = await Promise.all([page.practice.frame(), page.practice.today()]);
  expect(frame.counts).toMatchObject({ clients, needsYou: today.counts.needsYou });
  expect(today.counts.clients).toBe(clients);
  const { rows, bytes } = counter.takeSent();
  expect(rows).toBeLessThanOrEqual(12);
  // The facts of 200 clients once, about 1,600 bytes each.
  expect(bytes).toBeLessThan(380_000);
});

it('afterwards sends nothing but stamps, and the one client of whom something changed', async () => {
  const page = callCoach(practice, 'owner');
  const { rows: found } = await database.owner.query(
    `update session set label = 'Changed' where ctid = (
       select ctid from session where practice_id = $1 and date between '2026-03-16' and '2026-03-22' order by client_id limit 1)
     returning client_id as "clientId"`,
    [practice.practiceId],
  );
  const [frame, today] = await Promise.all([page.practice.frame(), page.practice.everybody()]);
  expect(frame.counts.clients).toBe(clients);
  const changed = today.week.filter(({ days }) => days.some(({ strength }) => strength?.label === 'Changed'));
  expect(changed.map(({ clientId }) => ({ clientId }))).toEqual(found);
  // The stamps of 200 clients, some 80 bytes each.
  expect(counter.takeSent().bytes).toBeLessThan(30_000);
});

it('gives the list as few', async () => {
  const { clients: listed } = await callCoach(practice, 'owner').clients.list();
  expect(listed).toHaveLength(clients);
  expect(listed.every(({ nextSession }) => nextSession?.date === '2026-03-19')).toBe(true);
  const { rows, bytes } = counter.takeSent();
  expect(rows).toBeLessThanOrEqual(8);
  expect(bytes).toBeLessThan(30_000);
});

it('gives Today the first, and everybody to who asks for them', async () => {
  const page = callCoachAs(memberPrincipal(practice, practice.owner, 'owner'));
  const today = await page.practice.today();
  expect(today.week).toHaveLength(25);
  expect(today.needsYou).toHaveLength(12);
  expect(today.training).toMatchObject({ count: clients, done: 0 });
  expect(today.training.first).toHaveLength(12);
  expect(JSON.stringify(today).length, 'what travels with the page').toBeLessThan(40_000);
  const everybody = await page.practice.everybody();
  expect(everybody.week).toHaveLength(clients);
  expect(everybody.needsYou).toHaveLength(today.counts.needsYou);
  expect(everybody.week.slice(0, 25)).toEqual(today.week);
  expect(everybody.needsYou.slice(0, 12)).toEqual(today.needsYou);
});
