import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from './new-id.ts';
import { fillPractice } from './testing/fill-practice.ts';
import { addMember, makePractice, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
const { owner } = database;
let practice: TestPractice;
/** Everything hangs on the first; the second has the same coach, the third another. */
let clientIds: readonly string[];
/** Of another practice, with the same ids of its clients and its coach. */
let twin: TestPractice;

const idsOf = ({ clients }: TestPractice) => clients.map(({ clientId }) => clientId);

async function arrange(): Promise<TestPractice> {
  const made = await makePractice(database, { clients: 3 });
  await fillPractice(database, made);
  const colleague = await addMember(database, made.practiceId, 'coach', `other@${made.slug}.example`, 'Other Coach');
  await owner.query('update client set coach_id = $2 where practice_id = $1 and id = $3', [
    made.practiceId,
    colleague.memberId,
    idsOf(made)[2],
  ]);
  // With a program of her own.
  const copy = await copyStatement('program', { client_id: '$3' });
  await owner.query(copy, [made.practiceId, newId(), idsOf(made)[1]]);
  return made;
}

// Anew for each: what one leaves behind, also where it failed, another does not find.
beforeEach(async () => {
  practice = await arrange();
  clientIds = idsOf(practice);
  const other = await makePractice(database, { clients: 0 });
  await owner.query(
    `insert into member (practice_id, id, user_id, role, name, email)
     select $2, id, user_id, 'assistant', name, email from member where practice_id = $1`,
    [practice.practiceId, other.practiceId],
  );
  await owner.query(
    `insert into client (practice_id, id, coach_id, name, email, status, time_zone)
     select $2, id, coach_id, name, email, status, time_zone from client where practice_id = $1`,
    [practice.practiceId, other.practiceId],
  );
  twin = { ...other, clients: practice.clients };
});

/** Each client's stamps, in the order of `clientIds`. */
async function stampsOf({ practiceId }: TestPractice): Promise<readonly string[]> {
  const { rows } = await owner.query(
    `select coalesce((select string_agg(stamp::text, ' ' order by stamp) from client_change h
       where h.practice_id = $1 and h.client_id = wanted.id), '') as stamps
     from unnest($2::uuid[]) with ordinality wanted (id, place) order by place`,
    [practiceId, clientIds],
  );
  return rows.map(({ stamps }) => stamps);
}

/** Which clients have another stamp after a statement, and only one. */
async function stampedBy(statement: string, values: readonly unknown[] = []): Promise<readonly number[]> {
  const elsewhere = await stampsOf(twin);
  const before = await stampsOf(practice);
  await owner.query(statement, [practice.practiceId, ...values]);
  const after = await stampsOf(practice);
  expect(await stampsOf(twin)).toEqual(elsewhere);
  for (const stamps of [...after, ...elsewhere]) expect(stamps).toMatch(/^[0-9a-f-]{36}$/);
  return after.flatMap((stamps, index) => (stamps === before[index] ? [] : [index]));
}

/** Tables whose rows are one client's each, and what a second row of hers has to have of its own. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  session: { key: "'w02-A'" },
  program: {},
  program_version: { number: 'number + 1' },
  run_week: { starts_on: 'starts_on + 7' },
  race: {},
  rule_override: { rule: "'S14'" },
};

async function copyStatement(table: string, replaced: Readonly<Record<string, string>>): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => (name === 'id' ? '$2' : (replaced[name] ?? `"${name}"`)));
  return `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
    select ${values.join(', ')} from ${table} where practice_id = $1 order by id limit 1`;
}

describe('a client has another stamp, and nobody else has', () => {
  it.each(Object.entries(tables))('after a write of a %s of hers', async (table, replaced) => {
    const id = newId();
    expect(await stampedBy(await copyStatement(table, replaced), [id])).toEqual([0]);
    expect(
      await stampedBy(`update ${table} set practice_id = practice_id where practice_id = $1 and id = $2`, [id]),
    ).toEqual([0]);
    expect(await stampedBy(`delete from ${table} where practice_id = $1 and id = $2`, [id])).toEqual([0]);
  });

  it('when something of hers goes to another: both', async () => {
    const move = 'update race set client_id = $2 where practice_id = $1';
    expect(await stampedBy(move, [clientIds[1]])).toEqual([0, 1]);
    expect(await stampedBy(move, [clientIds[0]])).toEqual([0, 1]);
  });

  it('after a write of herself, each of several', async () => {
    const touch = 'update client set name = name where practice_id = $1';
    expect(await stampedBy(`${touch} and id = $2`, [clientIds[1]])).toEqual([1]);
    expect(await stampedBy(touch)).toEqual([0, 1, 2]);
  });

  it('after a write of her coach', async () => {
    const rename = 'update member set name = name where practice_id = $1 and id = $2';
    expect(await stampedBy(rename, [practice.coach.memberId])).toEqual([0, 1]);
    expect(await stampedBy(rename, [practice.assistant.memberId])).toEqual([]);
  });

  it("after a write of the practice's rules: all of the practice", async () => {
    const everybody = [0, 1, 2];
    const { rows } = await owner.query('select updated_by as by from rule_set where practice_id = $1', [
      practice.practiceId,
    ]);
    expect(await stampedBy('update rule_set set revision = 2 where practice_id = $1')).toEqual(everybody);
    expect(await stampedBy('delete from rule_set where practice_id = $1')).toEqual(everybody);
    const insert = `insert into rule_set (practice_id, name, updated_by) values ($1, 'hard_days_hard', $2)`;
    expect(await stampedBy(insert, [rows[0].by])).toEqual(everybody);
  });

  it('not after a write that met no row, nor of what no list is made of', async () => {
    expect(await stampedBy(`update session set label = 'C' where practice_id = $1 and label = 'C'`)).toEqual([]);
    expect(await stampedBy('update set_log set amount = amount where practice_id = $1')).toEqual([]);
  });
});

it('whoever comes has a stamp, and takes it along', async () => {
  const id = newId();
  const mine = async () =>
    (await owner.query('select 1 from client_change where practice_id = $1 and client_id = $2', [twin.practiceId, id]))
      .rowCount;
  await owner.query(
    `insert into client (practice_id, id, coach_id, name, email, status, time_zone)
     select practice_id, $2, coach_id, name, $3, status, time_zone from client where practice_id = $1 limit 1`,
    [twin.practiceId, id, `${id}@example.org`],
  );
  expect(await mine()).toBe(1);
  await owner.query('delete from client where practice_id = $1 and id = $2', [twin.practiceId, id]);
  expect(await mine()).toBe(0);
});

it('who writes at the same time waits for nobody, and each is seen once she is through', async () => {
  const writers = [1, 2].map(() => new pg.Client({ connectionString: database.ownerUrl }));
  const [early, late] = writers as [pg.Client, pg.Client];
  for (const writer of writers) await writer.connect();
  try {
    const states = [await stampsOf(practice)];
    await early.query(`begin; update session set label = label where practice_id = '${practice.practiceId}'`);
    await late.query(`begin; set local lock_timeout = 1000`);
    await late.query(`update race set name = name where practice_id = '${practice.practiceId}'`);
    await late.query(`update run_week set days = days where practice_id = '${practice.practiceId}'`);
    expect(await stampsOf(practice)).toEqual(states[0]);
    await late.query('commit');
    states.push(await stampsOf(practice));
    await early.query('commit');
    states.push(await stampsOf(practice));
    expect(new Set(states.map(([hers]) => hers)).size).toBe(3);
    expect(states[2]?.[0]?.split(' ')).toHaveLength(2);
  } finally {
    for (const writer of writers) await writer.end();
  }
  expect(await stampedBy('update race set name = name where practice_id = $1')).toEqual([0]);
});
