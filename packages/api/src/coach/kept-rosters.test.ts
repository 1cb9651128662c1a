import { isDeepStrictEqual } from 'node:util';
import { eraseClient } from '@groundwork/db/erase-client';
import { newId } from '@groundwork/db/new-id';
import { explain, listStatements } from '@groundwork/db/testing/explain-statements';
import { fillPractice } from '@groundwork/db/testing/fill-practice';
import type { Statement } from '@groundwork/db/testing/listen-to-statements';
import { addMember, makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSession } from '../testing/add-session.ts';
import { callCoach, callCoachAs, memberPrincipal, testNow } from '../testing/call-as.ts';
import { fillProfile } from '../testing/fill-profile.ts';
import { findKeptRoster, keepRoster } from './kept-rosters.ts';
import type { RosterClient } from './roster.ts';

const database = useTestDatabase();
const { owner } = database;
const day = 86_400_000;

async function arrange(clients = 3): Promise<TestPractice & { readonly clientIds: readonly string[] }> {
  const practice = await makePractice(database, { clients });
  await fillProfile(practice);
  for (const { clientId } of practice.clients) {
    await addSession(database, practice, { clientId, date: '2026-03-17' });
    await addSession(database, practice, { clientId, date: '2026-03-20' });
  }
  return { ...practice, clientIds: practice.clients.map(({ clientId }) => clientId) };
}

/** All that the roster is shown as. */
async function readAs(practice: TestPractice, role: 'owner' | 'coach' = 'owner', now = testNow) {
  const { clients } = await callCoach(practice, role, { now }).clients.list();
  return { clients, everybody: await callCoach(practice, role, { now }).practice.everybody() };
}

const isOfRoster = ({ text }: Statement) => /"missedSince"/.test(text);

/** Whom a read asks the facts of. */
async function askedBy(practice: TestPractice, role: 'owner' | 'coach' = 'owner'): Promise<readonly string[]> {
  const statements = await listStatements(() => callCoach(practice, role).clients.list());
  const ids = statements.filter(isOfRoster).flatMap(({ values }) => values.filter((value) => Array.isArray(value)));
  return [...new Set(ids.flat())].filter((value) => practice.clients.some(({ clientId }) => clientId === value));
}

