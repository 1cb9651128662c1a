import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { fillPractice } from './testing/fill-practice.ts';
import { makePractice, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();
let practice: TestPractice;

beforeAll(async () => {
  practice = await makePractice(database);
  await fillPractice(database, practice);
});

async function asApp(statement: string): Promise<number> {
  const app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
  try {
    await app.query(`begin; set local groundwork.practice_id = '${practice.practiceId}'`);
    return (await app.query(statement)).rowCount ?? 0;
  } finally {
    await app.end();
  }
}

describe.each(['audit_entry', 'set_log', 'program_version'])('%s', (table) => {
  it('is read by its own practice', async () => {
    expect(await asApp(`select * from ${table}`)).toBe(1);
  });

  it.each([
    `update ${table} set practice_id = practice_id`,
    `delete from ${table}`,
    `truncate ${table} cascade`,
    `insert into ${table} (practice_id, id) select practice_id, id from ${table} on conflict (practice_id, id) do update set id = excluded.id`,
    `merge into ${table} t using ${table} s on t.id = s.id when matched then delete`,
  ])('refuses: %s', async (statement) => {
    await expect(asApp(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what a fact hangs on', () => {
  it.each([
    ['prescription', 'set_log_prescription'],
    ['session', 'set_log_prescription'],
    ['client', ''],
    ['program', ''],
  ])('a %s with facts below it cannot be deleted', async (table) => {
    await expect(asApp(`delete from ${table}`)).rejects.toMatchObject({ code: '23503' });
  });
});
