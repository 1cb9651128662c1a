import { createHash } from 'node:crypto';
import pg from 'pg';
import { newId } from './new-id.ts';
import { findClientRows, type Row } from './personal-data.ts';

/** A client who was erased, as a backup's restorer needs it: whom the hash names shows only where her row is back. */
export interface Erasure {
  readonly practiceId: string;
  /** SHA-256, hexadecimal. */
  readonly subjectHash: string;
  readonly erasedAt: Date;
}

const hashSubject = (practiceId: string, clientId: string): Buffer =>
  createHash('sha256').update(`${practiceId}/${clientId}`.toLowerCase()).digest();

/**
 * Forgets a client: her rows in every table, her letters, her place in line, what the audit log says of her (its chain holds all the same), and
 * her sign-in, unless she has a place elsewhere. Her spot is free afterwards. Backups are not touched: `replayErasures` does it again after a restore.
 * @param ownerUrl As for `migrate`.
 * @returns Whether there was one.
 */
export async function eraseClient(
  ownerUrl: string,
  client: { readonly practiceId: string; readonly clientId: string; readonly now: Date },
): Promise<boolean> {
  return writing(ownerUrl, (owner) => eraseOne(owner, client));
}

/**
 * Every erasure so far, of all practices: to be kept beside each backup, or read from the database that a restore replaces.
 * @param ownerUrl As for `migrate`.
 */
export async function listErasures(ownerUrl: string): Promise<Erasure[]> {
  return writing(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Erasure>(
      `select practice_id as "practiceId", encode(subject_hash, 'hex') as "subjectHash", erased_at as "erasedAt"
       from public.erasure order by erased_at, id`,
    );
    return rows;
  });
}

/**
 * Forgets again whom a restored backup has brought back.
 * @param ownerUrl As for `migrate`.
 * @returns How many it were.
 */
export async function replayErasures(ownerUrl: string, erasures: readonly Erasure[]): Promise<number> {
  return writing(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ practiceId: string; clientId: string }>(
      'select practice_id as "practiceId", id as "clientId" from public.client',
    );
    const wanted = new Map(erasures.map((one) => [`${one.practiceId}/${one.subjectHash}`, one]));
    let count = 0;
    for (const { practiceId, clientId } of rows) {
      const erasure = wanted.get(`${practiceId}/${hashSubject(practiceId, clientId).toString('hex')}`);
      if (erasure === undefined) continue;
      await eraseOne(owner, { practiceId, clientId, now: new Date(erasure.erasedAt) });
      count += 1;
    }
    return count;
  });
}

async function eraseOne(
  owner: pg.Client,
  { practiceId, clientId, now }: { readonly practiceId: string; readonly clientId: string; readonly now: Date },
): Promise<boolean> {
  const found = await findClientRows(owner, practiceId, clientId);
  if (found === undefined) return false;
  const { email, userId, tables } = found;
  const ids = [...tables.values()].flat().flatMap(({ id }) => (id === undefined ? [] : [String(id)]));
  const mailIds = (tables.get('mail') ?? []).map(({ id }) => String(id));
  // Ids and the address; a name may be somebody else's too.
  const marks = [...ids, email, ...(userId === null ? [] : [userId])];
  await owner.query(
    `update public.audit_entry e
     set actor_id = null, subject_id = '00000000-0000-0000-0000-000000000000', reason = '', data = '{}', salt = null, erased_at = $3
     where e.practice_id = $1 and e.erased_at is null and exists (
       select 1 from unnest($2::text[]) mark
       where position(lower(mark) in lower(concat_ws(' ', e.actor_id, e.subject_id, e.reason, e.data))) > 0)`,
    [practiceId, marks, now],
  );
  await owner.query(
    `delete from graphile_worker._private_jobs j where j.payload ->> 'practiceId' = $1
       and exists (select 1 from unnest($2::text[]) mark where position(mark in j.payload::text) > 0)`,
    [practiceId, [...ids, ...mailIds]],
  );
  // Answers kept for a day, sealed: some may tell of her, and none is missed.
  await owner.query('delete from public.mutation where practice_id = $1', [practiceId]);
  for (const [table, rows] of [...tables].reverse()) await deleteRows(owner, table, rows);
  await owner.query(
    `delete from identity.sign_in_request r where r.email = $1 and not exists (
       select 1 from public.client c where c.email = $1 union all select 1 from public.member m where m.email = $1
       union all select 1 from public.waitlist_entry w where w.email = $1)`,
    [email],
  );
  await owner.query(
    `delete from identity."user" u where (u.id = $1 or u.email = $2)
       and not exists (select 1 from public.client c where c.user_id = u.id)
       and not exists (select 1 from public.member m where m.user_id = u.id)`,
    [userId, email],
  );
  await owner.query(
    `insert into public.erasure (practice_id, id, subject_hash, erased_at) values ($1, $2, $3, $4)
     on conflict (practice_id, subject_hash) do nothing`,
    [practiceId, newId(), hashSubject(practiceId, clientId), now],
  );
  await owner.query(
    `insert into public.audit_entry (practice_id, id, actor_kind, action, subject_kind, subject_id, at)
     values ($1, $2, 'worker', 'client.erased', 'client', '00000000-0000-0000-0000-000000000000', $3)`,
    [practiceId, newId(), now],
  );
  return true;
}

/** Deletes rows by their primary key, whatever it is made of. */
async function deleteRows(owner: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const { rows: key } = await owner.query<{ name: string }>(
    `select a.attname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
     where k.contype = 'p' and k.conrelid = format('public.%I', $1::text)::regclass`,
    [table],
  );
  if (key.length === 0) throw new Error(`${table} has no primary key`);
  const name = owner.escapeIdentifier(table);
  const same = key.map((column) => owner.escapeIdentifier(column.name)).map((column) => `t.${column} = hers.${column}`);
  await owner.query(
    `delete from public.${name} t using jsonb_populate_recordset(null::public.${name}, $1) hers where ${same.join(' and ')}`,
    [JSON.stringify(rows.map((row) => Object.fromEntries(key.map((column) => [column.name, row[column.name]]))))],
  );
}

async function writing<Value>(ownerUrl: string, work: (owner: pg.Client) => Promise<Value>): Promise<Value> {
  const owner = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await owner.connect();
  try {
    await owner.query('begin');
    const value = await work(owner);
    await owner.query('commit');
    return value;
  } finally {
    await owner.end();
  }
}