describe('what was read before', () => {
  it('is not read again until something of a client changes, and then hers alone', async () => {
    const practice = await arrange();
    const [first, second] = practice.clientIds as [string, string];
    expect(await askedBy(practice)).toHaveLength(3);
    expect(await askedBy(practice)).toEqual([]);
    await owner.query(`update session set status = 'skipped' where practice_id = $1 and client_id = $2`, [
      practice.practiceId,
      second,
    ]);
    expect(await askedBy(practice)).toEqual([second]);
    expect(await askedBy(practice)).toEqual([]);
    await callCoach(practice).clients.pause({ clientId: first });
    expect(await askedBy(practice)).toEqual([first]);
  });

  it('holds for the day', async () => {
    const practice = await arrange();
    await readAs(practice);
    const later = new Date(testNow.getTime() + day);
    const { clients } = await readAs(practice, 'owner', later);
    await owner.query('update client set name = name where practice_id = $1', [practice.practiceId]);
    expect((await readAs(practice, 'owner', later)).clients).toEqual(clients);
    expect(await readAs(practice)).not.toEqual(await readAs(practice, 'owner', later));
  });

  it('is of who asked: a coach sees her own, and who comes to her or goes', async () => {
    const practice = await arrange();
    const { practiceId, slug, coach, clientIds } = practice;
    const email = `other@${slug}.example`;
    const colleague = await addMember(database, practiceId, 'coach', email, 'Other Coach');
    const namesOf = async (read: ReturnType<typeof callCoach>) =>
      (await read.clients.list()).clients.map(({ clientId, coach: { name } }) => [clientIds.indexOf(clientId), name]);
    const hers = () => namesOf(callCoachAs(memberPrincipal(practice, colleague, 'coach')));
    const carlas = () => namesOf(callCoach(practice));
    const all = () => namesOf(callCoach(practice, 'owner'));
    expect([await all(), await carlas(), await hers()].map(({ length }) => length)).toEqual([3, 3, 0]);
    await owner.query('update client set coach_id = $3 where practice_id = $1 and id = $2', [
      practiceId,
      clientIds[1],
      colleague.memberId,
    ]);
    expect(await hers()).toEqual([[1, 'Other Coach']]);
    expect(await carlas()).toHaveLength(2);
    expect(await all()).toHaveLength(3);
    await owner.query('update member set name = $3 where practice_id = $1 and id = $2', [
      practiceId,
      coach.memberId,
      'Carla Renamed',
    ]);
    expect((await all()).map(([, name]) => name).sort()).toEqual(['Carla Renamed', 'Carla Renamed', 'Other Coach']);
  });

  it('is of one practice: another with the same clients gets its own', async () => {
    const practice = await arrange(1);
    const other = await makePractice(database, { clients: 0 });
    const [client] = practice.clients;
    if (client === undefined) throw new Error('No client');
    await owner.query(
      `insert into client (practice_id, id, coach_id, name, email, status, time_zone)
       values ($1, $2, $3, 'Somebody else', 'else@example.org', 'active', 'Europe/Berlin')`,
      [other.practiceId, client.clientId, other.coach.memberId],
    );
    await owner.query('delete from client_change where client_id = $1', [client.clientId]);
    await owner.query(
      'insert into client_change (practice_id, client_id, stamp) select practice_id, id, $2 from client where id = $1',
      [client.clientId, newId()],
    );
    for (let time = 0; time < 2; time++) {
      expect((await readAs(practice)).clients[0]?.name).toBe('Priya Nair');
      expect((await readAs(other)).clients[0]?.name).toBe('Somebody else');
    }
  });

  it('does not outlive a client who is erased', async () => {
    const practice = await arrange();
    const [clientId] = practice.clientIds as [string];
    await readAs(practice);
    await eraseClient(database.ownerUrl, { practiceId: practice.practiceId, clientId, now: testNow });
    expect((await readAs(practice)).clients).toHaveLength(2);
    const kept = findKeptRoster(`${practice.practiceId} null`, '2026-03-19 Europe/Berlin 2026-03-19');
    expect([kept?.clients.length, kept?.entries.has(clientId)]).toEqual([2, false]);
  });

  it('is not trusted where there is no stamp', async () => {
    const practice = await arrange();
    await readAs(practice);
    await owner.query('delete from client_change where practice_id = $1', [practice.practiceId]);
    expect(await askedBy(practice)).toHaveLength(3);
    expect(await askedBy(practice)).toHaveLength(3);
  });

  it('gives way to what is asked for: whoever asked longest ago goes', () => {
    const client = {} as RosterClient;
    const dates = newId();
    const keep = (asker: string, size: number) =>
      keepRoster(asker, { dates, changes: '', clients: new Array(size).fill(client), entries: new Map() });
    const [one, two, three] = [newId(), newId(), newId()];
    const isKept = (asker: string) => findKeptRoster(asker, dates) !== undefined;
    keep(one, 4000);
    keep(two, 4000);
    // Asked again in between.
    expect(isKept(one)).toBe(true);
    keep(three, 4000);
    expect([one, two, three].map(isKept)).toEqual([true, false, true]);
    for (const asker of [one, three]) keep(asker, 0);
  });
});

/** The tables that keep what is read once: of the statements that a first read sends and a second does not. */
async function listKeptTables(practice: TestPractice): Promise<readonly string[]> {
  const read = () => readAs(practice);
  const first = await listStatements(read);
  const again = new Set((await listStatements(read)).map(({ text }) => text));
  const plans = first
    .filter(({ text }) => !again.has(text))
    .map((statement) => explain(database.appUrl, practice.practiceId, statement));
  const tables = (await Promise.all(plans)).flatMap((plan) =>
    [
      ...plan.matchAll(/(?:Seq|(?<!Bitmap )Index|Index Only|Bitmap Heap) Scan(?: Backward)?(?: using \w+)? on (\w+)/g),
    ].map(([, table = '']) => table),
  );
  return [...new Set(tables)].sort();
}

