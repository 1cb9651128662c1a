import { newId } from '@groundwork/db/new-id';
import type { callClient, callCoach } from './call-as.ts';

/** What pages ask for most, and the one thing that is written most. */
export function listHotReads(asked: {
  readonly client: ReturnType<typeof callClient>;
  readonly coach: ReturnType<typeof callCoach>;
  readonly clientId: string;
  readonly sessionId: string;
  readonly programId: string;
  readonly prescriptionId: string;
  readonly now: Date;
}): readonly (readonly [what: string, ask: () => Promise<unknown>])[] {
  const { client, coach, clientId, sessionId, programId, prescriptionId, now } = asked;
  const set = { id: newId(), sessionId, prescriptionId, setNumber: 1, amount: 6, loggedAt: now };
  return [
    ["client's Today", () => client.today()],
    ["client's session", () => client.session.get({ sessionId })],
    ["client's ladders", () => client.ladders()],
    ['a set logged', () => client.session.logSet(set)],
    ["coach's Today", () => coach.practice.today()],
    ["coach's Clients", () => coach.clients.list()],
    ["a client's page", () => coach.clients.get({ clientId })],
    ["a client's program", () => coach.programs.get({ programId })],
    ["a client's session, as her coach sees it", () => coach.sessions.get({ sessionId })],
  ];
}
