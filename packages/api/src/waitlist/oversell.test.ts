import { newId } from '@groundwork/db/new-id';
import { offer } from '@groundwork/db/schema/waitlist';
import { withPractice } from '@groundwork/db/scope';
import { makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { findViolation } from '@groundwork/db/violation';
import { expect, it } from 'vitest';
import { codeOf } from '../errors.ts';
import { callCoach, callVisitor, testNow } from '../testing/call-as.ts';
import { hashToken, makeToken } from '../token.ts';
import { expireOffer } from '../worker/expire-offer.ts';
import { fillOpeningNow } from '../worker/fill-opening.ts';

const people = 50;
const spots = 5;

// Every one of the fifty has a connection of her own: they really are parallel.
const database = useTestDatabase({ poolSize: people });
const hours = (count: number) => new Date(testNow.getTime() + count * 3_600_000);
const codeFrom = (call: Promise<unknown>) => call.then(() => 'answered', codeOf);
const countCodes = (codes: readonly string[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]));

/** Fifty confirmed people in line, in order. */
async function arrangeLine(practice: TestPractice): Promise<readonly string[]> {
  const entryIds = Array.from({ length: people }, newId);
  await database.owner.query(
    `insert into waitlist_entry (practice_id, id, name, email, goal, status, token_hash, joined_at, confirmed_at)
     select $1, id, 'Runner', id || '@example.org', 'marathon', 'waiting', id::text, $3, $3::timestamptz + n * interval '1 second'
     from unnest($2::uuid[]) with ordinality as line(id, n)`,
    [practice.practiceId, entryIds, testNow],
  );
  return entryIds;
}

async function countTaken(practice: TestPractice) {
  const { rows } = await database.owner.query(
    `select taken, (select count(*)::int from client c where c.practice_id = $1 and c.status <> 'archived') as clients,
       (select count(*)::int from offer o where o.practice_id = $1 and o.status = 'held') as held
     from capacity where practice_id = $1`,
    [practice.practiceId],
  );
  return rows[0] as { taken: number; clients: number; held: number };
}

it('sells five spots to fifty people who claim at once: five get in, forty-five are back in line', async () => {
  const practice = await makePractice(database, { spots: people, clients: 0 });
  const { slug, practiceId } = practice;
  await arrangeLine(practice);
  // Everybody was offered a spot once and let it pass; then the practice became small.
  const earlier = await callCoach(practice).waitlist.open({ id: newId(), spots: people, holdHours: 1 });
  const late = hours(2);
  for (const { offerId } of earlier.opening.offers) await expireOffer({ practiceId, offerId, now: late });
  const coach = callCoach(practice, 'coach', { now: late });
  await coach.waitlist.close({ openingId: earlier.opening.openingId });
  await coach.waitlist.setSpots({ spots });
  const now = await coach.waitlist.open({ id: newId(), spots, holdHours: 48 });
  expect(now.opening.offers).toHaveLength(spots);
  const current = new Map(now.opening.offers.map(({ entryId, offerId }) => [entryId, offerId]));
  const clicks = earlier.opening.offers.map(({ entryId, offerId }) =>
    makeToken('offer', { practiceId, id: current.get(entryId) ?? offerId }),
  );
  const visitor = callVisitor({ now: hours(3) });
  const codes = await Promise.all(clicks.map((token) => codeFrom(visitor.offer.claim({ slug, token }))));
  expect(countCodes(codes)).toEqual({ answered: spots, GONE: people - spots });
  expect(await countTaken(practice)).toEqual({ taken: spots, clients: spots, held: 0 });
  const { entries } = await coach.waitlist.overview();
  const waiting = entries.filter(({ status }) => status === 'waiting');
  expect(waiting.map(({ place }) => place)).toEqual(Array.from({ length: people - spots }, (_, index) => index + 1));
});

it('sells a spot once to a person who presses ten times', async () => {
  const practice = await makePractice(database, { spots, clients: 0 });
  const { slug, practiceId } = practice;
  await arrangeLine(practice);
  const { opening } = await callCoach(practice).waitlist.open({ id: newId(), spots, holdHours: 48 });
  const clicks = opening.offers.flatMap(({ offerId }) =>
    Array<string>(people / spots).fill(makeToken('offer', { practiceId, id: offerId })),
  );
  const codes = await Promise.all(clicks.map((token) => codeFrom(callVisitor().offer.claim({ slug, token }))));
  expect(countCodes(codes)).toEqual({ answered: spots, GONE: people - spots });
  expect(await countTaken(practice)).toEqual({ taken: spots, clients: spots, held: 0 });
});

