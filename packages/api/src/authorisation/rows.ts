import { apps, urlOfApp } from '@groundwork/auth/app';
import { beginPasskey } from '@groundwork/auth/passkey';
import { findPrincipal } from '@groundwork/auth/principal';
import { makeAuthenticator } from '@groundwork/auth/testing/authenticator';
import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import { addMember } from '@groundwork/db/testing/make-practice';
import type { z } from 'zod';
import type { runningWeek as runningWeekInput } from '../inputs/running.ts';
import { testNow } from '../testing/call-as.ts';
import { hashToken, makeToken, type TokenKind } from '../token.ts';
import type { Arrange } from './policy.ts';

/** Where rows are added, and whose they are. */
export interface Place {
  readonly database: OwnerConnection;
  readonly practiceId: string;
  /** Coaches the clients and opens the openings. */
  readonly coachId: string;
}

/** The Mondays of the week of `testNow` and the one after. */
export const thisMonday = '2026-03-16';
export const nextMonday = '2026-03-23';
const inTime = '2026-03-25T09:00:00Z';

type Row = Readonly<Record<string, unknown>>;

/** A row of a practice with an id of its own, unless it brings one. Returns the id. */
export async function addRow({ database, practiceId }: Place, table: string, row: Row): Promise<string> {
  const id = newId();
  const entries = Object.entries({ practice_id: practiceId, id, ...row });
  const columns = entries.map(([column]) => column).join(', ');
  const values = entries.map((_, index) => `$${index + 1}`).join(', ');
  await database.owner.query(
    `insert into ${table} (${columns}) values (${values})`,
    entries.map(([, value]) => value),
  );
  return id;
}

/** Seven days, Monday first, every field of the first filled in. */
export const runningWeek = (): z.infer<typeof runningWeekInput> => [
  { kind: 'easy', distanceKm: 8, note: 'flat' },
  { kind: 'easy' },
  { kind: 'speed' },
  { kind: 'rest' },
  { kind: 'easy' },
  { kind: 'long' },
  { kind: 'rest' },
];

/** A client of whom everything is known that a program needs, and whom no other call has seen. */
export async function addRunner(
  place: Place,
  status: 'invited' | 'active' | 'paused' | 'archived' = 'active',
  userId: string | null = null,
): Promise<string> {
  const clientId = await addRow(place, 'client', {
    coach_id: place.coachId,
    user_id: userId,
    name: 'Rita Runner',
    email: `${newId()}@runner.example`,
    status,
    time_zone: 'Europe/Berlin',
    birth_year: 1990,
    experience: 'some',
    running_months: 36,
    equipment: '{barbell,dumbbells}',
    minutes_per_session: 60,
  });
  const days = JSON.stringify(runningWeek());
  await addRow(place, 'run_week', { client_id: clientId, scope: 'from', starts_on: thisMonday, days });
  return clientId;
}

/** An assistant of the practice whom no other call has seen. */
export async function addColleague(place: Place, suspendedAt: Date | null = null): Promise<string> {
  const { database, practiceId } = place;
  const email = `${newId()}@colleague.example`;
  const { memberId } = await addMember(database, practiceId, 'assistant', email, 'Connie Colleague');
  await database.owner.query('update member set suspended_at = $2 where id = $1', [memberId, suspendedAt]);
  return memberId;
}

export const addRace = (place: Place, clientId: string): Promise<string> =>
  addRow(place, 'race', { client_id: clientId, name: 'City run', date: '2026-06-07', distance: '10k', priority: 'A' });

export const addMail = (place: Place): Promise<string> =>
  addRow(place, 'mail', {
    recipient: 'wanda@waits.example',
    subject: 'Hello',
    html: '<p>Hello</p>',
    text: 'Hello',
    template: 'program-published',
    idempotency_key: newId(),
  });

export const addAudit = (place: Place): Promise<string> =>
  addRow(place, 'audit_entry', {
    actor_kind: 'worker',
    action: 'offer.made',
    subject_kind: 'offer',
    subject_id: newId(),
  });

