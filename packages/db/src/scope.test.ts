import { asc, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { poolOf } from './connect.ts';
import { newId } from './new-id.ts';
import { auditEntry } from './schema/audit.ts';
import { client } from './schema/client.ts';
import { type PracticeScope, type ReadScope, readPractice, withPractice } from './scope.ts';
import { makePractice, type TestPractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';
import { findViolation } from './violation.ts';

const database = useTestDatabase({ poolSize: 2, mayLeaveItToPolicies: true });
const practices: TestPractice[] = [];

beforeAll(async () => {
  for (let number = 0; number < 50; number++) practices.push(await makePractice(database, { clients: 2 }));
});

const practiceAt = (position: number): TestPractice => {
  const practice = practices[position % practices.length];
  if (practice === undefined) throw new Error('No practices');
  return practice;
};

const namesOf = (scope: ReadScope) => scope.tx.select({ id: client.id }).from(client).orderBy(asc(client.id));
const expected = (practice: TestPractice) =>
  practice.clients.map(({ clientId }) => ({ id: clientId })).sort((a, b) => (a.id < b.id ? -1 : 1));

const note = (scope: PracticeScope, action: string) =>
  scope.tx.insert(auditEntry).values({
    practiceId: scope.practiceId,
    id: newId(),
    actorKind: 'worker',
    action,
    subjectKind: 'test',
    subjectId: newId(),
  });

/** The same order in every run. */
function makeDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
}

describe('1,000 interleaved requests of 50 practices over a pool of two', () => {
  it('each sees and writes its own practice alone, whatever the others do, fail or forget', async () => {
    const roll = makeDice(7);
    const asked = Array.from({ length: 1000 }, () => practiceAt(roll()));
    const request = async (practice: TestPractice, number: number) => {
      const kind = number % 5;
      if (kind === 0) {
        expect(await readPractice(practice.practiceId, namesOf)).toEqual(expected(practice));
        return;
      }
      if (kind === 1) {
        const failing = withPractice(practice.practiceId, async (scope) => {
          await note(scope, 'lost');
          throw new Error('the use case failed');
        });
        await expect(failing).rejects.toThrow('the use case failed');
        return;
      }
      if (kind === 2) {
        // Nobody waits for this query: it runs in its own transaction or not at all.
        await withPractice(practice.practiceId, async (scope) => {
          void namesOf(scope).then(
            (rows) => expect(rows).toEqual(expected(practice)),
            () => {},
          );
        });
        return;
      }
      await withPractice(practice.practiceId, async (scope) => {
        expect(await namesOf(scope)).toEqual(expected(practice));
        await note(scope, 'kept');
        const [first, second] = await Promise.all([namesOf(scope), scope.tx.select().from(auditEntry)]);
        expect(first).toEqual(expected(practice));
        expect(second.every(({ practiceId }) => practiceId === practice.practiceId)).toBe(true);
      });
    };
    // Forty at a time keep the pool fought over without any waiting longer for it than a request may, on a busy machine too.
    const lanes = Array.from({ length: 40 }, async (_, lane) => {
      for (const [number, practice] of asked.entries()) if (number % 40 === lane) await request(practice, number);
    });
    await Promise.all(lanes);
    const { rows } = await database.owner.query('select action, count(*)::int as n from audit_entry group by 1');
    expect(rows).toEqual([{ action: 'kept', n: 400 }]);
    expect(poolOf('app').totalCount).toBe(2);
  });

  it('the test has teeth: a scope set on the connection instead of the transaction is caught', async () => {
    const readCarelessly = async (practice: TestPractice) => {
      const pool = poolOf('app');
      await pool.query(`select set_config('groundwork.practice_id', $1, false)`, [practice.practiceId]);
      return (await pool.query('select id from client order by id')).rows;
    };
    const answers = await Promise.all(
      practices.map(
        async (practice) => JSON.stringify(await readCarelessly(practice)) === JSON.stringify(expected(practice)),
      ),
    );
    expect(answers).toContain(false);
    await Promise.all([1, 2].map(() => poolOf('app').query('reset groundwork.practice_id')));
  });
});

describe('a scope', () => {
  it('ends with its transaction: a query kept for later is refused, and never answers with another practice than its caller has open', async () => {
    let kept: PracticeScope | undefined;
    await withPractice(practiceAt(0).practiceId, async (scope) => {
      kept = scope;
    });
    const stale = kept as PracticeScope;
    const refusal = { cause: { message: 'The transaction of this query is over' } };
    await expect(namesOf(stale)).rejects.toMatchObject(refusal);
    const answers = await Promise.all(
      [2, 3].map((position) =>
        withPractice(practiceAt(position).practiceId, async (scope) => {
          const own = await namesOf(scope);
          const rows = await namesOf(stale).catch((error: unknown) => {
            expect(error).toMatchObject(refusal);
            return 'refused' as const;
          });
          if (rows !== 'refused') expect(rows).toEqual(own);
          return rows;
        }),
      ),
    );
    expect(answers).toContain('refused');
  });

  it('is not opened inside another', async () => {
    const { practiceId } = practiceAt(0);
    const nested = withPractice(practiceId, () => withPractice(practiceId, namesOf));
    await expect(nested).rejects.toThrow('already open');
    expectTypeOf<PracticeScope['tx']>().not.toHaveProperty('transaction');
    expectTypeOf<ReadScope['tx']>().not.toHaveProperty('insert');
    expectTypeOf<PracticeScope>().toExtend<ReadScope>();
    expectTypeOf<ReadScope>().not.toExtend<PracticeScope>();
    expectTypeOf<{ tx: PracticeScope['tx']; practiceId: string }>().not.toExtend<PracticeScope>();
  });

  it.each(['', 'x', "'; drop table client; --", `${v7()}'`])('is not opened for %j', async (id) => {
    expect(() => withPractice(id, namesOf)).toThrow('must be a UUID');
  });

  it('for reading refuses a write in the database', async () => {
    const sneaky = readPractice(practiceAt(0).practiceId, ({ tx }) => tx.execute(sql`update client set name = 'x'`));
    await expect(sneaky).rejects.toMatchObject({ cause: { code: '25006' } });
  });

  it('undoes everything when the work throws, and when somebody swallowed an error of the database', async () => {
    const practice = practiceAt(4);
    const swallowed = withPractice(practice.practiceId, async (scope) => {
      await note(scope, 'swallowed');
      await scope.tx.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(swallowed).rejects.toThrow('rolled back');
    const { rows } = await database.owner.query(`select 1 from audit_entry where action = 'swallowed'`);
    expect(rows).toEqual([]);
  });

  it('reports a constraint that is checked at commit, and gives the connection back', async () => {
    const practice = practiceAt(5);
    for (let round = 0; round < 5; round++) {
      const late = withPractice(practice.practiceId, async ({ tx, practiceId }) => {
        await tx.execute(
          sql`insert into opening (practice_id, id, spots, hold_hours, opened_by) values (${practiceId}, ${newId()}, 1, 1, ${newId()})`,
        );
      });
      await expect(late.catch(findViolation)).resolves.toEqual({
        kind: 'foreign_key',
        constraint: 'opening_opened_by',
      });
    }
    expect(await readPractice(practice.practiceId, namesOf)).toEqual(expected(practice));
  });

  it('is tried again after a serialisation failure, unless that was asked not to be', async () => {
    const practice = practiceAt(6);
    const [target] = practice.clients;
    if (target === undefined) throw new Error('No client');
    const increment = async (retries: number) => {
      let runs = 0;
      let reads = 0;
      let bothRead = () => {};
      const read = new Promise<void>((settle) => {
        bothRead = settle;
      });
      const work = async ({ tx }: PracticeScope) => {
        runs++;
        const [row] = await tx.select({ revision: client.revision }).from(client).where(eq(client.id, target.clientId));
        reads++;
        if (reads === 2) bothRead();
        await read;
        await tx
          .update(client)
          .set({ revision: (row?.revision ?? 0) + 1 })
          .where(eq(client.id, target.clientId));
      };
      const options = { isolation: 'repeatable read', retries } as const;
      const outcomes = await Promise.allSettled([1, 2].map(() => withPractice(practice.practiceId, work, options)));
      return { runs, refused: outcomes.filter(({ status }) => status === 'rejected').length };
    };
    expect(await increment(0)).toEqual({ runs: 2, refused: 1 });
    expect(await increment(3)).toEqual({ runs: 3, refused: 0 });
    const { rows } = await database.owner.query('select revision from client where id = $1', [target.clientId]);
    expect(rows).toEqual([{ revision: 4 }]);
  });

  const endOwnConnection = sql`select pg_terminate_backend(pg_backend_pid())`;

  it('is opened again after its connection died before the commit, and holds once', async () => {
    let runs = 0;
    const write = (retries: number) =>
      withPractice(
        practiceAt(7).practiceId,
        async (scope) => {
          runs++;
          await note(scope, 'reopened');
          if (runs === 1) await scope.tx.execute(endOwnConnection);
        },
        { retries },
      );
    await expect(write(0)).rejects.toThrow();
    runs = 0;
    await write(3);
    expect(runs).toBe(2);
    const { rows } = await database.owner.query(`select 1 from audit_entry where action = 'reopened'`);
    expect(rows).toHaveLength(1);
  });

  it('is not opened again where the answer of its commit got lost: nobody knows whether it holds', async () => {
    await database.owner.query(`
      create table bomb (at timestamptz);
      grant insert on bomb to groundwork_app;
      create function explode() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end';
      create constraint trigger at_commit after insert on bomb deferrable initially deferred for each row execute function explode()`);
    let runs = 0;
    const lost = withPractice(practiceAt(8).practiceId, async ({ tx }) => {
      runs++;
      await tx.execute(sql`insert into bomb values (now())`);
    });
    await expect(lost).rejects.toMatchObject({ name: 'UnknownOutcome' });
    expect(runs).toBe(1);
    await database.owner.query('drop table bomb; drop function explode');
  });
});
