import { randomBytes } from 'node:crypto';
import { newId } from '@groundwork/db/new-id';
import { type Answer, type Ask, reasonOf } from './ask.ts';
import { listChanges, type Watch, watchDatabase } from './fingerprint.ts';
import { type IdField, listIdFields, readAt, replaceAt } from './id-fields.ts';
import { type Apis, type ListedProcedure, listProcedures } from './list-procedures.ts';
import type { Policies, Policy } from './policy.ts';
import type { Role } from './role.ts';
import { makeForeignIds, missingTwin, type World } from './world.ts';

interface Sweep {
  readonly world: World;
  readonly apis: Apis;
  readonly policies: Policies;
  /** All of them when left out. */
  readonly paths?: readonly string[];
  readonly ask: Ask;
}

/** Who tries, if she may call the procedure at all: the one with the fewest rights of her own. */
const triers: readonly Role[] = ['anonymous', 'client', 'coach', 'owner'];

/**
 * In every id of every input, names rows of another practice and of a colleague's client. Tells of each answer from which somebody could
 * read that the row is there, and of each row that was touched.
 */
export async function listIdLeaks(sweep: Sweep): Promise<readonly string[]> {
  const watch = await watchDatabase(sweep.world.database);
  const trials = listProcedures(sweep.apis).flatMap((procedure): readonly Trial[] => {
    const policy = sweep.policies[procedure.path];
    if (!policy || (sweep.paths && !sweep.paths.includes(procedure.path))) return [];
    const role = triers.find((one) => policy.verdicts[one] === 'allowed');
    if (!role) throw new Error(`${procedure.path}: nobody to try it`);
    return listIdFields(procedure.input).map((field) => ({ ...sweep, watch, procedure, policy, role, field }));
  });
  const leaks: string[] = [];
  // What is made under a foreign id is there afterwards, in the trier's own practice: the ids that must be missing come first.
  for (const trial of trials) if (trial.field.kind !== 'new') leaks.push(...(await listReferenceLeaks(trial)));
  for (const trial of trials) if (trial.field.kind === 'new') leaks.push(...(await listCollisions(trial)));
  return leaks;
}

interface Trial extends Sweep {
  readonly watch: Watch;
  readonly procedure: ListedProcedure;
  readonly policy: Policy;
  readonly role: Role;
  readonly field: IdField;
}

const nameOf = ({ procedure, field }: Trial): string => `${procedure.path} ${field.path.join('.')}`;

/** A valid input with something in the field. */
async function arrange({ world, policy, role, field }: Trial): Promise<unknown> {
  const input = await policy.input({ world, person: world.people[role] });
  if (typeof readAt(input, field.path) !== 'string')
    throw new Error(`The policy's input has no ${field.path.join('.')}`);
  return input;
}

const missingToken = () => randomBytes(32).toString('base64url');

/** A row that is not hers and a row that never was: the same answer, to the letter, and nothing changed. */
async function listReferenceLeaks(trial: Trial): Promise<readonly string[]> {
  const { watch, world, field } = trial;
  const name = nameOf(trial);
  const isToken = field.kind === 'token';
  const input = await arrange(trial);
  const leaks: string[] = [];
  const before = await watch.take();
  for (const id of isToken ? world.foreignTokens : [...world.foreignIds, ...world.strangersIds]) {
    const real = await tell(trial, input, id);
    const missing = await tell(trial, input, isToken ? missingToken() : missingTwin(id));
    if (real.text !== missing.text) leaks.push(`${name}: ${id} tells ${real.text}, a missing one ${missing.text}`);
    if (real.answer.code !== 'NOT_FOUND' && !isPlace(field)) leaks.push(`${name}: ${id} is ${reasonOf(real.answer)}`);
  }
  const changed = listChanges(before, await watch.take(before));
  if (changed.length > 0) leaks.push(`${name}: ids of others changed ${changed.join(', ')}`);
  return leaks;
}

/** `before` is a place in the order of ids, good whether or not a row stands there. */
const isPlace = ({ path }: IdField): boolean => path.at(-1) === 'before';

/** A new row under an id that another practice has is a row like any other; under a colleague's it is refused or goes its own way. */
async function listCollisions(trial: Trial): Promise<readonly string[]> {
  const { world, watch, role } = trial;
  const name = nameOf(trial);
  const leaks: string[] = [];
  const foreignIds = await makeForeignIds(world.database);
  const taken = [...foreignIds, ...world.strangersIds];
  const before = await watch.takeRows(taken);
  const missing = await tell(trial, await arrange(trial), newId());
  for (const id of foreignIds) {
    const real = await tell(trial, await arrange(trial), id);
    if (real.answer.code !== missing.answer.code) {
      leaks.push(`${name}: ${id} is ${reasonOf(real.answer)}, a missing one ${reasonOf(missing.answer)}`);
    }
  }
  for (const id of world.strangersIds) {
    const { answer, text } = await tell(trial, await arrange(trial), id);
    if (answer.code === 'INTERNAL') leaks.push(`${name}: ${id} is ${reasonOf(answer)}`);
    const told = world.secrets.filter((secret) => !secret.insiders.includes(role) && text.includes(secret.text));
    if (told.length > 0) leaks.push(`${name}: ${id} tells ${told.map((secret) => secret.text).join(', ')}`);
  }
  const changed = listChanges(before, await watch.takeRows(taken));
  if (changed.length > 0) leaks.push(`${name}: changed ${changed.join(', ')}`);
  return leaks;
}

async function tell(
  { world, ask, procedure, role, field }: Trial,
  input: unknown,
  id: string,
): Promise<{ readonly answer: Answer; readonly text: string }> {
  const { cookie } = world.people[role];
  const answer = await ask({ procedure, cookie, input: replaceAt(input, field.path, id) });
  // An answer may say the id back.
  return { answer, text: (answer.code === 'ok' ? JSON.stringify(answer.data) : answer.body).replaceAll(id, '<id>') };
}
