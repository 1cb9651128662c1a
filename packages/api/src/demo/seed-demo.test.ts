import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeAll, expect, it } from 'vitest';
import { noteOf } from '../sealed-words.ts';
import { demoClients, demoEntries } from './demo-people.ts';
import { listDemoPeople } from './list-demo-people.ts';
import { seedDemo } from './seed-demo.ts';

const database = useTestDatabase();
const now = new Date('2026-03-19T09:00:00Z');

beforeAll(async () => {
  process.env.GROUNDWORK_DEMO = '1';
  await seedDemo({ ownerUrl: database.ownerUrl, now });
});

const rows = async (statement: string) => (await database.owner.query(statement)).rows;

it('tells months of training that follow the plan', async () => {
  const [{ count }] = await rows('select count(*)::int as count from set_log');
  expect(count).toBeGreaterThan(1500);
  const [early] = await rows('select count(*)::int as count from set_log where logged_at >= $$2026-03-19$$');
  expect(early.count).toBe(0);
  const unheld = await rows(
    'select 1 from set_log l join session s on s.practice_id = l.practice_id and s.id = l.session_id where s.status <> $$done$$',
  );
  expect(unheld).toEqual([]);
});

it('has somebody in pain, somebody silent and somebody with a draft', async () => {
  const noted = await rows(
    `select c.name, s.practice_id as "practiceId", s.id, s.note, s.note_sealed as "noteSealed"
     from session s join client c on c.id = s.client_id where s.note_sealed is not null`,
  );
  const hurt = noted.find((row) => noteOf(row).includes('Achilles'));
  expect(hurt?.name).toBe('Ruth Adeyemi');
  const [silent] = await rows(
    `select c.name, max(s.finished_at) as last from session s join client c on c.id = s.client_id
     where c.status = 'active' and c.created_at < '2026-03-01' group by c.name order by last limit 1`,
  );
  expect(silent.name).toBe('Hannah Weiss');
  const [draft] = await rows(
    `select c.name from program p join client c on c.id = p.client_id where p.status = 'draft'`,
  );
  expect(draft.name).toBe('Nadia Rahmani');
});

it('has a line with people in every state and no spot too many', async () => {
  const states = await rows('select distinct status from waitlist_entry');
  expect(states.map(({ status }) => status).sort()).toEqual(['claimed', 'left', 'offered', 'unconfirmed', 'waiting']);
  const offers = await rows('select distinct status from offer');
  expect(offers.map(({ status }) => status).sort()).toEqual(['claimed', 'declined', 'expired', 'held']);
  const [capacity] = await rows('select spots - taken as free from capacity');
  expect(capacity.free).toBeGreaterThanOrEqual(0);
});

it('lets a visitor be its people', async () => {
  expect((await listDemoPeople('coach')).map(({ name }) => name)).toEqual([
    'Maren Vogel',
    'Jonas Keller',
    'Tess Jansen',
  ]);
  expect(await listDemoPeople('portal')).toHaveLength(demoClients.length);
});

it('is kept when it is there and can be made anew', async () => {
  expect(await seedDemo({ ownerUrl: database.ownerUrl, now })).toBe(false);
  await database.owner.query(`update waitlist_entry set status = 'left'`);
  expect(await seedDemo({ ownerUrl: database.ownerUrl, now, remake: true })).toBe(true);
  const [{ count }] = await rows('select count(*)::int as count from waitlist_entry');
  expect(count).toBe(demoEntries.length);
});