/** The tables of which a row may be written without the client having another stamp. */
async function listUnstamped(practice: TestPractice, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; deeds: readonly string[] }>(
    `select c.relname as name, array_agg(distinct substring(tgname from 'stamp_clients_(.*)')) as deeds
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where tgname like 'stamp_clients_%' and tgenabled = 'O' group by 1`,
  );
  const unstamped: string[] = [];
  const stamps = async () =>
    (await owner.query('select stamp from client_change where practice_id = $1 order by 1', [practice.practiceId]))
      .rows;
  for (const table of tables) {
    const before = await stamps();
    await owner.query(`update "${table}" set practice_id = practice_id where practice_id = $1`, [practice.practiceId]);
    const deeds = rows.find(({ name }) => name === table)?.deeds ?? [];
    // Neither has anything of a client's: who is deleted is listed no more, and a coach has no clients when she comes or goes.
    const needless: Readonly<Record<string, readonly string[]>> = { client: ['delete'], member: ['insert', 'delete'] };
    const needed = ['insert', 'update', 'delete'].filter((deed) => !needless[table]?.includes(deed));
    const isStamped = JSON.stringify(await stamps()) !== JSON.stringify(before);
    if (!isStamped || needed.some((deed) => !deeds.includes(deed))) unstamped.push(table);
  }
  return unstamped;
}

describe('every table that what is kept is made of', () => {
  const arrangeFilled = async () => {
    const practice = await makePractice(database);
    await fillPractice(database, practice);
    return practice;
  };

  it('gives a client another stamp when it is written', async () => {
    const practice = await arrangeFilled();
    const tables = await listKeptTables(practice);
    expect(tables.length).toBeGreaterThanOrEqual(9);
    expect(await listUnstamped(practice, tables)).toEqual([]);
  });

  it('or is found', async () => {
    const practice = await arrangeFilled();
    await owner.query('alter table race disable trigger stamp_clients_insert');
    try {
      expect(await listUnstamped(practice, ['race', 'run_week', 'set_log'])).toEqual(['race', 'set_log']);
    } finally {
      await owner.query('alter table race enable trigger stamp_clients_insert');
    }
  });
});

/** Whatever anybody writes about one client, by a number. */
const writes: readonly string[] = [
  `update session set status = 'done', started_at = date + time '17:00', finished_at = date + time '18:00' where practice_id = $1 and client_id = $2 and date = '2026-03-17'`,
  `update session set status = 'planned', started_at = null, finished_at = null where practice_id = $1 and client_id = $2`,
  `update session set date = date - 20 where practice_id = $1 and client_id = $2`,
  `update session set date = date + 20 where practice_id = $1 and client_id = $2`,
  `update client set name = 'A' || left(name, 30) where practice_id = $1 and id = $2`,
  `update client set status = 'paused' where practice_id = $1 and id = $2`,
  `update client set status = 'active' where practice_id = $1 and id = $2`,
  `update client set status = 'archived' where practice_id = $1 and id = $2`,
  `update client set birth_year = 1980, experience = 'some', running_months = 40, minutes_per_session = 45 where practice_id = $1 and id = $2`,
  `update client set time_zone = 'Pacific/Kiritimati' where practice_id = $1 and id = $2`,
  `update program set updated_at = now() + interval '1 day' where practice_id = $1 and client_id = $2`,
  `update program set starts_on = starts_on - 70 where practice_id = $1 and client_id = $2`,
  `update program_version v set published_at = '2026-03-01' from program p where v.practice_id = $1 and p.practice_id = v.practice_id and p.id = v.program_id and p.client_id = $2`,
  `insert into race (practice_id, id, client_id, name, date, distance, priority) values ($1, gen_random_uuid(), $2, 'Race', '2026-03-22', '10k', 'A')`,
  `delete from race where practice_id = $1 and client_id = $2`,
  `delete from run_week where practice_id = $1 and client_id = $2`,
  `insert into run_week (practice_id, id, client_id, scope, starts_on, days) select $1, gen_random_uuid(), $2, 'from', '2026-03-16', jsonb_agg(jsonb_build_object('kind', kind)) from unnest(array['interval', 'interval', 'interval', 'easy', 'long', 'easy', 'interval']) kind on conflict do nothing`,
  `insert into rule_override (practice_id, id, client_id, rule, reason, made_by) select $1, gen_random_uuid(), $2, 'S23', 'So', id from member where practice_id = $1 and role = 'owner' on conflict do nothing`,
  `delete from rule_override where practice_id = $1 and client_id = $2`,
  `insert into rule_set (practice_id, name, updated_by) select $1, 'hard_days_hard', id from member where practice_id = $1 and role = 'owner' and $2::uuid is not null on conflict do nothing`,
  `delete from rule_set where practice_id = $1 and $2::uuid is not null`,
  `update member set name = name || '.' where practice_id = $1 and $2::uuid is not null`,
];

