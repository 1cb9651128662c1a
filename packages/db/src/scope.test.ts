import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { client } from './schema/client.ts';
import { practice } from './schema/practice.ts';
import { readPractice, withPractice } from './scope.ts';
import { makePractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();

it('sees its own practice alone', async () => {
  const one = await makePractice(database, { clients: 2 });
  await makePractice(database, { clients: 3 });
  const rows = await withPractice(one.practiceId, ({ tx }) => tx.select({ id: client.id }).from(client));
  expect(rows.map(({ id }) => id).sort()).toEqual(one.clients.map(({ clientId }) => clientId).sort());
  expect(await readPractice(one.practiceId, ({ tx }) => tx.select({ id: practice.id }).from(practice))).toEqual([
    { id: one.practiceId },
  ]);
  await expect(
    readPractice(one.practiceId, ({ tx }) => tx.execute(sql`update client set name = 'x'`)),
  ).rejects.toThrow();
});
