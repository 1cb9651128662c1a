import { addSession } from '@groundwork/api/testing/add-session';
import { startSession } from '@groundwork/auth/session';
import { withIdentity } from '@groundwork/db/identity';
import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';

/** A client at her phone, with one session to log. */
export interface Athlete {
  readonly cookie: string;
  readonly sessionId: string;
  readonly prescriptionId: string;
}

/** A practice whose clients each have a session and are signed in to the portal. */
export async function makeAthletes(
  owner: OwnerConnection,
  count: number,
): Promise<{ practice: TestPractice; athletes: readonly Athlete[] }> {
  const practice = await makePractice(owner, { clients: count, spots: count + 20 });
  const athletes: Athlete[] = [];
  for (const { clientId, userId } of practice.clients) {
    const { sessionId, prescriptionIds } = await addSession(owner, practice, { clientId });
    athletes.push({ cookie: await signIn(userId, 'portal'), sessionId, prescriptionId: prescriptionIds[0] ?? '' });
  }
  return { practice, athletes };
}

/** A signed-in browser's Cookie header. */
export async function signIn(userId: string, app: 'coach' | 'portal'): Promise<string> {
  const { setCookie } = await withIdentity((scope) =>
    startSession(scope, { userId, app, browser: { userAgent: 'long' }, now: new Date() }),
  );
  return setCookie.split(';')[0] ?? '';
}

export interface SetToSend {
  readonly id: string;
  readonly athlete: Athlete;
}

export const nextSet = (athlete: Athlete): SetToSend => ({ id: newId(), athlete });

/** Sends one set once. Resolves with the status; 0 when no answer came. */
export async function sendSet(url: string, { id, athlete }: SetToSend): Promise<number> {
  const { cookie, sessionId, prescriptionId } = athlete;
  const loggedAt = new Date().toISOString();
  try {
    const response = await fetch(`${url}/api/trpc/session.logSet`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        json: { id, sessionId, prescriptionId, setNumber: 1, amount: 6, loggedAt },
        meta: { values: { loggedAt: ['Date'] } },
      }),
      signal: AbortSignal.timeout(15_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** Which of these sets the database has. */
export async function countSets(owner: OwnerConnection, ids: Iterable<string>): Promise<number> {
  const { rows } = await owner.owner.query('select count(*)::int as count from set_log where id = any($1)', [[...ids]]);
  return rows[0].count;
}
