import { newId } from '@groundwork/db/new-id';
import type { OwnerConnection } from '@groundwork/db/open-owner';
import superjson from 'superjson';
import { ask, reasonOf } from './ask.ts';
import { type Fingerprint, listChanges } from './fingerprint.ts';
import { type Apis, listProcedures } from './list-procedures.ts';
import type { Policies } from './policy.ts';
import { roles } from './role.ts';
import type { World } from './world.ts';

interface Walk {
  readonly world: World;
  readonly apis: Apis;
  readonly policies: Policies;
  /** Without an id, to see which ones need it. */
  readonly unnamed?: boolean;
}

/**
 * Sends every mutation of the routers twice under one id, as a browser does that never got the first answer. Tells of each whose second call leaves the
 * database otherwise than the first did, or is answered otherwise.
 */
export async function listRepeatBreaches({ world, apis, policies, unnamed }: Walk): Promise<readonly string[]> {
  const breaches: string[] = [];
  for (const procedure of listProcedures(apis)) {
    const policy = policies[procedure.path];
    if (procedure.type !== 'mutation' || !policy) continue;
    const role = roles.find((one) => policy.verdicts[one] === 'allowed' && one !== 'anonymous') ?? 'anonymous';
    const person = world.people[role];
    const input = await policy.input({ world, person });
    const call = { apis, procedure, cookie: person.cookie, input, ...(unnamed ? {} : { mutationKey: newId() }) };
    const first = await ask(call);
    if (first.code !== 'ok') {
      breaches.push(`${procedure.path}: ${reasonOf(first)}`);
      continue;
    }
    const once = await readContents(world.database);
    const second = await ask(call);
    const changed = listChanges(once, await readContents(world.database));
    if (changed.length > 0) breaches.push(`${procedure.path}: the second call changed ${changed.join(', ')}`);
    if (second.code !== 'ok') breaches.push(`${procedure.path}: the second call was answered ${reasonOf(second)}`);
    else if (superjson.stringify(first.data) !== superjson.stringify(second.data)) {
      breaches.push(`${procedure.path}: ${superjson.stringify(first.data)} became ${superjson.stringify(second.data)}`);
    }
  }
  return breaches;
}

/** Hashes of what every table says, whoever wrote it when. How often somebody asked is counted each time, as it should be. */
async function readContents({ owner }: OwnerConnection): Promise<Fingerprint> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and (n.nspname in ('public', 'identity') or c.relname = '_private_jobs')
       and c.relname <> 'rate_count' order by 1`,
  );
  const { rows } = await owner.query<{ name: string; hash: string | null }>(
    tables
      .map(
        // In any order, so that the server neither sorts nor starts workers for a handful of rows.
        ({ name }) => `select '${name}' as name, sum(hashtextextended(t::text, 0))::text as hash from ${name} t`,
      )
      .join(' union all '),
  );
  return new Map(rows.map(({ name, hash }) => [name, hash ?? '']));
}
