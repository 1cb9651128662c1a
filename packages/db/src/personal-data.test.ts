import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from './audit-chain.ts';
import { eraseClient, listErasures, replayErasures } from './erase-client.ts';
import { exportClient, exportPractice } from './export-data.ts';
import { newId } from './new-id.ts';
import { listClientTables, listSealedColumns } from './personal-data.ts';
import { resealAll } from './reseal.ts';
import { isSealedWithAnOldKey, makeDataKey, seal, unseal } from './seal.ts';
import { fillPractice } from './testing/fill-practice.ts';
import { findText } from './testing/find-text.ts';
import { fingerprintPractice } from './testing/fingerprint-practice.ts';
import { addMember, makePractice, type TestClient, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
const now = new Date('2026-11-23T09:00:00Z');
let practice: TestPractice;
let client: TestClient;
let canary: string;

/** A practice with rows of every kind, whose first client's own say a word that stands nowhere else. */
async function fill(): Promise<{ practice: TestPractice; client: TestClient; canary: string }> {
  const made = await makePractice(database, { clients: 2 });
  await fillPractice(database, made);
  const [first] = made.clients;
  if (first === undefined) throw new Error('No client');
  const word = `canary${randomBytes(6).toString('hex')}`;
  const { practiceId } = made;
  const run = (statement: string, ...more: unknown[]) => database.owner.query(statement, [practiceId, ...more]);
  const sealed = (rowId: string) => seal({ painSites: ['achilles'], notes: word }, { practiceId, rowId });
  const idOf = async (table: string) => (await run(`select id from ${table} where practice_id = $1`)).rows[0].id;
  const programId = await idOf('program');
  await run(
    'update client set goal = $2, health_sealed = $3 where practice_id = $1 and id = $4',
    word,
    sealed(first.clientId),
    first.clientId,
  );
  await run('update program set title = $2, health_sealed = $3 where practice_id = $1', word, sealed(programId));
  await run(
    'update program_version set note = $2, health_sealed = $3, content = $4 where practice_id = $1',
    word,
    sealed(programId),
    JSON.stringify({ deep: [{ note: word }] }),
  );
  await run('update session set note = $2 where practice_id = $1', word);
  await run('update prescription set purpose = $2 where practice_id = $1', word);
  await run('update rule_override set reason = $2 where practice_id = $1', word);
  await run('update program_undo set weeks = $2 where practice_id = $1', JSON.stringify([{ title: word }]));
  await run('update race set name = $2 where practice_id = $1', word);
  await run('update waitlist_entry set name = $2, email = $3 where practice_id = $1', word, first.email);
  await run(
    'update mail set recipient = $2, subject = $3, text = $3, html = $3 where practice_id = $1',
    first.email,
    word,
  );
  await run(
    `insert into audit_entry (practice_id, id, actor_kind, actor_id, action, subject_kind, subject_id, reason, data)
     values ($1, $2, 'client', $3, 'intake.saved', 'client', $3, $4, $5)`,
    newId(),
    first.clientId,
    word,
    JSON.stringify({ goal: word }),
  );
  await run(
    `insert into audit_entry (practice_id, id, actor_kind, action, subject_kind, subject_id, data)
     values ($1, $2, 'worker', 'mail.sent', 'mail', gen_random_uuid(), $3)`,
    newId(),
    JSON.stringify({ to: first.email.toUpperCase() }),
  );
  await database.owner.query(
    `insert into identity.auth_session (token_hash, user_id, app, user_agent, expires) values ($1, $2, 'portal', $3, now() + interval '1 day')`,
    [newId(), first.userId, word],
  );
  await database.owner.query(
    `insert into identity.sign_in_request (id, email, app, link_hash, code_hash, browser_hash, expires) values ($1, $2, 'portal', $3, '', '', now())`,
    [newId(), first.email, newId()],
  );
  await database.owner.query(
    `select graphile_worker.add_job('send_mail', payload => json_build_object('practiceId', $1::text, 'mailId', $2::text))`,
    [practiceId, await idOf('mail')],
  );
  return { practice: made, client: first, canary: word };
}

beforeEach(async () => {
  ({ practice, client, canary } = await fill());
});

describe('a client erased', () => {
  it('stands in no table any more, her spot is free and the log still holds', async () => {
    const { rows: spots } = await database.owner.query('select taken from capacity where practice_id = $1', [
      practice.practiceId,
    ]);
    const { rows: mails } = await database.owner.query('select id from mail where practice_id = $1', [
      practice.practiceId,
    ]);
    expect(await findText(database, canary)).not.toEqual([]);
    expect(
      await eraseClient(database.ownerUrl, { practiceId: practice.practiceId, clientId: client.clientId, now }),
    ).toBe(true);
    for (const mark of [canary, client.clientId, client.userId, client.email, mails[0].id]) {
      expect(await findText(database, mark), mark).toEqual([]);
    }
    const { rows: left } = await database.owner.query('select taken from capacity where practice_id = $1', [
      practice.practiceId,
    ]);
    // Her own, and the one that an offer held for her.
    expect(left[0].taken).toBe(spots[0].taken - 2);
    const { problems } = await verifyLog(database.ownerUrl);
    expect(problems).toEqual([]);
    const { rows: entries } = await database.owner.query(
      `select action from audit_entry where practice_id = $1 and erased_at is not null order by action`,
      [practice.practiceId],
    );
    expect(entries.map(({ action }) => action)).toEqual(['intake.saved', 'mail.sent']);
  });

  it('leaves every row of other practices and other clients as it was', async () => {
    const other = await fill();
    const [, colleague] = practice.clients;
    const before = await fingerprintPractice(database, other.practice.practiceId);
    const hers = async () =>
      JSON.stringify(await exportClient(database.ownerUrl, practice.practiceId, colleague?.clientId ?? ''));
    const colleagueBefore = await hers();
    await eraseClient(database.ownerUrl, { practiceId: practice.practiceId, clientId: client.clientId, now });
    expect(await fingerprintPractice(database, other.practice.practiceId)).toBe(before);
    expect(await hers()).toBe(colleagueBefore);
    // It sees what no export shows: a browser that is signed in, a hash of a link.
    for (const change of [
      `update identity.auth_session set user_agent = 'x' where user_id in (select user_id from client where practice_id = $1)`,
      `update waitlist_entry set token_hash = token_hash || 'x' where practice_id = $1`,
    ]) {
      const earlier = await fingerprintPractice(database, other.practice.practiceId);
      await database.owner.query(change, [other.practice.practiceId]);
      expect(await fingerprintPractice(database, other.practice.practiceId), change).not.toBe(earlier);
    }
  });

  it('keeps her account where she has a place elsewhere, and signs her out here', async () => {
    const other = await makePractice(database);
    await addMember(database, other.practiceId, 'coach', client.email, 'Also Coach');
    await eraseClient(database.ownerUrl, { practiceId: practice.practiceId, clientId: client.clientId, now });
    expect(await findText(database, canary)).toEqual([]);
    expect((await findText(database, client.email)).sort()).toEqual([
      'identity."user".email',
      'identity.sign_in_request.email',
      'public.member.email',
    ]);
  });

  it('is nobody who is not there, or in another practice', async () => {
    const other = await makePractice(database);
    expect(await eraseClient(database.ownerUrl, { practiceId: other.practiceId, clientId: client.clientId, now })).toBe(
      false,
    );
    expect(await findText(database, canary)).not.toEqual([]);
  });

  it('is erased again from a backup that had her', async () => {
    const erasure = { practiceId: practice.practiceId, clientId: client.clientId, now };
    await eraseClient(database.ownerUrl, erasure);
    const kept = (await listErasures(database.ownerUrl)).filter(({ practiceId }) => practiceId === practice.practiceId);
    // One is the row that every practice of a test has.
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toContain(client.clientId);
    // The backup is older than the erasure and does not know of it.
    await database.owner.query('delete from erasure where practice_id = $1', [practice.practiceId]);
    await database.owner.query(
      `insert into client (practice_id, id, coach_id, name, email, status, time_zone, goal) values ($1, $2, $3, 'Back', $4, 'active', 'Europe/Berlin', $5)`,
      [practice.practiceId, client.clientId, practice.coach.memberId, client.email, canary],
    );
    expect(await replayErasures(database.ownerUrl, kept)).toBe(1);
    expect(await findText(database, canary)).toEqual([]);
    expect(await replayErasures(database.ownerUrl, kept)).toBe(0);
    const again = (await listErasures(database.ownerUrl)).filter(
      ({ practiceId }) => practiceId === practice.practiceId,
    );
    expect(again.map(({ subjectHash }) => subjectHash)).toEqual(
      kept.map(({ subjectHash }) => subjectHash).filter((hash) => !/^(01)+$/.test(hash)),
    );
  });

  it('the search for what is left has teeth', async () => {
    await eraseClient(database.ownerUrl, { practiceId: practice.practiceId, clientId: client.clientId, now });
    await database.owner.query('update practice set about = $2 where id = $1', [
      practice.practiceId,
      `was ${canary.toUpperCase()}`,
    ]);
    expect(await findText(database, canary)).toEqual(['public.practice.about']);
  });
});

describe('an export', () => {
  it('of a client holds all that is hers, opened, and no secret', async () => {
    const found = await exportClient(database.ownerUrl, practice.practiceId, client.clientId);
    const text = JSON.stringify(found);
    expect(found?.account?.email).toBe(client.email);
    expect(found?.tables.client).toMatchObject([
      { id: client.clientId, health: { painSites: ['achilles'], notes: canary } },
    ]);
    expect(found?.tables.rule_override).toMatchObject([{ rule: 'S23', reason: canary }]);
    expect(found?.tables.program_undo).toMatchObject([{ weeks: [{ title: canary }] }]);
    const filled = Object.entries(found?.tables ?? {})
      .filter(([, rows]) => rows.length > 0)
      .map(([table]) => table);
    expect(filled.sort()).toEqual([
      'audit_entry',
      'client',
      'client_change',
      'invitation',
      'mail',
      'offer',
      'prescription',
      'program',
      'program_undo',
      'program_version',
      'race',
      'rule_override',
      'run_week',
      'session',
      'set_log',
      'waitlist_entry',
      'working_load',
    ]);
    expect(text).not.toMatch(/token_hash|_sealed|"salt"/);
    const [, colleague] = practice.clients;
    expect(text).not.toContain(colleague?.clientId ?? 'no colleague');
  });

  it('of a practice holds a row of every table, and none of another', async () => {
    const other = await fill();
    const found = await exportPractice(database.ownerUrl, practice.practiceId);
    const { rows } = await database.owner.query(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'practice_id' order by 1`,
    );
    expect(Object.keys(found?.tables ?? {}).sort()).toEqual([...rows.map(({ name }) => name), 'practice'].sort());
    for (const [table, exported] of Object.entries(found?.tables ?? {}))
      expect(exported.length, table).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain(other.canary);
    expect(JSON.stringify(found)).not.toContain(other.practice.practiceId);
  });

  it('is of nobody who is not there', async () => {
    expect(await exportClient(database.ownerUrl, practice.practiceId, newId())).toBeUndefined();
    expect(await exportPractice(database.ownerUrl, newId())).toBeUndefined();
  });
});

describe('a new table', () => {
  const look = async (ddl: string, check: (owner: pg.Client) => Promise<void>) => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await owner.query('begin');
      await owner.query(ddl);
      await check(owner);
    } finally {
      await owner.end();
    }
  };

  it('that hangs on a client, however far down, is hers', () =>
    look(
      `create table diary (practice_id uuid, id uuid, session_id uuid, primary key (practice_id, id),
         foreign key (practice_id, session_id) references session (practice_id, id));
       create table page (practice_id uuid, id uuid, diary_id uuid, primary key (practice_id, id),
         foreign key (practice_id, diary_id) references diary (practice_id, id))`,
      async (owner) => {
        const { tables, unruled } = await listClientTables(owner);
        expect(unruled).toEqual([]);
        expect(tables.indexOf('page')).toBeGreaterThan(tables.indexOf('diary'));
        expect(tables.indexOf('diary')).toBeGreaterThan(tables.indexOf('session'));
      },
    ));

  it('that hangs on nothing of hers needs a rule', () =>
    look('create table rumour (practice_id uuid, id uuid, about text)', async (owner) => {
      expect((await listClientTables(owner)).unruled).toEqual(['rumour']);
    }));

  it('with bytes in it needs a rule', () =>
    look('alter table race add column photo bytea', async (owner) => {
      await expect(listSealedColumns(owner)).rejects.toThrow('Nobody has said what race.photo holds');
    }));

  it('is none that we have: each is hers or has a rule', () =>
    look('select 1', async (owner) => {
      expect((await listClientTables(owner)).unruled).toEqual([]);
      expect((await listSealedColumns(owner)).map(({ table }) => table)).toEqual([
        'client',
        'client',
        'mail',
        'mutation',
        'program',
        'program_version',
        'session',
      ]);
    }));
});

it('sealing again moves every value to the newest key, and twice changes nothing', async () => {
  const oldKey = process.env.GROUNDWORK_DATA_KEY ?? '';
  const newKey = makeDataKey();
  const read = async () =>
    (
      await database.owner.query(
        'select id, health_sealed as sealed from client where practice_id = $1 and health_sealed is not null',
        [practice.practiceId],
      )
    ).rows;
  try {
    process.env.GROUNDWORK_DATA_KEY = `${newKey},${oldKey}`;
    expect((await read()).map(({ sealed }) => isSealedWithAnOldKey(sealed))).toEqual([true]);
    const first = await resealAll(database.ownerUrl);
    expect(first.resealed).toBeGreaterThanOrEqual(3);
    expect(first.seen).toBe(first.resealed);
    expect(await resealAll(database.ownerUrl)).toEqual({ seen: first.seen, resealed: 0 });
    // The old key is out: all of it opens all the same.
    process.env.GROUNDWORK_DATA_KEY = newKey;
    const [row] = await read();
    expect(unseal(row.sealed, { practiceId: practice.practiceId, rowId: row.id })).toEqual({
      painSites: ['achilles'],
      notes: canary,
    });
    // What was typed before these fields were sealed is sealed as well, and is nowhere else.
    const { rows: words } = await database.owner.query(
      `select 'goal' as field, id, goal as plain, goal_sealed as sealed from client where practice_id = $1 and id = $2
       union all select 'note', id, note, note_sealed from session where practice_id = $1`,
      [practice.practiceId, client.clientId],
    );
    expect(words.map(({ field, plain }) => [field, plain])).toEqual([
      ['goal', ''],
      ['note', ''],
    ]);
    for (const { field, id, sealed } of words) {
      expect(unseal(sealed, { practiceId: practice.practiceId, rowId: `${id}/${field}` })).toBe(canary);
    }
    const all = await exportPractice(database.ownerUrl, practice.practiceId);
    expect(all?.tables.session).toMatchObject([{ note: canary }]);
    expect(all?.tables.client?.find(({ id }) => id === client.clientId)).toMatchObject({ goal: canary });
    expect(all?.tables.program_version).toMatchObject([{ health: { notes: canary } }]);
    // Sealed with a key that nobody has any more: said, not skipped.
    process.env.GROUNDWORK_DATA_KEY = makeDataKey();
    await expect(resealAll(database.ownerUrl)).rejects.toThrow('does not hold');
  } finally {
    process.env.GROUNDWORK_DATA_KEY = `${oldKey},${newKey}`;
    await resealAll(database.ownerUrl);
    process.env.GROUNDWORK_DATA_KEY = oldKey;
  }
});
