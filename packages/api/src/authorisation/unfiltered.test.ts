import { closePools } from '@groundwork/db/connect';
import { listTenantTables } from '@groundwork/db/security';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { PgSelectBase } from 'drizzle-orm/pg-core';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { coachRouter } from '../coach/coach-router.ts';
import { portalRouter } from '../portal-router.ts';
import { ask, reasonOf } from './ask.ts';
import { coachPolicies } from './coach-policies.ts';
import { listIdFields, replaceAt } from './id-fields.ts';
import { type Apis, type ListedProcedure, listProcedures } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import { portalPolicies } from './portal-policies.ts';
import type { Role } from './role.ts';
import { makeWorld, type World } from './world.ts';

const database = useTestDatabase({ mayLeaveItToPolicies: true });
const apis: Apis = { coach: coachRouter, portal: portalRouter };
const policies: Policies = { ...coachPolicies, ...portalPolicies };
let world: World;

// The double: every query of the application without its conditions, so that only the database's own guard is left.
type Select = { where: (condition: unknown) => unknown };
const select = PgSelectBase.prototype as unknown as Select;
const { where } = select;

beforeAll(async () => {
  world = await makeWorld(database);
});
afterEach(() => {
  select.where = where;
});

const triers: readonly Role[] = ['owner', 'coach', 'assistant', 'client', 'other_client'];

/** Every query of both apps, with a valid input, as everybody who may ask it. */
async function arrange() {
  const cells: { readonly procedure: ListedProcedure; readonly role: Role; readonly input: unknown }[] = [];
  for (const procedure of listProcedures(apis)) {
    const policy = policies[procedure.path];
    // The directory of practices is public.
    if (procedure.type !== 'query' || policy === undefined || procedure.path === 'practice.list') continue;
    for (const role of triers.filter((one) => policy.verdicts[one] === 'allowed')) {
      cells.push({ procedure, role, input: await policy.input({ world, person: world.people[role] }) });
    }
  }
  return cells;
}

/** What the queries of both apps tell of another practice when no condition of their own is left. */
async function listLeaks(appUrl: string): Promise<readonly string[]> {
  const cells = await arrange();
  expect(cells.length).toBeGreaterThan(30);
  // Connections that have prepared nothing yet: what they prepare now has no conditions.
  await closePools();
  process.env.GROUNDWORK_APP_DATABASE_URL = appUrl;
  select.where = function unfiltered(this: Select) {
    return this;
  };
  return listTold(cells);
}

/** Which answers tell of another practice. */
async function listTold(cells: Awaited<ReturnType<typeof arrange>>): Promise<readonly string[]> {
  const marks = [world.elsewhere.slug, ...world.foreignIds];
  const leaks: string[] = [];
  for (const { procedure, role, input } of cells) {
    const answer = await ask({ apis, procedure, cookie: world.people[role].cookie, input });
    const text = answer.code === 'ok' ? JSON.stringify(answer.data ?? null) : answer.body;
    if (marks.some((mark) => text.includes(mark))) leaks.push(`${procedure.path} as ${role}`);
  }
  return leaks;
}

it('without a single condition of its own the application still tells nothing of another practice', async () => {
  expect(await listLeaks(database.appUrl)).toEqual([]);
}, 120_000);

it('and with row-level security out of the way it would tell a lot', async () => {
  expect((await listLeaks(database.ownerUrl)).length).toBeGreaterThan(5);
}, 120_000);

/** Foreign rows that somebody gets at by their ids, who may call the procedure at all. */
async function listReachable(): Promise<readonly string[]> {
  const reached: string[] = [];
  for (const procedure of listProcedures(apis)) {
    const policy = policies[procedure.path];
    const role = (['anonymous', 'client', 'coach', 'owner'] as const).find(
      (one) => policy?.verdicts[one] === 'allowed',
    );
    if (!policy || !role) continue;
    const person = world.people[role];
    for (const { path, kind } of listIdFields(procedure.input)) {
      // A place in the order of ids is good whether or not a row stands there.
      if (kind === 'new' || path.at(-1) === 'before') continue;
      const input = await policy.input({ world, person });
      for (const id of kind === 'token' ? world.foreignTokens : world.foreignIds) {
        const answer = await ask({ apis, procedure, cookie: person.cookie, input: replaceAt(input, path, id) });
        if (answer.code !== 'NOT_FOUND') reached.push(`${procedure.path} ${path.join('.')}: ${reasonOf(answer)}`);
      }
    }
  }
  return reached;
}

it('the other way round: with policies that hide nothing its own conditions keep practices apart', async () => {
  const cells = await arrange();
  await closePools();
  process.env.GROUNDWORK_APP_DATABASE_URL = database.appUrl;
  for (const { name } of await listTenantTables(database.owner)) {
    await database.owner.query(`alter policy own_practice on public."${name}" using (true) with check (true)`);
  }
  expect(await listTold(cells)).toEqual([]);
  expect(await listReachable()).toEqual([]);
}, 120_000);
