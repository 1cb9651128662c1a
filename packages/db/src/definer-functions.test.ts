import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { ensureUser, startClientSession } from './account.ts';
import { newId } from './new-id.ts';
import { withPractice } from './scope.ts';
import { addUser, makePractice, type TestClient, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
const { owner } = database;
let practice: TestPractice;
let other: TestPractice;
let client: TestClient;
let theirClient: TestClient;

beforeEach(async () => {
  practice = await makePractice(database);
  other = await makePractice(database);
  [client, theirClient] = [practice, other].map(({ clients: [first] }) => first) as [TestClient, TestClient];
});

const archive = (one: TestClient) => owner.query(`update client set status = 'archived' where id = $1`, [one.clientId]);
const close = (one: TestClient) =>
  owner.query('update client set access_closed_at = now() where id = $1', [one.clientId]);
const findStranger = () => addUser(database, `stranger@${practice.slug}.example`, 'Stella Stranger');

it('a person is found by her address, however it is written', async () => {
  const found = await withPractice(practice.practiceId, (scope) =>
    ensureUser(scope, ` ${practice.coach.email.toUpperCase()}`, 'C.'),
  );
  expect(found).toBe(practice.coach.userId);
});

it('a job is left by a practice, or not at all', async () => {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    const enqueue = app.query(`select public.enqueue_job('send_mail', '{}', 'mail:1', null)`);
    await expect(enqueue).rejects.toThrow('a job needs a practice');
  } finally {
    await app.end();
  }
});

describe('signing in to the portal without a letter', () => {
  const start = (userId: string) =>
    withPractice(practice.practiceId, (scope) =>
      startClientSession(scope, { userId, tokenHash: newId(), userAgent: '', at: new Date(), expires: new Date() }),
    );
  const listSessions = async (userId: string) =>
    (await owner.query('select app from identity.auth_session where user_id = $1', [userId])).rows;

  it('is for a client of the practice', async () => {
    await start(client.userId);
    expect(await listSessions(client.userId)).toEqual([{ app: 'portal' }]);
  });

  it.each<[string, () => Promise<string>]>([
    ['a stranger', findStranger],
    ['a coach', async () => practice.coach.userId],
    ['a client of another practice', async () => theirClient.userId],
    ['a client who is archived', async () => archive(client).then(() => client.userId)],
    ['a client whose access is closed', async () => close(client).then(() => client.userId)],
  ])('is refused to %s', async (_, find) => {
    const userId = await find();
    await expect(start(userId)).rejects.toMatchObject({
      cause: { message: 'only a client of the practice can be signed in' },
    });
    expect(await listSessions(userId)).toEqual([]);
  });
});

describe('an address', () => {
  const find = async (email: string, app: string): Promise<string[]> =>
    (await owner.query('select practice_id as id from identity.find_sign_in($1, $2)', [email, app])).rows.map(
      ({ id }) => id,
    );

  it('signs in to the app that its person belongs to', async () => {
    expect(await find(practice.coach.email, 'coach')).toEqual([practice.practiceId]);
    expect(await find(practice.coach.email, 'portal')).toEqual([]);
    expect(await find(theirClient.email, 'portal')).toEqual([other.practiceId]);
    expect(await find(theirClient.email, 'coach')).toEqual([]);
    expect(await find('nobody@nowhere.example', 'coach')).toEqual([]);
  });

  it('signs in no client who is archived or whose access is closed', async () => {
    await archive(client);
    await close(theirClient);
    expect(await find(client.email, 'portal')).toEqual([]);
    expect(await find(theirClient.email, 'portal')).toEqual([]);
  });
});

