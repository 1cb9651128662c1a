/**
 * Why no spot is sold twice, in SQL: clients and held offers move `capacity.taken` in the statement that changes them, as the owner, since
 * the app role may write nothing of `capacity` but `spots`. The row's lock makes parallel claims take turns; its check refuses the one too many.
 */
const takesASpot = {
  client: (row: string) => `${row}.status in ('invited', 'active', 'paused')`,
  offer: (row: string) => `${row}.status = 'held'`,
} as const;

const countSpots = (table: keyof typeof takesASpot) => `
create or replace function public.count_spots_of_${table}() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  change integer := 0;
begin
  -- Of a row that comes there is no old one, of one that goes no new one: neither takes a spot.
  if ${takesASpot[table]('old')} then change := change - 1; end if;
  if ${takesASpot[table]('new')} then change := change + 1; end if;
  if change <> 0 then
    update public.capacity set taken = taken + change where practice_id = coalesce(new.practice_id, old.practice_id);
    if not found then raise exception 'practice % has no capacity', coalesce(new.practice_id, old.practice_id); end if;
  end if;
  return null;
end $$`;

/** The counters, then the ceiling: it rises with `spots` at once and sinks only at commit, so that a claim can hand its spot over. */
export const capacityFunctions: readonly string[] = [
  countSpots('client'),
  countSpots('offer'),
  `
create or replace function public.raise_ceiling() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.ceiling := greatest(new.ceiling, new.spots);
  return new;
end $$`,
  `
create or replace function public.lower_ceiling() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.capacity set ceiling = greatest(spots, taken) where practice_id = new.practice_id;
  return null;
end $$`,
];

export interface Trigger {
  readonly table: string;
  readonly name: string;
  readonly ddl: string;
}

export const capacityTriggers: readonly Trigger[] = [
  ...(['client', 'offer'] as const).map((table) => ({
    table,
    name: 'count_spots',
    ddl: `create trigger count_spots after insert or delete or update of status on public.${table}
      for each row execute function public.count_spots_of_${table}()`,
  })),
  {
    table: 'capacity',
    name: 'raise_ceiling',
    ddl: `create trigger raise_ceiling before insert or update on public.capacity
      for each row execute function public.raise_ceiling()`,
  },
  {
    table: 'capacity',
    name: 'lower_ceiling',
    ddl: `create constraint trigger lower_ceiling after insert or update on public.capacity
      deferrable initially deferred for each row
      when (new.ceiling > greatest(new.spots, new.taken)) execute function public.lower_ceiling()`,
  },
];
