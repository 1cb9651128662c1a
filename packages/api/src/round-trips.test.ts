import { closePools } from '@groundwork/db/connect';
import { newId } from '@groundwork/db/new-id';
import { withPractice } from '@groundwork/db/scope';
import { countRoundTrips, type RoundTripCounter } from '@groundwork/db/testing/count-round-trips';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addSession, type TestSession } from './testing/add-session.ts';
import { callClient, callCoach, testNow } from './testing/call-as.ts';
import { fillProfile } from './testing/fill-profile.ts';

const database = useTestDatabase({ poolSize: 1 });
let counter: RoundTripCounter;
let practice: TestPractice;
let session: TestSession;
/** For the one call that does less the second time. */
const unfinished: string[] = [];

beforeAll(async () => {
  practice = await makePractice(database, { clients: 2 });
  await fillProfile(practice);
  session = await addSession(database, practice);
  for (const date of ['2026-03-23', '2026-03-26']) {
    unfinished.push((await addSession(database, practice, { date })).sessionId);
  }
  await closePools();
  counter = await countRoundTrips(database.appUrl);
  process.env.GROUNDWORK_APP_DATABASE_URL = counter.url;
});

// The connection is open and idle before each count.
beforeEach(async () => {
  await withPractice(practice.practiceId, async () => {});
  counter.take();
});

afterAll(async () => {
  await closePools();
  await counter.close();
});

const client = () => callClient(practice);
const coach = () => callCoach(practice);
const set = () => ({
  id: newId(),
  sessionId: session.sessionId,
  prescriptionId: session.prescriptionIds[0] ?? '',
  setNumber: 1,
  amount: 6,
  loggedAt: testNow,
});

/**
 * The targets are 4 a page, 3 a mutation, 2 a read, the sign-in's own look-up counted: that is one more trip on the other role's pool, so
 * here it is one less. What stands is what was measured; it may only sink.
 */
it.each([
  ["the client's Today", 2, () => client().today()],
  ["the client's week", 2, () => client().week({ startsOn: '2026-03-16' })],
  ["the client's session", 1, () => client().session.get({ sessionId: session.sessionId })],
  ['logging a set', 2, () => client().session.logSet(set())],
  ['finishing a session', 2, () => client().session.finish({ sessionId: unfinished.pop() ?? '', at: testNow })],
  ["the coach's Today", 2, () => coach().practice.today()],
  ["the coach's frame", 2, () => coach().practice.frame()],
  ["the coach's clients", 2, () => coach().clients.list()],
  ["a client's page", 3, () => coach().clients.get({ clientId: practice.clients[0]?.clientId ?? '' })],
  ["the coach's view of a session", 1, () => coach().sessions.get({ sessionId: session.sessionId })],
  ['the waitlist', 1, () => callCoach(practice, 'assistant').waitlist.overview()],
])('%s waits for the database %i times', async (_, most, call) => {
  await call();
  // What a read leaves behind (its commit) is not waited for, but must be over before the next count.
  await withPractice(practice.practiceId, async () => {});
  counter.take();
  await call();
  const trips = counter.take();
  expect(trips).toBeLessThanOrEqual(most);
});
