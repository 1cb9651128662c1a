import { expect, it } from 'vitest';
import { listUnscoped } from './list-unscoped.ts';

const tables = new Map([
  ['client', 'practice_id'],
  ['session', 'practice_id'],
  ['set_log', 'practice_id'],
  ['practice', 'id'],
]);
const unscoped = (text: string) => listUnscoped(text, tables);

it.each([
  'select * from "client" where ("client"."practice_id" = $1 and "client"."id" = $2)',
  'update session set status = $1 where practice_id = $2 and id = $3',
  'delete from "session" where "session"."practice_id" = $1',
  'select 1 from session s join client c on c.practice_id = s.practice_id and c.id = s.client_id where s.practice_id = $1',
  'select 1 from session s, lateral (select 1 from set_log l where l.practice_id = s.practice_id) x where s.practice_id = $1',
  'select name from practice where id = $1',
  'select 1 from (select * from set_log where practice_id = $1) l join session s on s.practice_id = l.practice_id',
  'insert into client (practice_id, id) values ($1, $2)',
  'select 1 from naming where id = $1',
])('every table is tied to a practice: %s', (text) => {
  expect(unscoped(text)).toEqual([]);
});

it.each([
  ['select * from "client" where "client"."id" = $1', ['client']],
  ['select * from "client" where "client"."name" = \'practice_id = $1\'', ['client']],
  ['update session set status = $1 where id = $2', ['session']],
  ['select 1 from session s join client c on c.id = s.client_id where s.practice_id = $1', ['client c']],
  ['select 1 from session s join client c on c.practice_id = s.practice_id', ['session s', 'client c']],
  [
    'select 1 from client where client.practice_id = $1 and exists (select 1 from client where client.id = $2)',
    ['client'],
  ],
  [
    'with found as (select 1 from session s where s.id = $1) update session s set status = $2 where s.practice_id = $3',
    ['session s'],
  ],
  [
    'select 1 from client c where c.practice_id = $1 and exists (select 1 from set_log l where l.client_id = c.id)',
    ['set_log l'],
  ],
])('a table that is left to the policies is found: %s', (text, found) => {
  expect(unscoped(text)).toEqual(found);
});
