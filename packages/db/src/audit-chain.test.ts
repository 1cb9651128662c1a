import { describe, expect, it } from 'vitest';
import { verifyLog } from './audit-chain.ts';
import { newId } from './new-id.ts';
import { auditEntry } from './schema/audit.ts';
import { withPractice } from './scope.ts';
import { makePractice } from './testing/make-practice.ts';
import { useTestDatabase } from './testing/test-database.ts';

const database = useTestDatabase();

const write = (practiceId: string, count: number) =>
  withPractice(practiceId, async ({ tx }) => {
    for (let number = 1; number <= count; number++) {
      await tx.insert(auditEntry).values({
        practiceId,
        id: newId(),
        actorKind: 'worker',
        action: 'offer.made',
        subjectKind: 'offer',
        subjectId: newId(),
        reason: `Reason ${number}`,
        data: { number, nested: { b: 1, a: 'ö' } },
      });
    }
  });

const makeLog = async (count = 6): Promise<string> => {
  const { practiceId } = await makePractice(database);
  await write(practiceId, count);
  return practiceId;
};

const problemsOf = async (practiceId: string, ownerUrl = database.ownerUrl) =>
  (await verifyLog(ownerUrl)).problems
    .filter((found) => found.practiceId === practiceId)
    .map(({ problem, sequence }) => `${problem} ${sequence}`);

describe('the audit log', () => {
  it('is one chain for each practice, whole after parallel writers', async () => {
    const [one, other] = [await makeLog(3), await makeLog(1)];
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(index % 2 === 0 ? one : other, 2)));
    const { heads } = await verifyLog(database.ownerUrl);
    expect([...(await problemsOf(one)), ...(await problemsOf(other))]).toEqual([]);
    expect(heads.find((head) => head.practiceId === one)?.sequence).toBe(23);
    expect(heads.find((head) => head.practiceId === other)?.sequence).toBe(21);
  });

  it('keeps entries of two practices apart that bear the same id', async () => {
    const id = newId();
    const practices = [await makeLog(1), await makeLog(1)];
    for (const [index, own] of practices.entries()) {
      await withPractice(own, ({ tx }) =>
        tx.insert(auditEntry).values({
          practiceId: own,
          id,
          actorKind: 'worker',
          action: `entry ${index}`,
          subjectKind: 'offer',
          subjectId: newId(),
        }),
      );
    }
    for (const own of practices) expect(await problemsOf(own)).toEqual([]);
  });

  it('does not depend on the time zone of whoever checks', async () => {
    const zoned = new URL(database.ownerUrl);
    zoned.searchParams.set('options', '-c TimeZone=Pacific/Apia -c DateStyle=German');
    expect(await problemsOf(await makeLog(3), zoned.href)).toEqual([]);
  });

  it('gives an entry its place whatever the app claims', async () => {
    const [practiceId, id] = [await makeLog(3), newId()];
    await withPractice(practiceId, ({ tx }) =>
      tx.insert(auditEntry).values({
        practiceId,
        id,
        actorKind: 'worker',
        action: 'forged',
        subjectKind: 'offer',
        subjectId: newId(),
        sequence: 900,
        erasedAt: new Date(),
        hash: Buffer.alloc(32),
      }),
    );
    const { rows } = await database.owner.query('select sequence, erased_at from audit_entry where id = $1', [id]);
    expect(Number(rows[0].sequence)).toBeLessThan(900);
    expect(rows[0].erased_at).toBeNull();
    expect(await problemsOf(practiceId)).toEqual([]);
  });

  it('takes no entry of a transaction that fails', async () => {
    const practiceId = await makeLog(3);
    const before = await verifyLog(database.ownerUrl);
    const failing = withPractice(practiceId, async ({ tx }) => {
      await tx.insert(auditEntry).values({
        practiceId,
        id: newId(),
        actorKind: 'worker',
        action: 'never',
        subjectKind: 'offer',
        subjectId: newId(),
      });
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect((await verifyLog(database.ownerUrl)).heads).toEqual(before.heads);
  });
});

describe('tampering is found', () => {
  const columns = {
    actor_kind: `'visitor'`,
    actor_id: 'gen_random_uuid()',
    action: `'offer.lost'`,
    subject_kind: `'client'`,
    subject_id: 'gen_random_uuid()',
    reason: `reason || ' '`,
    data: `data || '{"number": 99}'`,
    at: `at + interval '1 microsecond'`,
    salt: `salt || '\\x00'`,
  };

  it.each(Object.entries(columns))('in %s of any entry', async (column, value) => {
    for (const place of [1, 3, 6]) {
      const practiceId = await makeLog();
      await database.owner.query(
        `update audit_entry set ${column} = ${value} where practice_id = $1 and sequence = $2`,
        [practiceId, place],
      );
      expect(await problemsOf(practiceId)).toEqual([`changed ${place}`]);
    }
  });

  it('in an entry whose own hashes were worked out again', async () => {
    const practiceId = await makeLog();
    await database.owner.query(
      `update audit_entry set contents_hash = sha256('other'), hash = sha256('other'), erased_at = now()
       where practice_id = $1 and sequence = 3`,
      [practiceId],
    );
    expect(await problemsOf(practiceId)).toEqual(['broken 3']);
  });

  it('where an entry is gone, from the middle or the end', async () => {
    const [first, middle, last] = [await makeLog(), await makeLog(), await makeLog()];
    const remove = (practiceId: string, place: number) =>
      database.owner.query('delete from audit_entry where practice_id = $1 and sequence = $2', [practiceId, place]);
    await remove(first, 1);
    await remove(middle, 4);
    await remove(last, 6);
    expect(await problemsOf(first)).toEqual(['missing 2']);
    expect(await problemsOf(middle)).toEqual(['missing 5']);
    expect(await problemsOf(last)).toEqual(['cut 6']);
  });

  it('where all of it is gone', async () => {
    const practiceId = await makeLog();
    await database.owner.query('delete from audit_entry where practice_id = $1', [practiceId]);
    expect(await problemsOf(practiceId)).toEqual(['cut 6']);
  });

  it('where an entry was slipped in past the chain', async () => {
    const practiceId = await makeLog();
    await database.owner.query('alter table audit_entry disable trigger chain_entry');
    await database.owner.query(
      `insert into audit_entry (practice_id, id, actor_kind, action, subject_kind, subject_id)
       values ($1, gen_random_uuid(), 'worker', 'offer.made', 'offer', gen_random_uuid())`,
      [practiceId],
    );
    await database.owner.query('alter table audit_entry enable trigger chain_entry');
    expect(await problemsOf(practiceId)).toEqual(['unchained null']);
  });

  it('where two entries changed places', async () => {
    const practiceId = await makeLog();
    await database.owner.query(
      `with pair as (select * from audit_entry where practice_id = $1 and sequence in (2, 3))
       update audit_entry e set action = 'x', reason = o.reason, data = o.data from pair o
       where e.practice_id = $1 and e.sequence in (2, 3) and o.sequence = 5 - e.sequence`,
      [practiceId],
    );
    expect(await problemsOf(practiceId)).toEqual(['changed 2']);
  });
});