describe('a session', () => {
  it('is of one person: her work, and what she may see as a client', async () => {
    const open = async (userId: string, app: string) => {
      const hash = newId();
      await owner.query(
        `insert into identity.auth_session (token_hash, user_id, app, expires) values ($1, $2, $3, now() + interval '1 day')`,
        [hash, userId, app],
      );
      return hash;
    };
    const find = async (hash: string, app: string) =>
      (await owner.query('select user_id, staff, clients from identity.find_principals($1, $2, now())', [hash, app]))
        .rows;
    const [ofCoach, ofClient] = [await open(practice.coach.userId, 'coach'), await open(client.userId, 'portal')];
    expect(await find(ofCoach, 'coach')).toMatchObject([
      { user_id: practice.coach.userId, staff: [{ memberId: practice.coach.memberId }], clients: [] },
    ]);
    expect(await find(ofClient, 'portal')).toMatchObject([
      { user_id: client.userId, staff: [], clients: [{ clientId: client.clientId }] },
    ]);
    // Closed before there was a session: the trigger that ends those open at the time has nothing to do.
    await close(theirClient);
    expect(await find(await open(theirClient.userId, 'portal'), 'portal')).toMatchObject([{ clients: [] }]);
  });
});

describe('a letter about somebody’s account', () => {
  const write = (to: string, mailId: string = newId(), from: string | null = practice.practiceId) =>
    owner.query(`select identity.write_mail($1, $2, $3, 'Sign in', '\\x00', 'sign-in')`, [from, mailId, to]);
  const count = async (table: 'mail' | 'graphile_worker.jobs', of: string) =>
    (await owner.query(`select count(*)::int as n from ${table} t where t::text like $1`, [`%${of}%`])).rows[0].n;

  it('goes out with a job, to who works in the practice as to who is coached', async () => {
    for (const { email } of [practice.assistant, client]) {
      const mailId = newId();
      await write(email, mailId);
      expect([await count('mail', mailId), await count('graphile_worker.jobs', mailId)]).toEqual([1, 1]);
    }
  });

  it.each<[string, () => Promise<string>]>([
    ['nobody knows', async () => `nobody@${practice.slug}.example`],
    ['is a stranger’s', () => findStranger().then(() => `stranger@${practice.slug}.example`)],
    ['is of another practice’s coach', async () => other.coach.email],
    ['is of another practice’s client', async () => theirClient.email],
  ])('is not written to an address that %s', async (_, find) => {
    const address = await find();
    await expect(write(address)).rejects.toThrow('the recipient does not belong to the practice');
  });

  it('is written once, however often it is asked for', async () => {
    const mailId = newId();
    await write(client.email, mailId);
    await owner.query(`select graphile_worker.remove_job($1)`, [`${practice.practiceId}:mail:${mailId}`]);
    await write(client.email, mailId);
    expect([await count('mail', mailId), await count('graphile_worker.jobs', mailId)]).toEqual([1, 0]);
  });

  it('is nobody’s without a practice', async () => {
    await write(client.email, newId(), null);
    expect(await count('mail', client.email)).toBe(0);
  });
});

it('what became of somebody’s ways in is noted where she belongs by that app, about her', async () => {
  const { rows } = await owner.query('update client set user_id = $2 where id = $1 returning practice_id', [
    theirClient.clientId,
    practice.coach.userId,
  ]);
  expect(rows).toEqual([{ practice_id: other.practiceId }]);
  const note = (app: string) =>
    owner.query(`select identity.note_of_account($1, $2, $3, now())`, [practice.coach.userId, app, `noted.${app}`]);
  await note('coach');
  await note('portal');
  const noted = await owner.query(
    `select action, actor_kind, actor_id, practice_id from audit_entry
     where practice_id in ($1, $2) and action like 'noted.%' order by action`,
    [practice.practiceId, other.practiceId],
  );
  expect(noted.rows).toEqual([
    {
      action: 'noted.coach',
      actor_kind: 'member',
      actor_id: practice.coach.memberId,
      practice_id: practice.practiceId,
    },
    { action: 'noted.portal', actor_kind: 'client', actor_id: theirClient.clientId, practice_id: other.practiceId },
  ]);
});
