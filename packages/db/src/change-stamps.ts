import type { Trigger } from './capacity-rule.ts';

/**
 * How a process knows that what it read of a client still holds, in SQL: every statement that writes what the coach's lists are made of gives
 * the clients it is about a new random stamp, as the owner. A stamp is inserted and those before it are deleted, but for rows that another
 * transaction is deleting just then: nobody waits for anybody, and whoever reads sees the stamps of every writer that nobody followed.
 */
const stampClients = `
create or replace function public.stamp_clients(in_practice uuid, hers uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from public.client_change where ctid = any(array(
    select h.ctid from public.client_change h where h.practice_id = in_practice and h.client_id = any(hers)
    for update skip locked
  ));
  insert into public.client_change (practice_id, client_id, stamp)
  select in_practice, one, gen_random_uuid() from unnest(hers) one;
end $$`;

type Deed = 'insert' | 'update' | 'delete';

/** A kind of table by how its rows lead to the clients they are about. */
interface Kind {
  readonly name: string;
  readonly tables: readonly string[];
  readonly deeds: readonly Deed[];
  /** The practices and clients of rows. */
  readonly clientsOf: (rows: string) => string;
}

const everyDeed: readonly Deed[] = ['insert', 'update', 'delete'];

const kinds: readonly Kind[] = [
  {
    name: 'rows',
    tables: ['session', 'program', 'run_week', 'race', 'rule_override'],
    deeds: everyDeed,
    clientsOf: (rows) => `select r.practice_id, r.client_id from ${rows} r`,
  },
  {
    name: 'themselves',
    tables: ['client'],
    // Whoever is deleted has no stamp any more.
    deeds: ['insert', 'update'],
    clientsOf: (rows) => `select r.practice_id, r.id as client_id from ${rows} r`,
  },
  {
    name: 'programs',
    tables: ['program_version'],
    deeds: everyDeed,
    clientsOf: (rows) => `select p.practice_id, p.client_id from ${rows} r
      join public.program p on p.practice_id = r.practice_id and p.id = r.program_id`,
  },
  {
    name: 'coaches',
    tables: ['member'],
    // Nobody is coached by somebody who is not there yet, or any more.
    deeds: ['update'],
    clientsOf: (rows) => `select c.practice_id, c.id as client_id from ${rows} r
      join public.client c on c.practice_id = r.practice_id and c.coach_id = r.id`,
  },
  {
    name: 'practices',
    tables: ['rule_set'],
    deeds: everyDeed,
    clientsOf: (rows) => `select c.practice_id, c.id as client_id from ${rows} r
      join public.client c on c.practice_id = r.practice_id`,
  },
];

/** Rows that were there before are named in an update alone. */
const stampAfter = ({ clientsOf }: Kind, deed: Deed): string => `
    perform public.stamp_clients(h.practice_id, array_agg(distinct h.client_id)) from (
      ${clientsOf('changed')}${deed === 'update' ? `\n      union all\n      ${clientsOf('before')}` : ''}
    ) h group by h.practice_id;`;

const bodyOf = (kind: Kind): string =>
  kind.deeds.every((deed) => deed === 'update')
    ? stampAfter(kind, 'update')
    : `
  if tg_op = 'UPDATE' then${stampAfter(kind, 'update')}
  else${stampAfter(kind, 'insert')}
  end if;`;

export const changeStampFunctions: readonly string[] = [
  stampClients,
  ...kinds.map(
    (kind) => `
create or replace function public.stamp_clients_of_${kind.name}() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin${bodyOf(kind)}
  return null;
end $$`,
  ),
];

const namesOfRows: Readonly<Record<Deed, string>> = {
  insert: 'new table as changed',
  update: 'old table as before new table as changed',
  delete: 'old table as changed',
};

/** Once a statement, however many rows it writes: a published year is a hundred sessions. */
export const changeStampTriggers: readonly Trigger[] = kinds.flatMap(({ name, tables, deeds }) =>
  tables.flatMap((table) =>
    deeds.map((deed) => ({
      table,
      name: `stamp_clients_${deed}`,
      ddl: `create trigger stamp_clients_${deed} after ${deed} on public.${table}
        referencing ${namesOfRows[deed]} for each statement execute function public.stamp_clients_of_${name}()`,
    })),
  ),
);
