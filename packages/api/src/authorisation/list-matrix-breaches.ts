import { type Ask, reasonOf } from './ask.ts';
import { listChanges, watchDatabase } from './fingerprint.ts';
import { type Apis, type ListedProcedure, listProcedures } from './list-procedures.ts';
import type { Policies, Policy } from './policy.ts';
import { type Role, roles } from './role.ts';
import type { Secret, World } from './world.ts';

/** Procedures without a policy and policies without a procedure. */
export function listUncovered(apis: Apis, policies: Policies): readonly string[] {
  const paths = listProcedures(apis).map(({ path }) => path);
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
  return [
    ...twice.map((path) => `${path}: in both apps, so that its policy would speak for two`),
    ...paths.filter((path) => !Object.hasOwn(policies, path)).map((path) => `${path}: no policy`),
    ...Object.keys(policies)
      .filter((path) => !paths.includes(path))
      .map((path) => `${path}: no procedure`),
  ];
}

interface Matrix {
  readonly world: World;
  readonly apis: Apis;
  readonly policies: Policies;
  /** All of them when left out. */
  readonly paths?: readonly string[];
  readonly ask: Ask;
}

/**
 * Calls every procedure as everybody, with an input that is valid for rows that exist. Tells of each cell that came out otherwise than its
 * policy says, of tables that a refused call or a query changed, and of answers that tell somebody of a client she has no business with.
 */
export async function listMatrixBreaches(matrix: Matrix): Promise<readonly string[]> {
  const { apis, policies, paths } = matrix;
  const breaches: string[] = [];
  const untold = new Set(matrix.world.secrets);
  for (const procedure of listProcedures(apis)) {
    const policy = policies[procedure.path];
    if (!policy || (paths && !paths.includes(procedure.path))) continue;
    breaches.push(...(await listDeniedBreaches(matrix, procedure, policy)));
    breaches.push(...(await listAllowedBreaches(matrix, procedure, policy, untold)));
  }
  // That an outsider is not told something means little if nobody ever is.
  return paths ? breaches : [...breaches, ...[...untold].map((secret) => `${secret.text}: told to nobody`)];
}

/** All inputs are arranged before the first call, so that what changed between the two looks was changed by a refused call. */
async function listDeniedBreaches({ world, ask }: Matrix, procedure: ListedProcedure, policy: Policy) {
  const denied = roles.filter((role) => policy.verdicts[role] !== 'allowed');
  if (denied.length === 0) return [];
  const breaches: string[] = [];
  // A refused call uses nothing up: those that name the same rows share one input.
  const inputs = new Map<string, unknown>();
  for (const role of denied) {
    const person = world.people[role];
    const rows = `${person.asksFor} ${person.self}`;
    if (!inputs.has(rows)) inputs.set(rows, await policy.input({ world, person }));
  }
  const watch = await watchDatabase(world.database);
  const before = await watch.take();
  for (const role of denied) {
    const { cookie, asksFor, self } = world.people[role];
    const answer = await ask({ procedure, cookie, input: inputs.get(`${asksFor} ${self}`) });
    const verdict = policy.verdicts[role];
    if (answer.code !== verdict) breaches.push(`${procedure.path} as ${role}: ${reasonOf(answer)}, not ${verdict}`);
  }
  const changed = listChanges(before, await watch.take(before));
  if (changed.length === 0) return breaches;
  // Refused calls use nothing up, so that whose it was shows when each is made once more.
  const culprits: string[] = [];
  for (const role of denied) {
    const { cookie, asksFor, self } = world.people[role];
    const earlier = await watch.take();
    const answer = await ask({ procedure, cookie, input: inputs.get(`${asksFor} ${self}`) });
    if (listChanges(earlier, await watch.take(earlier)).length > 0) culprits.push(role);
    else if (answer.code === 'UNAVAILABLE' || answer.code === 'INTERNAL')
      culprits.push(`perhaps ${role}: ${reasonOf(answer)}`);
  }
  const whose = culprits.length > 0 ? culprits.join(', ') : 'nobody again';
  return [...breaches, `${procedure.path}: refused calls changed ${changed.join(', ')} (by ${whose})`];
}

async function listAllowedBreaches(
  { world, ask }: Matrix,
  procedure: ListedProcedure,
  policy: Policy,
  untold: Set<Secret>,
) {
  const breaches: string[] = [];
  const cells: { readonly role: Role; readonly input: unknown }[] = [];
  for (const role of roles) {
    if (policy.verdicts[role] === 'allowed') {
      cells.push({ role, input: await policy.input({ world, person: world.people[role] }) });
    }
  }
  const watch = await watchDatabase(world.database);
  const before = await watch.take();
  for (const { role, input } of cells) {
    const answer = await ask({ procedure, cookie: world.people[role].cookie, input });
    if (answer.code !== 'ok') {
      breaches.push(`${procedure.path} as ${role}: ${reasonOf(answer)}, not allowed`);
      continue;
    }
    const text = JSON.stringify(answer.data ?? null);
    const told = world.secrets.filter((secret) => text.includes(secret.text));
    for (const secret of told) untold.delete(secret);
    const leaked = told.filter(({ insiders }) => !insiders.includes(role)).map((secret) => secret.text);
    if (leaked.length > 0) breaches.push(`${procedure.path} as ${role}: tells ${leaked.join(', ')}`);
  }
  const traces = policy.traces ?? [];
  const changed = listChanges(before, await watch.take(before)).filter((table) => !traces.includes(table));
  if (procedure.type === 'query' && changed.length > 0)
    breaches.push(`${procedure.path}: a query changed ${changed.join(', ')}`);
  return breaches;
}
