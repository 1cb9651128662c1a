import { inspect } from 'node:util';
import { newId } from '@groundwork/db/new-id';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import fc from 'fast-check';
import { isDeeperThan, maxInputDepth } from '../input-depth.ts';
import { type Ask, ask as askRouters, reasonOf } from './ask.ts';
import { extremeInput, rebase } from './extreme-input.ts';
import { listChanges, type Watch, watchDatabase } from './fingerprint.ts';
import { applyEdit, type HostileEdit, hostileEdit, listWorstEdits } from './hostile-edit.ts';
import { type Apis, type ListedProcedure, listProcedures } from './list-procedures.ts';
import type { Policies, Policy } from './policy.ts';
import type { Role } from './role.ts';
import { nextMonday } from './rows.ts';
import type { World } from './world.ts';

interface Siege {
  readonly world: World;
  readonly apis: Apis;
  readonly policies: Policies;
  /** Inputs tried on each procedure by chance, beside the worst in every place. */
  readonly runs: number;
  /** Another one each time when left out. */
  readonly seed?: number;
  /** All of them when left out. */
  readonly paths?: readonly string[];
  /** Where the calls go, and what arrives there of an input: the routers themselves, and all of it, when left out. */
  readonly served?: { readonly ask: Ask; readonly asReceived: (input: unknown) => unknown };
  /** What was saved is read again, and what changed looked for, after every so many calls that succeed; after each when left out. */
  readonly lookEvery?: number;
  /** Told of each hostile call. */
  readonly onCall?: (path: string, ms: number) => void;
}

/** Somebody who may call the procedure: what refuses her is the input alone. */
const callers: readonly Role[] = ['coach', 'client', 'owner', 'anonymous'];

/** Sends each procedure inputs that nobody means. Tells of each that broke it, changed something though refused, or got past the schema. */
export async function listHostileBreaches(siege: Siege): Promise<readonly string[]> {
  const watch = await watchDatabase(siege.world.database);
  const breaches: string[] = [];
  for (const procedure of listProcedures(siege.apis)) {
    const policy = siege.policies[procedure.path];
    if (!policy || (siege.paths && !siege.paths.includes(procedure.path))) continue;
    await makeRoom(siege.world);
    const ask = siege.served?.ask ?? ((call) => askRouters({ apis: siege.apis, ...call }));
    const target = { ...siege, ask, watch, procedure, policy };
    const breach = (await storm(target)) ?? (await findAftermath(target, listReaders, undefined));
    if (breach !== undefined) breaches.push(`${procedure.path}: ${breach}`);
  }
  return breaches;
}

/** A hostile number of spots may be a good one: the next procedure finds room again. */
async function makeRoom({ database, practice }: World): Promise<void> {
  await database.owner.query('update capacity set spots = 50000 where practice_id = $1', [practice.practiceId]);
}

interface Target extends Siege {
  readonly ask: Ask;
  readonly watch: Watch;
  readonly procedure: ListedProcedure;
  readonly policy: Policy;
}

/** An edit of a valid input, or an input of its own about the same rows. */
type Attempt = { readonly edit: HostileEdit } | { readonly input: unknown };

