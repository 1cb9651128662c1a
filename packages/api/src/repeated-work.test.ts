import { newId } from '@groundwork/db/new-id';
import { makePractice } from '@groundwork/db/testing/make-practice';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { beforeAll, expect, it } from 'vitest';
import { addOffer } from './authorisation/rows.ts';
import { callCoach, callVisitor } from './testing/call-as.ts';

const database = useTestDatabase();

/** The first two writes of a client after each start fail as a deadlock would. */
beforeAll(async () => {
  for (const statement of [
    'create sequence public.hiccup',
    'grant usage on sequence public.hiccup to groundwork_app',
    `create function public.hiccup() returns trigger language plpgsql as $$ begin
       if nextval('public.hiccup') <= 2 then raise exception 'deadlock detected' using errcode = '40P01'; end if;
       return new;
     end $$`,
    'grant execute on function public.hiccup() to groundwork_app',
    'create trigger hiccup before insert on client for each row execute function public.hiccup()',
  ]) {
    await database.owner.query(statement);
  }
});

it('a mutation that met a deadlock is done again as a whole, once', async () => {
  const practice = await makePractice(database, { clients: 0 });
  await database.owner.query('alter sequence public.hiccup restart');
  const id = newId();
  const email = `${id}@example.org`;
  await callCoach(practice).clients.invite({ id, name: 'Mei', email, timeZone: 'Europe/Berlin' });
  const { rows } = await database.owner.query(
    `select (select count(*)::int from client where email = $1) as clients,
       (select count(*)::int from mail where recipient = $1) as mails,
       (select count(*)::int from audit_entry where subject_id = $2) as entries,
       (select last_value::int from public.hiccup) as attempts`,
    [email, id],
  );
  expect(rows).toEqual([{ clients: 1, mails: 1, entries: 1, attempts: 3 }]);
});

it('a cookie is set once, when the work behind it stands', async () => {
  const practice = await makePractice(database, { clients: 0 });
  const { practiceId, slug, coach } = practice;
  const { token } = await addOffer({ database, practiceId, coachId: coach.memberId });
  await database.owner.query('alter sequence public.hiccup restart');
  const cookies: string[] = [];
  await callVisitor({ setCookie: (header) => cookies.push(header) }).offer.claim({ slug, token });
  // The session, and that this browser is known.
  expect(cookies).toHaveLength(2);
  const { rows } = await database.owner.query('select last_value::int as attempts from public.hiccup');
  expect(rows).toEqual([{ attempts: 3 }]);
});
