import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closePools } from './connect.ts';
import { client } from './schema/client.ts';
import { readPractice, withPractice } from './scope.ts';
import { statement } from './statement.ts';
import { countRoundTrips, type RoundTripCounter } from './testing/count-round-trips.ts';
import { makePractice, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase({ poolSize: 1, mayLeaveItToPolicies: true });
let counter: RoundTripCounter;
let practice: TestPractice;

const findClient = statement('test_find_client', (tx) =>
  tx
    .select({ name: client.name })
    .from(client)
    .where(eq(client.id, sql.placeholder('id'))),
);

beforeAll(async () => {
  practice = await makePractice(database, { clients: 2 });
  counter = await countRoundTrips(database.appUrl);
  process.env.GROUNDWORK_APP_DATABASE_URL = counter.url;
  await readPractice(practice.practiceId, ({ tx }) => tx.select().from(client));
});

afterAll(async () => {
  await closePools();
  await counter.close();
});

const settled = () => withPractice(practice.practiceId, async () => {}).then(() => counter.take());

it('a read waits for the database once', async () => {
  await settled();
  await readPractice(practice.practiceId, ({ tx }) => tx.select().from(client));
  expect(counter.take()).toBeLessThanOrEqual(2);
});

it('a read of several queries that do not need each other waits once as well', async () => {
  await settled();
  const trips = await readPractice(practice.practiceId, async ({ tx }) => {
    await Promise.all([1, 2, 3, 4].map(() => tx.select().from(client)));
    return counter.take();
  });
  expect(trips).toBe(1);
});

it('a write waits for its statement and for the commit', async () => {
  await settled();
  await withPractice(practice.practiceId, async ({ tx }) => {
    await tx.update(client).set({ goal: 'Run' });
  });
  expect(counter.take()).toBe(2);
});

it('a statement is parsed once per connection and answers for each practice by itself', async () => {
  const other = await makePractice(database);
  const ask = (of: TestPractice, id: string) =>
    readPractice(of.practiceId, (scope) => findClient(scope).execute({ id }));
  const [mine, theirs] = [practice.clients[0], other.clients[0]];
  if (mine === undefined || theirs === undefined) throw new Error('No clients');
  for (let round = 0; round < 10; round++) {
    expect(await ask(practice, mine.clientId)).toEqual([{ name: mine.name }]);
    expect(await ask(practice, theirs.clientId)).toEqual([]);
    expect(await ask(other, theirs.clientId)).toEqual([{ name: theirs.name }]);
  }
  const prepared = await readPractice(practice.practiceId, ({ tx }) =>
    tx.execute(
      sql`select name, generic_plans + custom_plans as n from pg_prepared_statements where name = 'test_find_client'`,
    ),
  );
  expect(prepared.rows).toEqual([{ name: 'test_find_client', n: '30' }]);
});
