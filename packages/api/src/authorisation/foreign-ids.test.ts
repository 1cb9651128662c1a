import { race } from '@groundwork/db/schema/running';
import { useTestDatabase } from '@groundwork/db/testing/test-database';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listRaces } from '../client-facts.ts';
import { coachRouter } from '../coach/coach-router.ts';
import { Refusal } from '../errors.ts';
import { id, newId } from '../inputs/id.ts';
import { programKey } from '../inputs/program.ts';
import { saveRace } from '../inputs/running.ts';
import { sessionKey } from '../inputs/session.ts';
import { token, tokenKey } from '../inputs/waitlist.ts';
import { portalRouter } from '../portal-router.ts';
import { hashToken } from '../token.ts';
import { router, staff, visitor, writerOfClient } from '../trpc.ts';
import { type ServedApis, serveApis } from './ask-over-http.ts';
import { readChosenPaths } from './chosen-paths.ts';
import { coachPolicies } from './coach-policies.ts';
import { listIdFields } from './id-fields.ts';
import { listIdLeaks } from './list-id-leaks.ts';
import type { Apis } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import { portalPolicies } from './portal-policies.ts';
import { makeWorld, type World } from './world.ts';

const database = useTestDatabase();
const apis: Apis = { coach: coachRouter, portal: portalRouter };
let world: World;
let served: ServedApis;
beforeAll(async () => {
  world = await makeWorld(database);
  served = await serveApis(apis);
});
afterAll(() => served.close());

const policies: Policies = { ...coachPolicies, ...portalPolicies };

it('over HTTP, in every id of every input, a row of others is as missing as one that never was: same status, headers and body', async () => {
  expect(await listIdLeaks({ world, apis, policies, ask: served.ask, ...readChosenPaths() })).toEqual([]);
}, 300_000);

it('ids are found wherever a schema hides them', () => {
  const one = z.strictObject({ raceId: id });
  const schema = z.strictObject({
    clientId: id,
    id: newId.optional(),
    races: z.array(one).max(3).default([]),
    pair: z.tuple([z.string(), one]),
    edit: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), link: token.nullable() }),
      z.strictObject({ kind: z.literal('b'), note: z.string() }),
    ]),
    name: z.string().trim().min(1),
  });
  expect(listIdFields(schema).map(({ path, kind }) => `${path.join('.')} ${kind}`)).toEqual([
    'clientId existing',
    'id new',
    'races.*.raceId existing',
    'pair.1.raceId existing',
    'edit.link token',
  ]);
  expect(() => listIdFields(z.strictObject({ at: z.map(z.string(), id) }))).toThrow('No way known through map at at');
});

describe('the sweep has teeth', () => {
  const coach = coachRouter._def.record;
  const portal = portalRouter._def.record;
  const sweep = async (path: string, broken: Partial<Apis>) => {
    const double = { ...apis, ...broken };
    const { ask, close } = await serveApis(double);
    const leaks = await listIdLeaks({ world, apis: double, policies, paths: [path], ask });
    await close();
    return leaks.join('\n');
  };
  const exists = async (table: string, column: string, value: string) =>
    (await database.owner.query(`select 1 from ${table} where ${column} = $1`, [value])).rows.length > 0;

  it('an answer that says more of another practice’s row than of none is found', async () => {
    const get = staff(programKey).query(async ({ input }) => {
      throw new Refusal((await exists('program', 'id', input.programId)) ? 'FORBIDDEN' : 'NOT_FOUND');
    });
    const talkative = router({ ...coach, programs: router({ ...coach.programs, get }) });
    expect(await sweep('programs.get', { coach: talkative })).toMatch(/programs\.get programId: \S+ tells .*FORBIDDEN/);
  });

  it('a word more in the message is enough', async () => {
    const place = visitor(tokenKey).query(async ({ input }) => {
      const isKnown = await exists('waitlist_entry', 'token_hash', hashToken(input.token));
      throw new Refusal('NOT_FOUND', { message: isKnown ? 'That link is of another practice.' : 'No such link.' });
    });
    const chatty = router({ ...portal, waitlist: router({ ...portal.waitlist, place }) });
    expect(await sweep('waitlist.place', { portal: chatty })).toContain('That link is of another practice.');
  });

  it('a colleague’s row that is shown is found', async () => {
    const get = staff(sessionKey).query(async ({ ctx: { scope }, input }) => {
      const { practiceId } = scope;
      const row = await scope.tx.execute(
        sql`select id from session where practice_id = ${practiceId} and id = ${input.sessionId}`,
      );
      if (row.rows.length === 0) throw new Refusal('NOT_FOUND');
      return row.rows;
    });
    const blind = router({ ...coach, sessions: router({ get }) });
    expect(await sweep('sessions.get', { coach: blind })).toMatch(/sessions\.get sessionId: \S+ is ok/);
  });

  it('a new row that lands on a colleague’s is found', async () => {
    const save = writerOfClient(saveRace).mutation(async ({ ctx: { scope, client }, input }) => {
      const value = { ...input, practiceId: scope.practiceId, clientId: client.id };
      await scope.tx
        .insert(race)
        .values(value)
        .onConflictDoUpdate({ target: [race.practiceId, race.id], set: value });
      return listRaces({ scope, clientId: client.id });
    });
    const grabbing = router({ ...coach, races: router({ ...coach.races, save }) });
    expect(await sweep('races.save', { coach: grabbing })).toContain('races.save id: changed public.race ');
  });
});
