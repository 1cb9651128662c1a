import pg from 'pg';
import { expect, it } from 'vitest';
import { newId } from './new-id.ts';
import { makePractice, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
const oversold = { code: '23514', constraint: 'capacity_never_oversold' };

/** The app role by hand, as no use case would: what the database refuses here, nobody can do. */
async function asApp<Value>(practice: TestPractice, work: (app: pg.Client) => Promise<Value>): Promise<Value> {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    await app.query(`begin; set local groundwork.practice_id = '${practice.practiceId}'`);
    const value = await work(app);
    await app.query('commit');
    return value;
  } finally {
    await app.end();
  }
}

async function addClient(
  app: pg.Client,
  practice: TestPractice,
  status = 'active',
  id: string = newId(),
): Promise<string> {
  await app.query(
    `insert into client (practice_id, id, coach_id, name, email, status, time_zone) values ($1, $2, $3, 'C', $4, $5, 'UTC')`,
    [practice.practiceId, id, practice.coach.memberId, `${id}@example.com`, status],
  );
  return id;
}

async function holdOffer(app: pg.Client, practice: TestPractice): Promise<string> {
  const [openingId, entryId, offerId] = [newId(), newId(), newId()];
  const { practiceId, coach } = practice;
  await app.query(`insert into opening (practice_id, id, spots, hold_hours, opened_by) values ($1, $2, 1, 48, $3)`, [
    practiceId,
    openingId,
    coach.memberId,
  ]);
  await app.query(
    `insert into waitlist_entry (practice_id, id, name, email, goal, status, token_hash, confirmed_at)
     values ($1, $2, 'W', $3, 'marathon', 'offered', $3, now())`,
    [practiceId, entryId, `${entryId}@example.com`],
  );
  await app.query(
    `insert into offer (practice_id, id, opening_id, entry_id, token_hash, expires_at) values ($1, $2, $3, $4, $5, now())`,
    [practiceId, offerId, openingId, entryId, newId()],
  );
  return offerId;
}

/** As a claim does it: the offer gives up its spot, then the client takes it. */
async function claim(app: pg.Client, practice: TestPractice, offerId: string): Promise<string> {
  const clientId = newId();
  await app.query(`update offer set status = 'claimed', client_id = $2, settled_at = now() where id = $1`, [
    offerId,
    clientId,
  ]);
  return addClient(app, practice, 'active', clientId);
}

async function look(practice: TestPractice) {
  const { rows } = await database.owner.query(
    `select c.spots, c.taken, c.ceiling,
       (select count(*)::int from client where practice_id = c.practice_id and status <> 'archived')
       + (select count(*)::int from offer where practice_id = c.practice_id and status = 'held') as counted
     from capacity c where practice_id = $1`,
    [practice.practiceId],
  );
  const { counted, ...capacity } = rows[0];
  expect(capacity.taken).toBe(counted);
  return capacity;
}

/** Another one after each write of the practice's row, a write that says the same too. */
const versionOf = async ({ practiceId }: TestPractice) =>
  (await database.owner.query('select xmin::text from capacity where practice_id = $1', [practiceId])).rows;

it('clients and held offers take spots; archived clients and settled offers give them back', async () => {
  const practice = await makePractice(database, { clients: 1, spots: 5 });
  await asApp(practice, async (app) => {
    const id = await addClient(app, practice, 'invited');
    await addClient(app, practice, 'paused');
    await addClient(app, practice, 'archived');
    const offerId = await holdOffer(app, practice);
    await app.query(`update client set status = 'active' where id = $1`, [id]);
    await app.query(`update client set name = 'Same' where id = $1`, [id]);
    await app.query(`update offer set status = 'expired', settled_at = now() where id = $1`, [offerId]);
    await holdOffer(app, practice);
  });
  expect(await look(practice)).toEqual({ spots: 5, taken: 4, ceiling: 5 });
  await asApp(practice, (app) => app.query(`update client set status = 'archived'`));
  expect(await look(practice)).toEqual({ spots: 5, taken: 1, ceiling: 5 });
  await asApp(practice, (app) => app.query(`delete from client`));
  expect(await look(practice)).toEqual({ spots: 5, taken: 1, ceiling: 5 });
});

it('one practice’s clients and offers take no spot of another', async () => {
  const [practice, other] = [await makePractice(database, { spots: 5 }), await makePractice(database, { spots: 5 })];
  await asApp(practice, (app) => addClient(app, practice));
  await asApp(practice, (app) => holdOffer(app, practice));
  expect(await look(other)).toEqual({ spots: 5, taken: 1, ceiling: 5 });
  const before = await versionOf(practice);
  await asApp(other, (app) => app.query('update capacity set spots = 3'));
  expect(await look(other)).toEqual({ spots: 3, taken: 1, ceiling: 3 });
  expect(await versionOf(practice)).toEqual(before);
});

it('a change that takes and frees nothing leaves the count alone, for others to take', async () => {
  const practice = await makePractice(database);
  const offerId = await asApp(practice, (app) => holdOffer(app, practice));
  const before = await versionOf(practice);
  await asApp(practice, (app) => app.query(`update client set status = 'paused'`));
  await asApp(practice, (app) => app.query(`update offer set status = 'held' where id = $1`, [offerId]));
  expect(await versionOf(practice)).toEqual(before);
});