interface Linked {
  readonly id: string;
  /** Of the mailed link. */
  readonly token: string;
}

/** A row that a mailed link opens: its token is worked out from its id. */
async function addLinked(place: Place, table: string, kind: TokenKind, row: Row): Promise<Linked> {
  const id = newId();
  const token = makeToken(kind, { practiceId: place.practiceId, id });
  await addRow(place, table, { ...row, id, token_hash: hashToken(token) });
  return { id, token };
}

export const addEntry = (place: Place, status: 'unconfirmed' | 'waiting' | 'offered' = 'waiting'): Promise<Linked> =>
  addLinked(place, 'waitlist_entry', 'waitlist', {
    name: 'Wanda Waits',
    email: `${newId()}@waits.example`,
    goal: 'marathon',
    status,
    confirmed_at: status === 'unconfirmed' ? null : '2026-03-01T09:00:00Z',
  });

/** An opening, and no other that is open: each one more would be asked for the next person in line. */
export async function addOpening(place: Place, status: 'open' | 'closed' = 'open'): Promise<string> {
  const { database, practiceId, coachId } = place;
  await database.owner.query(`update opening set status = 'closed' where practice_id = $1`, [practiceId]);
  return addRow(place, 'opening', { spots: 1, hold_hours: 48, opened_by: coachId, status });
}

/** A spot held for somebody on the list, by an opening that asks nobody else. */
export async function addOffer(place: Place): Promise<Linked> {
  const { id: entryId } = await addEntry(place, 'offered');
  const openingId = await addOpening(place, 'closed');
  return addLinked(place, 'offer', 'offer', { opening_id: openingId, entry_id: entryId, expires_at: inTime });
}

/** A fresh invitation that nobody has taken up. */
export async function addInvitation(place: Place): Promise<Linked> {
  const clientId = await addRunner(place, 'invited');
  return addLinked(place, 'invitation', 'invitation', { client_id: clientId, expires_at: inTime });
}

/** Another browser of whoever asks, signed in a moment ago; one that never was for those who are not signed in. */
export async function deviceOf({ world, person }: Arrange): Promise<{ deviceId: string }> {
  const deviceId = hashToken(newId());
  for (const [, token = ''] of person.cookie.matchAll(/=([^;]+)/g)) {
    await world.database.owner.query(
      `insert into identity.auth_session (token_hash, user_id, app, last_seen_at, expires)
       select $2, user_id, app, last_seen_at, expires from identity.auth_session where token_hash = $1 on conflict do nothing`,
      [hashToken(token), deviceId],
    );
  }
  return { deviceId };
}

/** What a device of whoever asks makes of the question that her own browser was asked; of any question for those who are asked none. */
export async function passkeyOf({ person }: Arrange) {
  for (const app of apps) {
    const principal = await findPrincipal({ app, cookieHeader: person.cookie, now: testNow });
    const begun = principal && (await beginPasskey({ principal, now: testNow }));
    if (begun?.ok) return { name: 'My phone', answer: makeAuthenticator(urlOfApp(app).origin).create(begun.value) };
  }
  const options = {
    challenge: 'AAAA',
    rp: { name: '' },
    user: { id: 'AAAA', name: '', displayName: '' },
    pubKeyCredParams: [],
  };
  return { name: 'My phone', answer: makeAuthenticator(urlOfApp('coach').origin).create(options) };
}

/** A passkey of whoever asks, added for this call; one that never was for those who are not signed in. */
export async function passkeyIdOf(arrange: Arrange): Promise<{ passkeyId: string }> {
  const passkeyId = hashToken(newId());
  for (const [, token = ''] of arrange.person.cookie.matchAll(/=([^;]+)/g)) {
    await arrange.world.database.owner.query(
      `insert into identity.passkey (credential_id, user_id, app, public_key, counter, is_backed_up, name, created_at)
       select $2, user_id, app, '', 0, false, 'My phone', created_at from identity.auth_session where token_hash = $1
       on conflict do nothing`,
      [hashToken(token), passkeyId],
    );
  }
  return { passkeyId };
}
