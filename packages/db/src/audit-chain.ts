import pg from 'pg';
import type { Trigger } from './capacity-rule.ts';

/** What an entry's contents' hash covers, in SQL over a row: every column that says something, in a form that no setting changes. */
const contentsOf = (row: string) => `sha256(${row}.salt || convert_to(jsonb_build_array(
  ${row}.practice_id, ${row}.id, ${row}.actor_kind, ${row}.actor_id, ${row}.action, ${row}.subject_kind, ${row}.subject_id,
  ${row}.reason, ${row}.data, extract(epoch from ${row}.at)::text)::text, 'UTF8'))`;

const firstHash = `'\\x${'00'.repeat(32)}'::bytea`;

/**
 * Why a changed audit log is found out, in SQL: at commit, as the owner, each entry gets its place in the practice's chain and a hash over
 * itself and the one before. At commit, because the chain's end is locked meanwhile: nobody who holds it waits for anything else.
 */
export const auditFunctions: readonly string[] = [
  `
create or replace function public.chain_entry(practice uuid, entry uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tail public.audit_head;
  added public.audit_entry;
begin
  insert into public.audit_head (practice_id, sequence, hash) values (practice, 0, ${firstHash}) on conflict do nothing;
  select * into tail from public.audit_head h where h.practice_id = practice for update;
  select * into added from public.audit_entry e where e.practice_id = practice and e.id = entry;
  added.salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
  added.contents_hash := ${contentsOf('added')};
  tail.sequence := tail.sequence + 1;
  tail.hash := sha256(tail.hash || int8send(tail.sequence) || added.contents_hash);
  update public.audit_entry e
  set sequence = tail.sequence, salt = added.salt, contents_hash = added.contents_hash, hash = tail.hash, erased_at = null
  where e.practice_id = practice and e.id = entry;
  update public.audit_head h set sequence = tail.sequence, hash = tail.hash where h.practice_id = practice;
end $$`,
  `
create or replace function public.chain_new_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform public.chain_entry(new.practice_id, new.id);
  return null;
end $$`,
];

export const auditTriggers: readonly Trigger[] = [
  {
    table: 'audit_entry',
    name: 'chain_entry',
    ddl: `create constraint trigger chain_entry after insert on public.audit_entry
      deferrable initially deferred for each row execute function public.chain_new_entry()`,
  },
];

/** Chains what was written before there were chains. A practice that has one already is left alone, so that this legitimises nothing later. */
export async function chainOldEntries(owner: pg.ClientBase): Promise<void> {
  await owner.query(
    `select public.chain_entry(e.practice_id, e.id) from (
       select e.practice_id, e.id from public.audit_entry e
       where e.practice_id not in (select practice_id from public.audit_head) order by e.at, e.id) e`,
  );
}

export const chainProblems = ['changed', 'broken', 'missing', 'unchained', 'cut'] as const;

/**
 * `changed`: the contents are not what was written. `broken`: the link to the entry before does not hold. `missing`: a place in the chain is
 * empty. `unchained`: an entry that no chain knows. `cut`: the end is not where the chain ended.
 */
export interface ChainProblem {
  readonly practiceId: string;
  readonly problem: (typeof chainProblems)[number];
  /** The first place where it shows; null for an entry without a place. */
  readonly sequence: number | null;
}

export interface VerifiedLog {
  readonly entries: number;
  /** Of all practices; empty when nobody has touched the log. */
  readonly problems: readonly ChainProblem[];
  /** Each chain's end, hexadecimal. Kept elsewhere, they show even a chain that was written anew from its start. */
  readonly heads: readonly { readonly practiceId: string; readonly sequence: number; readonly hash: string }[];
}

/**
 * Works every hash of the audit log out again.
 * @param ownerUrl As for `migrate`.
 */
export async function verifyLog(ownerUrl: string): Promise<VerifiedLog> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: problems } = await client.query<ChainProblem>(findProblems);
    const { rows: heads } = await client.query(
      `select practice_id as "practiceId", sequence::int, encode(hash, 'hex') as hash from public.audit_head order by 1`,
    );
    const { rows: counts } = await client.query('select count(*)::int as entries from public.audit_entry');
    return { entries: counts[0].entries, problems, heads };
  } finally {
    await client.end();
  }
}

const findProblems = `
with link as (
  select e.*, lag(e.hash) over chain as before, lag(e.sequence) over chain as place_before
  from public.audit_entry e where e.sequence is not null
  window chain as (partition by e.practice_id order by e.sequence)
), finding as (
  select practice_id, 'unchained' as problem, null::bigint as sequence from public.audit_entry where sequence is null
  union all
  select practice_id, 'missing', sequence from link where sequence <> coalesce(place_before, 0) + 1
  union all
  select practice_id, 'changed', sequence from link
  where erased_at is null and contents_hash is distinct from ${contentsOf('link')}
  union all
  select practice_id, 'broken', sequence from link
  where sequence = coalesce(place_before, 0) + 1
    and hash is distinct from sha256(coalesce(before, ${firstHash}) || int8send(sequence) || contents_hash)
  union all
  select coalesce(h.practice_id, l.practice_id), 'cut', coalesce(h.sequence, l.sequence)
  from public.audit_head h
  full join (select distinct on (practice_id) practice_id, sequence, hash from link order by practice_id, sequence desc) l using (practice_id)
  where (h.sequence, h.hash) is distinct from (l.sequence, l.hash)
)
select practice_id as "practiceId", problem, min(sequence)::int as sequence from finding group by 1, 2 order by 1, 3 nulls last, 2`;