/** The worst in every place, then attempts by chance. What broke; undefined when nothing did. */
async function storm(target: Target): Promise<string | undefined> {
  const { world, ask, watch, procedure, policy, runs, seed, lookEvery = 1, onCall = () => {} } = target;
  const { asReceived = (input: unknown) => input } = target.served ?? {};
  const role = callers.find((one) => policy.verdicts[one] === 'allowed');
  if (!role) throw new Error(`${procedure.path}: nobody to try it`);
  const person = world.people[role];
  const first = await policy.input({ world, person });
  let valid = first;
  let before = await watch.take();
  let isUnseen = false;
  let accepted = 0;
  const findChange = async () => {
    isUnseen = false;
    const changed = listChanges(before, await watch.take(before));
    return changed.length > 0 ? `refused calls changed ${changed.join(', ')}` : undefined;
  };
  /** What an input broke. */
  const run = async (attempt: Attempt): Promise<string | undefined> => {
    const input = asReceived('edit' in attempt ? applyEdit(valid, attempt.edit) : rebase(attempt.input, first, valid));
    const parsed = procedure.input.safeParse(input);
    // What the schema refuses is looked after together; what it lets through is looked after at once.
    const earlier = parsed.success && isUnseen ? await findChange() : undefined;
    if (earlier !== undefined) return earlier;
    const start = performance.now();
    const answer = await ask({ procedure, cookie: person.cookie, input });
    onCall(procedure.path, performance.now() - start);
    if (answer.code === 'INTERNAL') return `${show(input)} is ${reasonOf(answer)}`;
    if (Object.hasOwn(Object.prototype, 'polluted')) return `${show(input)} changed every object`;
    if (!parsed.success) {
      isUnseen = true;
      if (answer.code === 'TOO_LARGE' || (target.served && isDeeperThan(maxInputDepth - 1, input))) return undefined;
      if (answer.code !== 'INVALID_INPUT') return `${show(input)} is ${reasonOf(answer)}, though the schema refuses it`;
      return answer.body.includes('"field"') ? undefined : `${show(input)} is refused without saying where`;
    }
    const poison = findPoison(parsed.data);
    if (poison !== undefined) return `${show(input)} brought ${poison} past the schema`;
    if (answer.code === 'ok' && namesUnknownExercise(parsed.data)) return `${show(input)} is taken for an exercise`;
    if (answer.code !== 'ok' || (procedure.type === 'query' && !policy.traces)) {
      isUnseen = true;
      return lookEvery === 1 ? findChange() : undefined;
    }
    accepted += 1;
    if (accepted % lookEvery !== 0) {
      valid = await policy.input({ world, person });
      before = await watch.take();
      return undefined;
    }
    const readers = buildingOn.includes(procedure.path) ? [...rowReaders, builder] : rowReaders;
    const after = await findAftermath(target, readers, parsed.data);
    if (after !== undefined) return `${show(input)} is saved, and then ${after}`;
    valid = await policy.input({ world, person });
    before = await watch.take();
    return undefined;
  };
  for (const edit of listWorstEdits(first)) {
    const breach = await run({ edit });
    if (breach !== undefined) return breach;
  }
  let breach: string | undefined;
  const attempts = fc.oneof(
    fc.record({ edit: hostileEdit }),
    fc.record({ input: extremeInput(procedure.input, first) }),
  );
  const property = fc.asyncProperty(attempts, async (attempt) => {
    breach = await run(attempt);
    return breach === undefined;
  });
  const outcome = await fc.check(property, { numRuns: runs, seed, endOnFailure: true });
  if (outcome.failed) return `${breach ?? String(outcome.errorInstance)} (seed ${outcome.seed})`;
  return findChange();
}

const show = (input: unknown): string =>
  inspect(input, { depth: 6, maxStringLength: 80, maxArrayLength: 8, breakLength: 1_000 });

type Reader = readonly [path: string, role: Role, input: (saved: ReadonlyMap<string, unknown>) => unknown];

const same = (key: string) => (saved: ReadonlyMap<string, unknown>) => saved.has(key) && { [key]: saved.get(key) };

/** What reads the rows that an input names. */
const rowReaders: readonly Reader[] = [
  ['clients.get', 'coach', same('clientId')],
  ['programs.get', 'coach', same('programId')],
  ['sessions.get', 'coach', same('sessionId')],
  ['session.get', 'client', same('sessionId')],
];

/** What reads everybody's rows. */
const listReaders: readonly Reader[] = [
  ['practice.today', 'owner', () => undefined],
  ['practice.everybody', 'owner', () => undefined],
  ['practice.frame', 'coach', () => undefined],
  ['clients.list', 'coach', () => undefined],
  ['waitlist.overview', 'coach', () => undefined],
  ['today', 'client', () => undefined],
  ['ladders', 'client', () => undefined],
  ['profile.get', 'client', () => undefined],
];

/** What a program is built from has to bear one. */
const buildingOn: readonly string[] = ['clients.saveProfile', 'clients.setWorkingLoad', 'running.save', 'races.save'];
const builder: Reader = [
  'programs.build',
  'coach',
  (saved) => ({ id: newId(), clientId: saved.get('clientId'), startsOn: nextMonday, weeks: 4, sessionsPerWeek: 2 }),
];

/** A saved value that breaks whoever reads it next: undefined when none does. */
async function findAftermath(
  { world, apis, ask }: Target,
  readers: readonly Reader[],
  saved: unknown,
): Promise<string | undefined> {
  const fields = new Map(Object.entries(typeof saved === 'object' && saved !== null ? saved : {}));
  for (const [path, role, inputOf] of readers) {
    const input = inputOf(fields);
    const procedure = listProcedures(apis).find((one) => one.path === path);
    if (input === false || !procedure) continue;
    const answer = await ask({ procedure, cookie: world.people[role].cookie, input });
    if (answer.code === 'INTERNAL') return `${path} is ${reasonOf(answer)}`;
  }
  return undefined;
}

const namesUnknownExercise = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(
    ([key, inner]) =>
      (key === 'exerciseId' && typeof inner === 'string' && !findExercise(inner)) || namesUnknownExercise(inner),
  );

/** What no use case should have to expect in a value that was parsed. */
function findPoison(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) return 'a NUL';
    if (/\p{Cs}/u.test(value)) return 'half a character';
    // As the schema counts: an emoji is one character of two units.
    return [...value].length > 2_500 ? 'a huge string' : undefined;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${value}`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'no date' : undefined;
  if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > 6) return 'depth';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return 'an object of its own kind';
  if (Object.hasOwn(value, '__proto__')) return 'a prototype';
  for (const inner of Object.values(value)) {
    const poison = findPoison(inner, depth + 1);
    if (poison !== undefined) return poison;
  }
  return undefined;
}
