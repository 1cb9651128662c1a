import { randomBytes } from 'node:crypto';
import { createPractice } from '../create-practice.ts';
import { newId } from '../new-id.ts';
import type { OwnerConnection } from '../open-owner.ts';

export interface TestPerson {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

export interface TestMember extends TestPerson {
  readonly memberId: string;
}

export interface TestClient extends TestPerson {
  readonly clientId: string;
}

export interface TestPractice {
  readonly practiceId: string;
  readonly slug: string;
  readonly owner: TestMember;
  readonly coach: TestMember;
  readonly assistant: TestMember;
  readonly clients: readonly TestClient[];
}

/** A practice that no other test knows, with an owner, a coach, an assistant and active clients. */
export async function makePractice(
  database: OwnerConnection,
  options: { readonly clients?: number; readonly spots?: number } = {},
): Promise<TestPractice> {
  const mark = randomBytes(5).toString('hex');
  const slug = `practice-${mark}`;
  const ownerEmail = `owner@${mark}.example`;
  const created = await createPractice(database.ownerUrl, {
    slug,
    name: `Practice ${mark}`,
    timeZone: 'Europe/Berlin',
    spots: options.spots ?? 20,
    owner: { email: ownerEmail, name: 'Olga Owner' },
  });
  const { practiceId, ownerId, ownerUserId } = created;
  const coach = await addMember(database, practiceId, 'coach', `coach@${mark}.example`, 'Carla Coach');
  const assistant = await addMember(database, practiceId, 'assistant', `assistant@${mark}.example`, 'Arne Assistant');
  const clients: TestClient[] = [];
  for (let number = 1; number <= (options.clients ?? 1); number++) {
    clients.push(
      await addClient(database, practiceId, coach.memberId, `client${number}@${mark}.example`, `Client ${number}`),
    );
  }
  const owner = { userId: ownerUserId, memberId: ownerId, email: ownerEmail, name: 'Olga Owner' };
  return { practiceId, slug, owner, coach, assistant, clients };
}

export async function addMember(
  database: OwnerConnection,
  practiceId: string,
  role: 'owner' | 'coach' | 'assistant',
  email: string,
  name: string,
): Promise<TestMember> {
  const userId = await addUser(database, email, name);
  const memberId = newId();
  await database.owner.query(
    'insert into member (practice_id, id, user_id, role, name, email) values ($1, $2, $3, $4, $5, $6)',
    [practiceId, memberId, userId, role, name, email],
  );
  return { userId, memberId, email, name };
}

/** An active client with an account. */
export async function addClient(
  database: OwnerConnection,
  practiceId: string,
  coachId: string,
  email: string,
  name: string,
): Promise<TestClient> {
  const userId = await addUser(database, email, name);
  const clientId = newId();
  await database.owner.query(
    `insert into client (practice_id, id, coach_id, user_id, name, email, status, time_zone, activated_at)
     values ($1, $2, $3, $4, $5, $6, 'active', 'Europe/Berlin', now())`,
    [practiceId, clientId, coachId, userId, name, email],
  );
  return { userId, clientId, email, name };
}

/** The person with an address, made when missing. */
export async function addUser(database: OwnerConnection, email: string, name: string): Promise<string> {
  const { rows } = await database.owner.query(
    `insert into identity."user" (id, email, name) values ($1, $2, $3)
     on conflict (email) do update set email = excluded.email returning id`,
    [newId(), email, name],
  );
  return rows[0].id;
}
