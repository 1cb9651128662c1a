import { newId } from '@groundwork/db/new-id';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { expect, it } from 'vitest';
import { coachRouter } from '../coach/coach-router.ts';
import { portalRouter } from '../portal-router.ts';
import { ask } from './ask.ts';
import { coachPolicies } from './coach-policies.ts';
import { listRepeatBreaches } from './list-repeat-breaches.ts';
import { portalPolicies } from './portal-policies.ts';
import { makeWorld } from './world.ts';

const database = useTestDatabase();
const policies = { ...portalPolicies, ...coachPolicies };

/** Known to do more, or to refuse, when sent twice without an id: what the suite would find if the id did nothing. */
const needTheId = [
  'clients.resendInvitation',
  'clients.setWorkingLoad',
  'programs.rebuild',
  'races.remove',
  'waitlist.skip',
];

it('every mutation sent twice leaves behind what it left once, and answers as it did', async () => {
  const world = await makeWorld(database);
  const apis = { coach: coachRouter, portal: portalRouter };
  expect(await listRepeatBreaches({ world, apis, policies })).toEqual([]);
  const unnamed = await listRepeatBreaches({ world, apis, policies, unnamed: true });
  expect(needTheId.filter((path) => !unnamed.some((breach) => breach.startsWith(`${path}:`)))).toEqual([]);
}, 120_000);

it('of five at once under one id one is made, and all five are answered alike', async () => {
  const world = await makeWorld(database);
  const apis = { coach: coachRouter, portal: portalRouter };
  const person = world.people.coach;
  const input = await coachPolicies['clients.resendInvitation'].input({ world, person });
  const procedure = { app: 'coach', path: 'clients.resendInvitation', type: 'mutation' } as const;
  const call = { apis, procedure, cookie: person.cookie, input, mutationKey: newId() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(call)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const countMade = async () => {
    const statement = 'select count(*)::int as made from invitation where client_id = $1';
    return (await database.owner.query(statement, [input.clientId])).rows[0].made;
  };
  expect(await countMade()).toBe(1);
  // Somebody else's change under the same id is another change.
  await ask({ ...call, cookie: world.people.owner.cookie });
  expect(await countMade()).toBe(2);
});
