import pg from 'pg';
import type { Guard } from './find-guards.ts';

/** A guard that the database keeps: statements that take it away and put it back. */
export interface DatabaseGuard extends Guard {
  readonly remove: readonly string[];
  readonly restore: readonly string[];
}

/** One round of statements on a database that nobody else is connected to. */
export async function runOn(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Every guard that the catalogue of a migrated database names. @param url a superuser's. */
export async function listDatabaseGuards(url: string): Promise<readonly DatabaseGuard[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ask = async (statement: string) => (await client.query<Record<string, string>>(statement)).rows;
  try {
    return [
      ...(await ask(policies)).map(({ name = '', policy = '', using = '', check = '' }): DatabaseGuard => {
        const alter = (one: string, other: string) =>
          `alter policy ${policy} on ${name} using (${one}) with check (${other})`;
        return {
          id: `${name} ${policy}`,
          kind: 'policy',
          says: using,
          remove: [alter('true', 'true')],
          restore: [alter(using, check)],
        };
      }),
      ...(await ask(triggers)).map(
        ({ name = '', trigger = '' }): DatabaseGuard => ({
          id: `${name} ${trigger}`,
          kind: 'trigger',
          says: `runs ${trigger}`,
          remove: [`alter table ${name} disable trigger ${trigger}`],
          restore: [`alter table ${name} enable trigger ${trigger}`],
        }),
      ),
      ...(await ask(privileges)).map(
        ({ name = '', role = '', deed = '', schema = '', columns }): DatabaseGuard => ({
          id: `${role}: ${deed} on ${name}`,
          kind: 'privilege',
          says: `${role} may not`,
          remove: [`grant usage on schema ${schema} to ${role}`, `grant ${deed} on ${name} to ${role}`],
          restore: [
            `revoke ${deed} on ${name} from ${role}`,
            // Taken from the table, a right is taken from its columns too.
            ...(columns ? [`grant ${deed} (${columns}) on ${name} to ${role}`] : []),
            ...(schema === 'public' && role === 'groundwork_app'
              ? []
              : [`revoke usage on schema ${schema} from ${role}`]),
          ],
        }),
      ),
      ...(await ask(functions)).flatMap(({ name = '', ddl = '' }) => [
        {
          id: `${name}: everybody may call it`,
          kind: 'privilege' as const,
          says: 'granted by name',
          remove: [`grant execute on function ${name} to public`],
          restore: [`revoke execute on function ${name} from public`],
        },
        ...listConditions(ddl).map(
          ({ text, without }, index): DatabaseGuard => ({
            id: `${name}: ${text}${index === 0 ? '' : ` (${index + 1})`}`,
            kind: 'function',
            says: text,
            remove: [without],
            restore: [ddl],
          }),
        ),
      ]),
    ];
  } finally {
    await client.end();
  }
}

/** Every comparison of a function's text with "true" in its place, and every condition of a refusal with "false" in its place. */
function listConditions(ddl: string): readonly { readonly text: string; readonly without: string }[] {
  const body = ddl.indexOf('$function$');
  return [...ddl.slice(body).matchAll(condition)].map((found) => {
    const [text] = found;
    const at = body + found.index;
    const without = found.groups?.refusal === undefined ? 'true' : 'false';
    return { text, without: `${ddl.slice(0, at)}${without}${ddl.slice(at + text.length)}` };
  });
}

/** To the end of the line or of what it is part of, over calls in it. */
const operand = String.raw`(?:[^\n()]|\((?:[^()]|\([^()]*\))*\))*?`;
const condition = new RegExp(
  String.raw`(?<=\bif\s+)(?<refusal>[^\n;]+?)(?=\s+then\s+(?:raise|return)\b)|` +
    String.raw`(?<=\b(?:where|and|if)\s+)(?!not\b)[\w."]+(?:\(\w+\))? (?:between ${operand} and ${operand}|(?:=|<>|>|<|is (?:not )?null\b)${operand})` +
    String.raw`(?=\s+(?:and|then|for update)\b|\s*[;\n)])`,
  'g',
);

const policies = `
  select c.oid::regclass::text as name, quote_ident(polname) as policy, pg_get_expr(polqual, polrelid) as using,
    pg_get_expr(polwithcheck, polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where c.relnamespace = 'public'::regnamespace and pg_get_expr(polqual, polrelid) <> 'true' order by 1`;

const triggers = `
  select c.oid::regclass::text as name, quote_ident(tgname) as trigger
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not tgisinternal and c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace) order by 1, 2`;

/** What a role may not do with a table that it may do something with, and, taken together, the tables that it may do nothing with. */
const privileges = `
  with one as (
    select c.oid::regclass::text as name, r.rolname as role, n.nspname as schema, deed,
      (select string_agg(quote_ident(attname), ', ') from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and deed <> 'delete'
          and has_column_privilege(r.oid, c.oid, attnum, case deed when 'delete' then 'update' else deed end)) as columns,
      has_table_privilege(r.oid, c.oid, 'select, insert, update, delete') as has_some
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_roles r on r.rolname in ('groundwork_app', 'groundwork_auth', 'groundwork_worker')
    cross join unnest(array['select', 'insert', 'update', 'delete']) deed
    where n.nspname in ('public', 'identity') and c.relkind in ('r', 'p') and not has_table_privilege(r.oid, c.oid, deed))
  select name, role, schema, deed, columns from one where has_some
  union all
  select string_agg(distinct name, ', ' order by name), role, schema, 'select, insert, update, delete', null from one
  where not has_some group by role, schema
  order by 2, 1, 4`;

const functions = `
  select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as ddl from pg_proc p
  where p.pronamespace in ('public'::regnamespace, 'identity'::regnamespace) and p.prosecdef order by 1`;
