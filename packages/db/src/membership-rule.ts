import type { Trigger } from './capacity-rule.ts';

/**
 * Why a change of rights ends what was open under the old ones, in SQL: whoever is given another role, suspended or let go, and whoever is no
 * longer coached or whose access is closed, is signed out of that app in the statement that says so, whatever path it came by.
 */
export const membershipFunctions: readonly string[] = [
  `
create or replace function public.end_sessions_of_member() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from identity.auth_session s where s.user_id = old.user_id and s.app = 'coach';
  return null;
end $$`,
  `
create or replace function public.end_sessions_of_client() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from identity.auth_session s where s.user_id = old.user_id and s.app = 'portal';
  return null;
end $$`,
];

export const membershipTriggers: readonly Trigger[] = [
  {
    table: 'member',
    name: 'end_sessions',
    ddl: `create trigger end_sessions after update on public.member for each row
      when (old.role <> new.role or old.user_id <> new.user_id or (old.suspended_at is null and new.suspended_at is not null))
      execute function public.end_sessions_of_member()`,
  },
  {
    table: 'member',
    name: 'end_sessions_of_gone',
    ddl: `create trigger end_sessions_of_gone after delete on public.member for each row
      execute function public.end_sessions_of_member()`,
  },
  {
    table: 'client',
    name: 'end_sessions',
    ddl: `create trigger end_sessions after update on public.client for each row
      when (old.user_id is not null and (old.user_id is distinct from new.user_id or (old.status <> 'archived' and new.status = 'archived')
        or (old.access_closed_at is null and new.access_closed_at is not null)))
      execute function public.end_sessions_of_client()`,
  },
  {
    table: 'client',
    name: 'end_sessions_of_gone',
    ddl: `create trigger end_sessions_of_gone after delete on public.client for each row
      when (old.user_id is not null) execute function public.end_sessions_of_client()`,
  },
];
