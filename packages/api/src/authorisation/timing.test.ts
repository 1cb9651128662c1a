import { newId } from '@groundwork/db/new-id';
import { howOftenLonger } from '@groundwork/db/testing/how-often-longer';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { coachRouter } from '../coach/coach-router.ts';
import { Refusal } from '../errors.ts';
import { programKey } from '../inputs/program.ts';
import { portalRouter } from '../portal-router.ts';
import { router, staff } from '../trpc.ts';
import { type ServedApis, serveApis } from './ask-over-http.ts';
import { coachPolicies } from './coach-policies.ts';
import { listIdFields, replaceAt } from './id-fields.ts';
import { type Apis, listProcedures } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import { portalPolicies } from './portal-policies.ts';
import { makeWorld, missingTwin, type World } from './world.ts';

const database = useTestDatabase();
const apis: Apis = { coach: coachRouter, portal: portalRouter };
const policies: Policies = { ...coachPolicies, ...portalPolicies };
let world: World;
let served: ServedApis | undefined;
afterEach(() => served?.close());
beforeAll(async () => {
  world = await makeWorld(database);
});

/** Enough for a first look, and to be sure of one that looked odd. */
const rounds = { first: 20, sure: 120 } as const;

/**
 * How often a foreign id takes longer than a missing one. Asked in turns, so that a busy machine slows both.
 */
async function compareTimes(path: string, times: number, broken: Partial<Apis> = {}): Promise<number> {
  const all: Apis = { ...apis, ...broken };
  const procedure = listProcedures(all).find((one) => one.path === path);
  const policy = policies[path];
  const field = procedure && listIdFields(procedure.input).find(({ kind }) => kind === 'existing');
  if (!procedure || !policy || !field) throw new Error(`${path} has no id to ask with`);
  const role = (['coach', 'owner', 'client'] as const).find((one) => policy.verdicts[one] === 'allowed');
  if (role === undefined) throw new Error(`${path} is for nobody`);
  const person = world.people[role];
  const input = await policy.input({ world, person });
  served = await serveApis(all);
  const { ask } = served;
  const time = async (id: string) => {
    const start = performance.now();
    const answer = await ask({ procedure, cookie: person.cookie, input: replaceAt(input, field.path, id) });
    if (answer.code !== 'NOT_FOUND') throw new Error(`${path}: ${answer.code}`);
    return performance.now() - start;
  };
  const [foreign, missing]: [number[], number[]] = [[], []];
  for (let round = 0; round < times; round++) {
    const id = world.foreignIds[round % world.foreignIds.length] ?? newId();
    // Who goes first changes, and whoever goes first warms nothing up for good.
    const pair = round % 2 === 0 ? [foreign, missing] : [missing, foreign];
    for (const taken of pair) taken.push(await time(taken === foreign ? id : missingTwin(id)));
  }
  return howOftenLonger(foreign, missing);
}

/** Beyond it one would learn something by asking a hundred times; chance alone stays well inside. */
const telling = 0.15;

const tells = async (path: string, times: number, broken?: Partial<Apis>) =>
  Math.abs((await compareTimes(path, times, broken)) - 0.5) >= telling;

/** Every procedure that takes the id of a row, and answers with NOT_FOUND when there is none. */
const listAsked = () =>
  listProcedures(apis)
    .filter(({ input }) =>
      listIdFields(input).some(({ kind, path }) => kind === 'existing' && path.at(-1) !== 'before'),
    )
    .map(({ path }) => path);

it('every procedure takes as long over HTTP for a row of another practice as for none', async () => {
  const paths = listAsked();
  const told: string[] = [];
  for (const path of paths) {
    if ((await tells(path, rounds.first)) && (await tells(path, rounds.sure))) told.push(path);
  }
  expect(paths.length).toBeGreaterThan(30);
  expect(told).toEqual([]);
}, 120_000);

it('a look more at rows that are there would show', async () => {
  const coach = coachRouter._def.record;
  const get = staff(programKey).query(async ({ input }) => {
    const { rows } = await database.owner.query(
      'select 1 from program where id = $1 union all select 1 from practice where id = $1 union all select 1 from mail where id = $1',
      [input.programId],
    );
    const others = world.foreignIds.includes(input.programId) || rows.length > 0;
    if (others) await database.owner.query('select count(*) from generate_series(1, 300000)');
    throw new Refusal('NOT_FOUND');
  });
  const slow = router({ ...coach, programs: router({ ...coach.programs, get }) });
  expect(await tells('programs.get', rounds.first, { coach: slow })).toBe(true);
}, 60_000);
