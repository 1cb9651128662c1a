import { describe, expect, it } from 'vitest';
import { addMember, makePractice, type TestPerson } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
const { owner } = database;

async function openSessions(person: TestPerson): Promise<void> {
  await owner.query(
    `insert into identity.auth_session (token_hash, user_id, app, expires)
     select gen_random_uuid()::text, $1, app, now() + interval '1 day' from unnest(array['coach', 'portal']) app`,
    [person.userId],
  );
}

const listSessions = async (person: TestPerson): Promise<string[]> =>
  (
    await owner.query('select app from identity.auth_session where user_id = $1 order by app', [person.userId])
  ).rows.map(({ app }) => app);

describe('a member is signed out of the dashboard, and nobody else', () => {
  it.each([
    ['with another role', `update member set role = 'assistant' where practice_id = $1 and id = $2`],
    ['when suspended', 'update member set suspended_at = now() where practice_id = $1 and id = $2'],
    ['when let go', 'delete from member where practice_id = $1 and id = $2'],
  ])('%s', async (_, statement) => {
    const { practiceId, slug, coach } = await makePractice(database);
    const member = await addMember(database, practiceId, 'coach', `leaving@${slug}.example`, 'Lea Leaving');
    for (const one of [member, coach]) await openSessions(one);
    await owner.query(statement, [practiceId, member.memberId]);
    expect(await listSessions(member)).toEqual(['portal']);
    expect(await listSessions(coach)).toEqual(['coach', 'portal']);
  });

  it('not for a new name', async () => {
    const { practiceId, coach } = await makePractice(database);
    await openSessions(coach);
    await owner.query(`update member set name = 'Carla C.' where practice_id = $1`, [practiceId]);
    expect(await listSessions(coach)).toEqual(['coach', 'portal']);
  });

  it('while suspended, and has no place that she works in', async () => {
    const { practiceId, coach } = await makePractice(database);
    const find = async () =>
      (await owner.query(`select * from identity.find_sign_in($1, 'coach')`, [coach.email])).rows.length;
    const suspend = (at: string) =>
      owner.query(`update member set suspended_at = ${at} where practice_id = $1 and id = $2`, [
        practiceId,
        coach.memberId,
      ]);
    const staffOf = async () => {
      await openSessions(coach);
      const { rows } = await owner.query(
        `select f.staff from identity.auth_session s, identity.find_principals(s.token_hash, 'coach', now()) f where s.user_id = $1`,
        [coach.userId],
      );
      return rows[0].staff.length;
    };
    await suspend('now()');
    expect([await find(), await staffOf()]).toEqual([0, 0]);
    await suspend('null');
    expect([await find(), await staffOf()]).toEqual([1, 1]);
  });
});

it('a client is signed out of the portal when archived, and not when paused', async () => {
  const { practiceId, clients } = await makePractice(database, { clients: 2 });
  for (const client of clients) await openSessions(client);
  const [archived, paused] = clients as unknown as readonly [TestPerson, TestPerson];
  const set = (status: string, person: TestPerson) =>
    owner.query('update client set status = $3 where practice_id = $1 and user_id = $2', [
      practiceId,
      person.userId,
      status,
    ]);
  await set('archived', archived);
  await set('paused', paused);
  expect(await listSessions(archived)).toEqual(['coach']);
  expect(await listSessions(paused)).toEqual(['coach', 'portal']);
});

it('a client who is erased is signed out of the portal', async () => {
  const { practiceId, clients } = await makePractice(database);
  const [client] = clients;
  if (client === undefined) throw new Error('No client');
  await openSessions(client);
  await owner.query('delete from client where practice_id = $1 and user_id = $2', [practiceId, client.userId]);
  expect(await listSessions(client)).toEqual(['coach']);
});
