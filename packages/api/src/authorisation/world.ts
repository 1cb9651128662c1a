import { cookieName } from '@groundwork/auth/cookie';
import { startSession } from '@groundwork/auth/session';
import { withIdentity } from '@groundwork/db/identity';
import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import { fillPractice } from '@groundwork/db/testing/fill-practice';
import { addClient, addMember, addUser, makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { addSession } from '../testing/add-session.ts';
import { testNow } from '../testing/call-as.ts';
import type { Role } from './role.ts';
import { addEntry, addInvitation, addOffer, addRunner, type Place } from './rows.ts';
import { addTellTales } from './tell-tales.ts';

/** Somebody at a browser. */
export interface Person {
  /** Sent to whichever app she asks. */
  readonly cookie: string;
  /** The client whose rows an input of hers names at the portal. */
  readonly asksFor: string;
  /** Herself as a client; the client's id for those who are none. */
  readonly self: string;
}

export interface Secret {
  readonly text: string;
  /** Who may be told. */
  readonly insiders: readonly Role[];
}

/** Two practices with everybody in them that a request may come from. */
export interface World {
  readonly database: OwnerConnection;
  readonly practice: TestPractice;
  readonly elsewhere: TestPractice;
  /** Where rows of the client's coach are added. */
  readonly here: Place;
  readonly people: Readonly<Record<Role, Person>>;
  /** Rows of another practice, one of every kind that has an id. */
  readonly foreignIds: readonly string[];
  /** Tokens of mailed links of another practice. */
  readonly foreignTokens: readonly string[];
  /** Rows of another client of the same practice, whom another coach coaches. */
  readonly strangersIds: readonly string[];
  /** What tells of the client, and of the other one: in no answer to somebody who has no business with her. */
  readonly secrets: readonly Secret[];
}

/** Signs somebody in for real. `to` is the app that the session is for, `at` the app whose cookie carries it. */
async function signIn(
  userId: string,
  to: 'coach' | 'portal',
  options: { readonly now?: Date; readonly at?: 'coach' | 'portal' } = {},
): Promise<string> {
  const { now = testNow, at = to } = options;
  const browser = { userAgent: 'test' };
  const { setCookie } = await withIdentity((scope) => startSession(scope, { userId, app: to, browser, now }));
  const [pair = ''] = setCookie.split(';');
  return `${cookieName(at, 'session')}=${pair.slice(pair.indexOf('=') + 1)}`;
}

const longAgo = new Date(testNow.getTime() - 40 * 86_400_000);

export async function makeWorld(database: OwnerConnection): Promise<World> {
  const practice = await makePractice(database, { spots: 50_000 });
  const elsewhere = await makePractice(database, { spots: 50_000 });
  const { practiceId } = practice;
  const [client] = practice.clients;
  const [clientElsewhere] = elsewhere.clients;
  if (!client || !clientElsewhere) throw new Error('Each practice has a client');
  const mailOf = (name: string) => `${name}@${practice.slug}.example`;
  const member = (role: 'coach' | 'owner', name: string) =>
    addMember(database, practiceId, role, mailOf(name), `${name} member`);
  const otherCoach = await member('coach', 'other-coach');
  const former = await member('coach', 'former');
  await database.owner.query('delete from member where practice_id = $1 and id = $2', [practiceId, former.memberId]);
  const suspended = await member('owner', 'suspended');
  await database.owner.query('update member set suspended_at = now() where id = $1', [suspended.memberId]);
  const double = await member('owner', 'double');
  const here: Place = { database, practiceId, coachId: practice.coach.memberId };
  const there: Place = { database, practiceId: elsewhere.practiceId, coachId: elsewhere.coach.memberId };

  const { clientId } = client;
  const stranger = await addClient(database, practiceId, otherCoach.memberId, mailOf('stranger'), 'Sonja Stranger');
  const doubleClientId = await addRunner(here, 'active', double.userId);
  const own = async (
    name: string,
    status: 'invited' | 'active' | 'paused' | 'archived',
    closedAt: Date | null = null,
  ) => {
    const userId = await addUser(database, mailOf(name), name);
    // Somebody who is only invited is not yet known to be the person with the account.
    const id = await addRunner(here, status, status === 'invited' ? null : userId);
    await database.owner.query('update client set access_closed_at = $2 where id = $1', [id, closedAt]);
    return { cookie: await signIn(userId, 'portal'), asksFor: id, self: id };
  };
  const staff = async (userId: string) => ({
    cookie: await signIn(userId, 'coach'),
    asksFor: clientId,
    self: clientId,
  });
  const { token: waitlistToken } = await addEntry(here);
  const asSession = (token: string) =>
    `${cookieName('coach', 'session')}=${token}; ${cookieName('portal', 'session')}=${token}`;

  const people: World['people'] = {
    anonymous: { cookie: '', asksFor: clientId, self: clientId },
    owner: await staff(practice.owner.userId),
    coach: await staff(practice.coach.userId),
    other_coach: await staff(otherCoach.userId),
    assistant: await staff(practice.assistant.userId),
    owner_elsewhere: await staff(elsewhere.owner.userId),
    coach_elsewhere: await staff(elsewhere.coach.userId),
    former_member: await staff(former.userId),
    suspended_member: await staff(suspended.userId),
    client: { cookie: await signIn(client.userId, 'portal'), asksFor: clientId, self: clientId },
    other_client: { cookie: await signIn(stranger.userId, 'portal'), asksFor: clientId, self: stranger.clientId },
    client_elsewhere: {
      cookie: await signIn(clientElsewhere.userId, 'portal'),
      asksFor: clientId,
      self: clientElsewhere.clientId,
    },
    invited: await own('invited', 'invited'),
    paused: await own('paused', 'paused'),
    archived: await own('archived', 'archived'),
    shut_out: await own('shut-out', 'active', testNow),
    waitlisted: { cookie: asSession(waitlistToken), asksFor: clientId, self: clientId },
    expired: {
      cookie: [
        await signIn(practice.coach.userId, 'coach', { now: longAgo }),
        await signIn(client.userId, 'portal', { now: longAgo }),
      ].join('; '),
      asksFor: clientId,
      self: clientId,
    },
    wrong_app: {
      cookie: [
        await signIn(double.userId, 'portal', { at: 'coach' }),
        await signIn(double.userId, 'coach', { at: 'portal' }),
      ].join('; '),
      asksFor: doubleClientId,
      self: doubleClientId,
    },
  };

  const hers = await addSession(database, practice, { clientId });
  const ofClient = await addTellTales(here, client, hers, { exerciseId: 'pl_drop_jump', hundredths: 61_803 });
  const strangers = await addSession(database, practice, { clientId: stranger.clientId });
  const ofStranger = await addTellTales(here, stranger, strangers, { exerciseId: 'pl_bound', hundredths: 31_415 });
  const tokens = [await addEntry(there, 'unconfirmed'), await addOffer(there), await addInvitation(there)];
  return {
    database,
    practice,
    elsewhere,
    here,
    people,
    foreignIds: await listForeignIds(database, elsewhere),
    foreignTokens: tokens.map(({ token }) => token),
    strangersIds: ofStranger.ids,
    secrets: [
      ...ofClient.secrets.map((text): Secret => ({ text, insiders: ['owner', 'coach', 'assistant', 'client'] })),
      ...ofStranger.secrets.map(
        (text): Secret => ({ text, insiders: ['owner', 'other_coach', 'assistant', 'other_client'] }),
      ),
    ],
  };
}

/** Rows of a practice of its own: one of every kind that has an id. */
export async function makeForeignIds(database: OwnerConnection): Promise<readonly string[]> {
  return listForeignIds(database, await makePractice(database));
}

async function listForeignIds(database: OwnerConnection, elsewhere: TestPractice): Promise<readonly string[]> {
  const { owner } = database;
  const { practiceId } = elsewhere;
  await fillPractice(database, elsewhere);
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('public.%I', c.relname) as name from pg_class c
     join pg_attribute practice on practice.attrelid = c.oid and practice.attname = 'practice_id'
     join pg_attribute id on id.attrelid = c.oid and id.attname = 'id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  const ids = [practiceId, elsewhere.owner.userId];
  for (const { name } of tables) {
    const { rows } = await owner.query(`select id from ${name} where practice_id = $1 limit 1`, [practiceId]);
    if (rows.length === 0) throw new Error(`${name}: no row of another practice to name`);
    ids.push(rows[0].id);
  }
  return ids;
}

/** An id that no row has, and that sorts where the given one does. */
export const missingTwin = (id: string): string => `${id.slice(0, 24)}${newId().slice(24)}`;