it('offers each spot once while fills, expiries, invitations and claims race', async () => {
  const practice = await makePractice(database, { spots, clients: 0 });
  const { slug, practiceId } = practice;
  await arrangeLine(practice);
  const openingIds = Array.from({ length: 10 }, newId);
  await database.owner.query(
    `insert into opening (practice_id, id, spots, hold_hours, opened_by) select $1, id, $3, 48, $4 from unnest($2::uuid[]) id`,
    [practiceId, openingIds, spots, practice.coach.memberId],
  );
  await fillOpeningNow({ practiceId, openingId: openingIds[0] ?? '', now: testNow });
  const { openings } = await callCoach(practice).waitlist.overview();
  const held = openings.flatMap(({ offers }) => offers);
  const tokens = held.map(({ offerId }) => makeToken('offer', { practiceId, id: offerId }));
  const coach = callCoach(practice);
  const late = hours(72);
  const outcomes = await Promise.all([
    ...openingIds.map((openingId) => codeFrom(fillOpeningNow({ practiceId, openingId, now: testNow }))),
    ...tokens.slice(0, 2).map((token) => codeFrom(callVisitor().offer.claim({ slug, token }))),
    ...held.slice(2).map(({ offerId }) => codeFrom(expireOffer({ practiceId, offerId, now: late }))),
    ...openingIds.map((_, index) =>
      codeFrom(coach.clients.invite({ id: newId(), name: 'Invited', email: `invited-${index}@example.org` })),
    ),
  ]);
  expect(outcomes.filter((code) => code === 'INTERNAL')).toEqual([]);
  const { taken, clients, held: stillHeld } = await countTaken(practice);
  expect(taken).toBe(clients + stillHeld);
  expect(taken).toBe(spots);
});

it('invites five of fifty to five spots', async () => {
  const practice = await makePractice(database, { spots, clients: 0 });
  const coach = callCoach(practice);
  const codes = await Promise.all(
    Array.from({ length: people }, (_, index) =>
      codeFrom(coach.clients.invite({ id: newId(), name: 'Invited', email: `runner-${index}@example.org` })),
    ),
  );
  expect(countCodes(codes)).toEqual({ answered: spots, NO_SPOTS: people - spots });
  expect(await countTaken(practice)).toEqual({ taken: spots, clients: spots, held: 0 });
});

it('is guarded by the database alone: fifty careless inserts make five offers', async () => {
  const practice = await makePractice(database, { spots, clients: 0 });
  const { practiceId } = practice;
  const entryIds = await arrangeLine(practice);
  const openingId = newId();
  await database.owner.query(
    'insert into opening (practice_id, id, spots, hold_hours, opened_by) values ($1, $2, $3, 48, $4)',
    [practiceId, openingId, people, practice.coach.memberId],
  );
  const outcomes = await Promise.all(
    entryIds.map((entryId) =>
      withPractice(practiceId, (scope) =>
        scope.tx.insert(offer).values({
          practiceId,
          id: newId(),
          openingId,
          entryId,
          tokenHash: hashToken(entryId),
          offeredAt: testNow,
          expiresAt: hours(48),
        }),
      ).then(
        () => 'made',
        (error) => findViolation(error)?.constraint ?? 'another error',
      ),
    ),
  );
  expect(countCodes(outcomes)).toEqual({ capacity_never_oversold: people - spots, made: spots });
  expect(await countTaken(practice)).toEqual({ taken: spots, clients: 0, held: spots });
});

it('would be oversold by looking first and writing then', async () => {
  // The same race without the guard: this is what the tests above would find.
  const { owner } = database;
  await owner.query('create table naive_offer (id uuid primary key)');
  const claim = async () => {
    const { rows } = await owner.query('select count(*)::int as taken from naive_offer');
    if (rows[0].taken >= spots) return;
    await owner.query('insert into naive_offer values ($1)', [newId()]);
  };
  await Promise.all(Array.from({ length: people }, claim));
  const { rows } = await owner.query('select count(*)::int as taken from naive_offer');
  await owner.query('drop table naive_offer');
  expect(rows[0].taken).toBeGreaterThan(spots);
});