it('a practice that nothing is counted of takes nobody', async () => {
  const practice = await makePractice(database, { clients: 0 });
  const offerId = await asApp(practice, (app) => holdOffer(app, practice));
  await database.owner.query('delete from capacity where practice_id = $1', [practice.practiceId]);
  const refusal = 'has no capacity';
  await expect(asApp(practice, (app) => addClient(app, practice))).rejects.toThrow(refusal);
  await expect(
    asApp(practice, (app) =>
      app.query(`update offer set status = 'expired', settled_at = now() where id = $1`, [offerId]),
    ),
  ).rejects.toThrow(refusal);
});

it('one too many is refused, by whatever way', async () => {
  const practice = await makePractice(database, { clients: 2, spots: 2 });
  await expect(asApp(practice, (app) => addClient(app, practice))).rejects.toMatchObject(oversold);
  await expect(asApp(practice, (app) => addClient(app, practice, 'invited'))).rejects.toMatchObject(oversold);
  await expect(asApp(practice, (app) => holdOffer(app, practice))).rejects.toMatchObject(oversold);
  await asApp(practice, (app) => addClient(app, practice, 'archived'));
  await expect(asApp(practice, (app) => app.query(`update client set status = 'active'`))).rejects.toMatchObject(
    oversold,
  );
  expect(await look(practice)).toEqual({ spots: 2, taken: 2, ceiling: 2 });
});

it.each([
  'update capacity set taken = 0',
  'update capacity set ceiling = 100',
  'delete from capacity',
  'alter table client disable trigger count_spots',
  'truncate client cascade',
  `set session_replication_role = replica`,
])('the count itself cannot be touched: %s', async (statement) => {
  const practice = await makePractice(database, { clients: 1, spots: 1 });
  await expect(asApp(practice, (app) => app.query(statement))).rejects.toMatchObject({ code: '42501' });
  expect(await look(practice)).toEqual({ spots: 1, taken: 1, ceiling: 1 });
});

it('a held offer becomes a client without a free spot in between', async () => {
  const practice = await makePractice(database, { clients: 1, spots: 2 });
  const offerId = await asApp(practice, (app) => holdOffer(app, practice));
  await asApp(practice, (app) => claim(app, practice, offerId));
  expect(await look(practice)).toEqual({ spots: 2, taken: 2, ceiling: 2 });
  const dangling = asApp(practice, (app) =>
    app.query(`update offer set client_id = gen_random_uuid() where id = $1`, [offerId]),
  );
  await expect(dangling).rejects.toMatchObject({ code: '23503', constraint: 'offer_client' });
});

it('lowering the spots below what is taken throws nobody out, keeps promises, and lets nobody new in until enough have left', async () => {
  const practice = await makePractice(database, { clients: 3, spots: 4 });
  const [first, second, third] = practice.clients.map(({ clientId }) => clientId);
  const offerId = await asApp(practice, (app) => holdOffer(app, practice));
  await asApp(practice, (app) => app.query('update capacity set spots = 2'));
  expect(await look(practice)).toEqual({ spots: 2, taken: 4, ceiling: 4 });
  await expect(asApp(practice, (app) => addClient(app, practice))).rejects.toMatchObject(oversold);
  await asApp(practice, (app) => claim(app, practice, offerId));
  expect(await look(practice)).toEqual({ spots: 2, taken: 4, ceiling: 4 });
  const leave = (id: string | undefined) =>
    asApp(practice, (app) => app.query(`update client set status = 'archived' where id = $1`, [id]));
  await leave(first);
  expect(await look(practice)).toEqual({ spots: 2, taken: 3, ceiling: 3 });
  await expect(asApp(practice, (app) => addClient(app, practice))).rejects.toMatchObject(oversold);
  await leave(second);
  await leave(third);
  expect(await look(practice)).toEqual({ spots: 2, taken: 1, ceiling: 2 });
  await asApp(practice, (app) => addClient(app, practice));
  await asApp(practice, (app) => app.query('update capacity set spots = 3'));
  expect(await look(practice)).toEqual({ spots: 3, taken: 2, ceiling: 3 });
});

it('fifty at once on five spots: five get in', async () => {
  const practice = await makePractice(database, { clients: 0, spots: 5 });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, number) =>
      asApp(practice, (app) => (number % 2 === 0 ? addClient(app, practice) : holdOffer(app, practice))),
    ),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(oversold);
  expect(await look(practice)).toEqual({ spots: 5, taken: 5, ceiling: 5 });
});

it('the test has teeth: counting first and inserting then oversells without the trigger', async () => {
  const practice = await makePractice(database, { clients: 0, spots: 5 });
  await database.owner.query('alter table client disable trigger count_spots');
  try {
    const crowd = 50;
    let counted = 0;
    let everybodyCounted = () => {};
    const start = new Promise<void>((settle) => {
      everybodyCounted = settle;
    });
    const naive = async (app: pg.Client) => {
      const { rows } = await app.query(`select count(*)::int as n from client`);
      counted++;
      if (counted === crowd) everybodyCounted();
      await start;
      if (rows[0].n < 5) await addClient(app, practice);
    };
    await Promise.allSettled(Array.from({ length: crowd }, () => asApp(practice, naive)));
    const { rows } = await database.owner.query('select count(*)::int as n from client where practice_id = $1', [
      practice.practiceId,
    ]);
    expect(rows[0].n).toBeGreaterThan(5);
  } finally {
    await database.owner.query('alter table client enable trigger count_spots');
  }
});
