/**
 * The doors between the roles: each does one thing that its caller's role may not do by itself, with the owner's rights and a fixed search
 * path. What the app role calls is in `public` (it has no access to `identity` at all), what the auth role calls is in `identity`.
 */
export interface DefinerFunction {
  readonly signature: string;
  readonly grantee: 'groundwork_app' | 'groundwork_auth';
  readonly ddl: string;
}

const definer = 'security definer set search_path = pg_catalog, pg_temp';

export const definerFunctions: readonly DefinerFunction[] = [
  {
    signature: 'public.list_practices()',
    grantee: 'groundwork_app',
    ddl: `create or replace function public.list_practices()
returns table (id uuid, slug text, name text, about text, time_zone text)
language sql stable ${definer} as $$
  select p.id, p.slug, p.name, p.about, p.time_zone from public.practice p order by p.name, p.id limit 100
$$`,
  },
  {
    signature: 'public.find_practice(text)',
    grantee: 'groundwork_app',
    ddl: `create or replace function public.find_practice(wanted text)
returns table (id uuid, slug text, name text, about text, time_zone text)
language sql stable ${definer} as $$
  select p.id, p.slug, p.name, p.about, p.time_zone from public.practice p where p.slug = wanted
$$`,
  },
  {
    // The payload and the key carry the practice of the transaction: nobody enqueues into, or replaces a job of, another one.
    signature: 'public.enqueue_job(text, jsonb, text, timestamptz)',
    grantee: 'groundwork_app',
    ddl: `create or replace function public.enqueue_job(task text, payload jsonb, job_key text, run_at timestamptz)
returns void language plpgsql ${definer} as $$
declare
  practice text := nullif(current_setting('groundwork.practice_id', true), '');
begin
  if practice is null then raise exception 'a job needs a practice'; end if;
  perform graphile_worker.add_job(
    identifier => task,
    payload => (payload || jsonb_build_object('practiceId', practice))::json,
    run_at => enqueue_job.run_at,
    job_key => practice || ':' || enqueue_job.job_key
  );
end $$`,
  },
  {
    signature: 'public.ensure_user(uuid, text, text)',
    grantee: 'groundwork_app',
    ddl: `create or replace function public.ensure_user(new_id uuid, wanted_email text, wanted_name text)
returns uuid language plpgsql ${definer} as $$
declare
  found_id uuid;
begin
  insert into identity."user" (id, email, name) values (new_id, lower(trim(wanted_email)), wanted_name)
  on conflict (email) do nothing;
  select u.id into found_id from identity."user" u where u.email = lower(trim(wanted_email));
  return found_id;
end $$`,
  },
  {
    // Only for the portal, and only for somebody whom the practice of the transaction coaches.
    signature: 'public.start_session(uuid, text, text, timestamptz, timestamptz)',
    grantee: 'groundwork_app',
    ddl: `create or replace function public.start_session(for_user uuid, new_token_hash text, agent text, at timestamptz, until timestamptz)
returns void language plpgsql ${definer} as $$
begin
  perform 1 from public.client c
  where c.practice_id = nullif(current_setting('groundwork.practice_id', true), '')::uuid
    and c.user_id = for_user and c.status <> 'archived' and c.access_closed_at is null;
  if not found then raise exception 'only a client of the practice can be signed in'; end if;
  insert into identity.auth_session (token_hash, user_id, app, user_agent, created_at, last_seen_at, expires)
  values (new_token_hash, for_user, 'portal', agent, at, at, until);
end $$`,
  },
  {
    // The user of a session with everything she belongs to, in one round trip; marks the session as seen at most every ten minutes. A session
    // ends when its time is up, or when nobody came for 14 days.
    signature: 'identity.find_principals(text, text, timestamptz)',
    grantee: 'groundwork_auth',
    ddl: `create or replace function identity.find_principals(wanted_hash text, wanted_app text, at timestamptz)
returns table (user_id uuid, email text, session_app text, created_at timestamptz, last_seen_at timestamptz, expires timestamptz, staff jsonb, clients jsonb)
language sql volatile ${definer} as $$
  update identity.auth_session s set last_seen_at = at
  where s.token_hash = wanted_hash and s.app = wanted_app and s.expires > at
    and s.last_seen_at between at - interval '14 days' and at - interval '10 minutes';
  select u.id, u.email, s.app, s.created_at, s.last_seen_at, s.expires,
    coalesce((
      select jsonb_agg(jsonb_build_object('practiceId', m.practice_id, 'memberId', m.id, 'role', m.role, 'name', m.name)
        order by m.created_at, m.id)
      from public.member m where m.user_id = u.id and m.suspended_at is null
    ), '[]'),
    coalesce((
      select jsonb_agg(jsonb_build_object('practiceId', c.practice_id, 'clientId', c.id, 'name', c.name, 'status', c.status)
        order by c.created_at, c.id)
      from public.client c where c.user_id = u.id and c.access_closed_at is null
    ), '[]')
  from identity.auth_session s join identity."user" u on u.id = s.user_id
  where s.token_hash = wanted_hash and s.app = wanted_app and s.expires > at and s.last_seen_at > at - interval '14 days'
$$`,
  },
  {
    // Who may sign in to an app with an address, and the practice whose outbox carries the letter.
    signature: 'identity.find_sign_in(text, text)',
    grantee: 'groundwork_auth',
    ddl: `create or replace function identity.find_sign_in(wanted_email text, wanted_app text)
returns table (user_id uuid, name text, practice_id uuid, practice_name text)
language sql stable ${definer} as $$
  select u.id, belongs.name, p.id, p.name
  from identity."user" u
  join lateral (
    select m.practice_id, m.name, m.created_at from public.member m
    where wanted_app = 'coach' and m.user_id = u.id and m.suspended_at is null
    union all
    select c.practice_id, c.name, c.created_at from public.client c
    where wanted_app = 'portal' and c.user_id = u.id and c.status <> 'archived' and c.access_closed_at is null
  ) belongs on true
  join public.practice p on p.id = belongs.practice_id
  where u.email = wanted_email
  order by belongs.created_at, p.id
  limit 1
$$`,
  },
  {
    // The worker's job behind every request to sign in, a stranger's like a client's.
    signature: 'identity.leave_sign_in_letter(uuid, text)',
    grantee: 'groundwork_auth',
    ddl: `create or replace function identity.leave_sign_in_letter(request_id uuid, sealed text)
returns void language sql volatile ${definer} as $$
  select graphile_worker.add_job(
    identifier => 'write_sign_in_letter',
    payload => json_build_object('requestId', request_id, 'sealed', sealed),
    job_key => 'sign-in:' || request_id
  )
$$`,
  },
  {
    // A confidential letter into the outbox of a practice that the recipient belongs to, and the job that sends it.
    signature: 'identity.write_mail(uuid, uuid, text, text, bytea, text)',
    grantee: 'groundwork_auth',
    ddl: `create or replace function identity.write_mail(in_practice uuid, mail_id uuid, to_email text, subject text, body bytea, template text)
returns void language plpgsql ${definer} as $$
begin
  -- A version before asks for strangers too, without a practice.
  if in_practice is null then return; end if;
  perform 1 from identity."user" u where u.email = to_email and (
    exists (select 1 from public.member m where m.user_id = u.id and m.practice_id = in_practice)
    or exists (select 1 from public.client c where c.user_id = u.id and c.practice_id = in_practice)
  );
  if not found then raise exception 'the recipient does not belong to the practice'; end if;
  insert into public.mail (practice_id, id, recipient, subject, html, text, body_sealed, confidential, template, idempotency_key)
  values (in_practice, mail_id, to_email, subject, '', '', body, true, template, template || ':' || mail_id)
  on conflict do nothing;
  if not found then return; end if;
  perform graphile_worker.add_job(
    identifier => 'send_mail',
    payload => json_build_object('practiceId', in_practice, 'mailId', mail_id),
    job_key => in_practice || ':mail:' || mail_id
  );
end $$`,
  },
  {
    // What happened to somebody's ways in, as a fact about her in each practice that she belongs to by the app.
    signature: 'identity.note_of_account(uuid, text, text, timestamptz)',
    grantee: 'groundwork_auth',
    ddl: `create or replace function identity.note_of_account(for_user uuid, in_app text, what text, at timestamptz)
returns void language sql volatile ${definer} as $$
  insert into public.audit_entry (practice_id, id, actor_kind, actor_id, action, subject_kind, subject_id, at)
  select belongs.practice_id, gen_random_uuid(), belongs.kind, belongs.id, what, belongs.kind, belongs.id, note_of_account.at
  from (
    select m.practice_id, m.id, 'member' as kind from public.member m where in_app = 'coach' and m.user_id = for_user
    union all
    select c.practice_id, c.id, 'client' from public.client c where in_app = 'portal' and c.user_id = for_user
  ) belongs
$$`,
  },
];