interface Step {
  readonly client: number;
  readonly isRead: boolean;
  readonly days: number;
  readonly role: 'owner' | 'coach';
}

const mostClients = 3;
const step = fc.record<Step>({
  client: fc.nat(mostClients - 1),
  isRead: fc.boolean(),
  days: fc.nat(1),
  role: fc.constantFrom('owner', 'coach'),
});
const order = fc.shuffledSubarray([...writes.keys()], { minLength: writes.length });
const history = fc.tuple(order, fc.array(step, { minLength: writes.length, maxLength: writes.length }));

/** The writes after which a read was not what one gives that nothing was kept for. */
async function listStale(
  practice: TestPractice,
  [numbers, steps]: readonly [readonly number[], readonly Step[]],
): Promise<readonly string[]> {
  const { practiceId, clients } = practice;
  const stale: string[] = [];
  for (const [index, number] of numbers.entries()) {
    const { client, isRead, days, role } = steps[index] as Step;
    const write = writes[number] ?? '';
    await owner.query(write, [practiceId, clients[client]?.clientId]);
    if (!isRead) continue;
    const now = new Date(testNow.getTime() + days * day);
    const kept = await readAs(practice, role, now);
    // Nothing that was read before serves then.
    await owner.query('update client_change set stamp = gen_random_uuid() where practice_id = $1', [practiceId]);
    const fresh = await readAs(practice, role, now);
    if (!isDeepStrictEqual(kept, fresh)) stale.push(write);
  }
  return stale;
}

describe('whatever is written in whatever order, by one or several between two reads', () => {
  const seed = Number(process.env.GROUNDWORK_TEST_SEED ?? 1);

  it('the answer is what a fresh read gives', async () => {
    const practice = await arrange(mostClients);
    const isNeverStale = async (steps: Parameters<typeof listStale>[1]) => {
      expect(await listStale(practice, steps)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(history, isNeverStale), { seed, numRuns: 5 });
  });

  it.each([
    ['session', 0],
    ['client', 4],
    ['race', 13],
  ])('and it shows where a %s could be written without a stamp', async (table, number) => {
    const practice = await arrange(mostClients);
    const write = writes[number] ?? '';
    const trigger = `stamp_clients_${write.startsWith('insert') ? 'insert' : 'update'}`;
    const read: Step = { client: 0, isRead: true, days: 0, role: 'owner' };
    await readAs(practice);
    await owner.query(`alter table ${table} disable trigger ${trigger}`);
    try {
      expect(await listStale(practice, [[number], [read]])).toEqual([write]);
    } finally {
      await owner.query(`alter table ${table} enable trigger ${trigger}`);
    }
  });
});
