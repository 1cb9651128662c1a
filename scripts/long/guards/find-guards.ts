import { parseAst } from 'vitest/node';

/** One thing that stands in somebody's way, and can be taken out of it. */
export interface Guard {
  /** "packages/api/src/trpc.ts:122", with a letter behind it where a line has several. */
  readonly id: string;
  readonly kind: GuardKind;
  /** What it says, in one line. */
  readonly says: string;
  /** Of the procedure that it stands before, where it stands before one alone. */
  readonly procedure?: string;
}

export const guardKinds = {
  refusal: 'a check that refuses',
  condition: 'a condition of a query about whose row it is, or until when',
  practice: "a query's condition that names the practice, said again by row-level security",
  rung: 'the rung that a procedure stands on',
  header: 'a header of every answer, or a part of the page policy',
  cookie: "a cookie's flag",
  policy: 'the row-level security of a table',
  trigger: 'a trigger',
  privilege: 'a right that a role does not have',
  function: 'a condition in a function with rights of its own',
} as const;
export type GuardKind = keyof typeof guardKinds;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Text put around a place of a file. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

export interface Instrumented {
  readonly code: string;
  readonly guards: readonly Guard[];
}

/** Where guards are looked for, from the project's root. */
export const guardSources = 'packages/{api,auth,db}/src/**/*.ts';

export const isGuarded = (file: string): boolean =>
  /^packages\/(api|auth|db)\/src\/.*\.ts$/.test(file) &&
  !/\.test\.ts$|\/testing\/|\/authorisation\/|\/schema\//.test(file);

/** Files in which whatever returns or throws under a condition stands in somebody's way. */
const gates =
  /\/(api\/src\/(request-gate|client-address|app-listener|http|production-secrets|input-depth)|auth\/src\/(route|principal|sign-in|session)|db\/src\/(scope|seal))\.ts$/;

const routers = /\/api\/src\/(coach\/coach-router|client\/client-router|public\/public-router)\.ts$/;

/** What each rung is weakened to: the same with one check less. "low" stands for one that only this run has. */
const weaker: Readonly<Record<string, readonly string[]>> = {
  owner: ['staff'],
  ownerWrites: ['writer'],
  writer: ['low.writer'],
  writerOfClient: ['staffOfClient', 'low.writerOfClient'],
  staffOfClient: ['low.staffOfClient'],
  runner: ['low.runner'],
  runnerWrites: ['low.runnerWrites'],
};

/** Behind the ladder, where its parts are in reach. */
const lowRungs = `
const anyClientOf = async (scope, clientId) => {
  const { rows } = await scope.tx.execute(__sql\`select 1 from client where id = \${clientId}\`);
  if (rows.length === 0) throw new Refusal('NOT_FOUND');
  return findClientOfStaff({ scope: { ...scope, me: { ...scope.me, role: 'owner' } }, clientId });
};
const anyPlace = signedIn.use(async ({ ctx, next }) => {
  const place = ctx.app === 'portal' ? ctx.principal.clients[0] : undefined;
  if (!place) throw new Refusal('FORBIDDEN');
  return next({ ctx: { practiceId: place.practiceId, me: { clientId: place.clientId } } });
});
export const low = {
  writer: (input) => memberOnly.input(input).use(({ ctx, next }) =>
    writingIn(ctx.practiceId, undefined, (scope) => next({ ctx: { scope: { ...scope, me: ctx.me } } }))),
  writerOfClient: (input) => writerOnly.input(input).use(({ ctx, input, next }) =>
    writingIn(ctx.practiceId, undefined, async (opened) => {
      const scope = { ...opened, me: ctx.me };
      return next({ ctx: { scope, client: await anyClientOf(scope, input.clientId) } });
    })),
  staffOfClient: (input) => memberOnly.input(input).use(({ ctx, input, next }) =>
    writingIn(ctx.practiceId, undefined, async (opened) => {
      const scope = { ...opened, me: ctx.me };
      return next({ ctx: { scope, client: await anyClientOf(scope, input.clientId) } });
    })),
  runner: (input) => anyPlace.input(input).use(({ ctx, next }) =>
    readingIn(ctx.practiceId, (scope) => next({ ctx: { scope: { ...scope, me: ctx.me } } }))),
  runnerWrites: (input) => anyPlace.input(input).use(({ ctx, next }) =>
    writingIn(ctx.practiceId, undefined, (scope) => next({ ctx: { scope: { ...scope, me: ctx.me } } }))),
};
import { sql as __sql } from 'drizzle-orm';
`;

/** What stands where a condition stood. Each is asked for when its query is made into text, however early it was written down. */
const nothingAsked = `
import { sql as __anySql } from 'drizzle-orm';
function __unless(isOn, condition) {
  return { getSQL: () => (isOn() ? condition() : undefined) ?? __anySql.raw('true') };
}`;

/** A procedure that is one or the other at each call. */
const switched = `
function __switched(isOn, build, rung, lower) {
  const [whole, weak] = [build(rung), build(lower)];
  return Object.assign((call) => (isOn() ? whole : weak)(call), whole);
}`;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

function* walk(node: Node, above: readonly Node[] = []): Generator<{ node: Node; above: readonly Node[] }> {
  yield { node, above };
  for (const inner of Object.values(node)) {
    for (const child of Array.isArray(inner) ? inner : [inner]) if (isNode(child)) yield* walk(child, [...above, node]);
  }
}

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '');

/** Whose row, and until when: what a query must not forget. */
const ownership =
  /\b(practiceId|clientId|coachId|memberId|userId|expires|usedAt|lastSeenAt|tokenHash|linkHash|browserHash|codeTries|app)\b/;

/** `and(…)`, or the only condition of a query. */
const isCondition = ({ callee }: Node): boolean =>
  nameOf(callee) === 'and' ||
  (isNode(callee) && callee.type === 'MemberExpression' && nameOf(callee.property) === 'where');

const calleeOfTag = ({ tag }: Node): string =>
  isNode(tag) && tag.type === 'TSInstantiationExpression' ? nameOf(tag.expression) : nameOf(tag);

/** Before a value in a statement's text: a column that says whose the row is, compared. */
const sqlCondition =
  /(?:\b(?:where|and|on)\s+|\(|^`)((?:"?\w+"?\.)?"?(?:practice_id|client_id|coach_id|member_id|user_id)"?\s*=\s*)$/i;

/** The conditions of a statement's text that end in a value put in, as places in the source. */
function listSqlConditions(source: string, { quasis, expressions }: Node): readonly { start: number; end: number }[] {
  if (!Array.isArray(quasis) || !Array.isArray(expressions)) return [];
  return expressions.filter(isNode).flatMap((expression, index) => {
    const quasi = quasis[index];
    const close = source.indexOf('}', expression.end) + 1;
    const open = source.lastIndexOf('${', expression.start);
    if (!isNode(quasi)) return [];
    // A template's first part is told with its opening mark.
    const [, text] =
      sqlCondition.exec(
        source.slice(index === 0 ? quasi.start - (source[quasi.start] === '`' ? 0 : 1) : quasi.start, open),
      ) ?? [];
    // A table's name is put in there, not a value: two columns that belong together.
    if (text === undefined || source[close] === '.') return [];
    const cast = /^::\w+/.exec(source.slice(close))?.[0].length ?? 0;
    return [{ start: open - text.length, end: close + cast }];
  });
}

/** The columns of two tables that belong together: a key, no guard. */
const joins =
  /^eq\(\s*\w+\.\w+,\s*(?!scope\.|me\.|found\.|input\.|call\.|link\.|ctx\.|principal\.|held\.|row\.)\w+\.\w+\s*\)$/;

/** Finds the guards of one file and puts a switch around each. @param file from the project's root. */
export function instrument(source: string, file: string): Instrumented {
  const edits: Edit[] = [];
  const guards: Guard[] = [];
  type Change = (on: string) => Omit<Edit, 'start' | 'end'>;
  const add = (node: Node, kind: GuardKind, says: string, change: Change, procedure?: string) => {
    const line = source.slice(0, node.start).split('\n').length;
    const same = guards.filter(({ id }) => id.replace(/[b-z]$/, '') === `${file}:${line}`).length;
    const id = `${file}:${line}${same === 0 ? '' : String.fromCharCode(97 + same)}`;
    guards.push({
      id,
      kind,
      says: says.replaceAll(/\s+/g, ' ').slice(0, 110),
      ...(procedure === undefined ? {} : { procedure }),
    });
    edits.push({
      start: node.start,
      end: node.end,
      ...change(`globalThis.groundworkGuards.isOn(${JSON.stringify(id)})`),
    });
  };
  const textOf = (node: Node) => source.slice(node.start, node.end);
  const path = `/${file.replace(/^packages\//, '')}`;
  for (const { node, above } of walk(
    parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node,
  )) {
    if (node.type === 'IfStatement' && isNode(node.test) && refuses(node.consequent, gates.test(path))) {
      add(node.test, 'refusal', `if (${textOf(node.test)})`, (on) => ({ before: `${on} && (`, after: ')' }));
    }
    if (node.type === 'CallExpression' && isCondition(node) && Array.isArray(node.arguments)) {
      for (const part of node.arguments.filter(isNode)) {
        const text = textOf(part);
        if (part.type === 'SpreadElement' || part.type === 'TaggedTemplateExpression' || joins.test(text)) continue;
        if (part.type === 'CallExpression' && ['and', 'or'].includes(nameOf(part.callee))) continue;
        if (!ownership.test(text) && !/^(visibleTo|ofLink|live|own)\b/.test(text)) continue;
        const kind = /^eq\(\s*\w+\.practiceId,/.test(text) ? 'practice' : 'condition';
        add(part, kind, text, (on) => ({ before: `__unless(() => ${on}, () => (`, after: '))' }));
      }
    }
    if (node.type === 'TaggedTemplateExpression' && calleeOfTag(node) === 'sql' && isNode(node.quasi)) {
      for (const { start, end } of listSqlConditions(source, node.quasi)) {
        const kind = /practice_id/.test(source.slice(start, source.indexOf('=', start))) ? 'practice' : 'condition';
        const part = { type: 'SqlCondition', start, end };
        add(part, kind, textOf(part), (on) => ({ before: `\${__unless(() => ${on}, () => sql\``, after: '`)}' }));
      }
    }
    if (routers.test(path) && node.type === 'Property' && isNode(node.value)) {
      const rung = rungOf(node.value);
      const procedure = labelOf([...above, node]);
      for (const lower of weaker[rung] ?? []) {
        // Both are mounted, and the switch is asked at each call. Inside, the rung's name is whichever it is.
        const change: Change = (on) => ({
          before: `__switched(() => ${on}, (${rung}) => `,
          after: `, ${rung}, ${lower.startsWith('low.') ? lower : `ladder.${lower}`})`,
        });
        add(node.value, 'rung', `${procedure}: ${rung}, not ${lower}`, change, procedure);
      }
    }
    if (/\/response-headers\.ts$/.test(path) && node.type === 'ArrayExpression' && Array.isArray(node.elements)) {
      if (!above.some((one) => ['commonHeaders', 'sources'].includes(nameOf(one.id)))) continue;
      if (above.some((one) => one.type === 'ArrayExpression')) continue;
      for (const element of node.elements.filter(isNode)) {
        const inner = element.type === 'SpreadElement' && isNode(element.argument) ? element.argument : undefined;
        if (inner) add(inner, 'header', textOf(inner), (on) => ({ before: `(${on} ? `, after: ' : [])' }));
        else add(element, 'header', textOf(element), (on) => ({ before: `...(${on} ? [`, after: '] : [])' }));
      }
    }
    if (/\/cookie\.ts$/.test(path) && node.type === 'Literal' && ['; Secure', '__Host-'].includes(String(node.value))) {
      add(node, 'cookie', textOf(node), (on) => ({ before: `(${on} ? `, after: " : '')" }));
    }
  }
  let code = apply(source, edits);
  if (/\/cookie\.ts$/.test(path)) {
    for (const flag of ['; HttpOnly', '; SameSite=Lax']) {
      const id = `${file}:${flag.slice(2)}`;
      guards.push({ id, kind: 'cookie', says: flag });
      code = code.replace(flag, `\${globalThis.groundworkGuards.isOn(${JSON.stringify(id)}) ? '${flag}' : ''}`);
    }
  }
  if (routers.test(path)) code = `import * as ladder from '../trpc.ts';\nconst { low } = ladder;\n${code}${switched}`;
  if (/\/api\/src\/trpc\.ts$/.test(path)) code += lowRungs;
  if (guards.some(({ kind }) => kind === 'condition' || kind === 'practice')) code += nothingAsked;
  return { code, guards };
}

/** The rung that a procedure's expression begins with: `writer(input).mutation(…)`. */
function rungOf(node: Node): string {
  const { callee, object } = node;
  if (node.type === 'CallExpression' && isNode(callee)) return nameOf(callee) || rungOf(callee);
  return node.type === 'MemberExpression' && isNode(object) ? rungOf(object) : '';
}

/** "clients.get", from the properties that a call stands in. */
const labelOf = (above: readonly Node[]): string =>
  above
    .filter(({ type }) => type === 'Property')
    .map(({ key }) => nameOf(key))
    .join('.');

/** Whether a branch ends in a refusal: in a gate anything but "go on", elsewhere one of the closed refusals. */
function refuses(branch: unknown, isGate: boolean): boolean {
  if (!isNode(branch)) return false;
  if (branch.type === 'BlockStatement') {
    const last = Array.isArray(branch.body) ? branch.body.at(-1) : undefined;
    return refuses(last, isGate);
  }
  const argument = isNode(branch.argument) ? branch.argument : undefined;
  if (branch.type === 'ExpressionStatement') return isGate && /^refuse/.test(calleeOf(branch.expression));
  if (branch.type === 'ThrowStatement') return isGate || ['Refusal', 'invalidField'].includes(calleeOf(argument));
  if (branch.type !== 'ReturnStatement') return false;
  if (!isGate) return false;
  if (/^(fail|refuse)/.test(calleeOf(argument))) return true;
  // What goes on, or hands the question on, refuses nobody.
  const words = ['Literal', 'TemplateLiteral', 'ObjectExpression', 'NewExpression'];
  return argument !== undefined && words.includes(argument.type) && argument.value !== true;
}

const calleeOf = (node: unknown): string => (isNode(node) ? nameOf(node.callee) : '');

/** Outer edits go around inner ones. */
function apply(source: string, edits: readonly Edit[]): string {
  const pieces = edits.flatMap(({ start, end, before, after }, order) => [
    { at: start, isOpen: true, span: end - start, order, text: before },
    { at: end, isOpen: false, span: end - start, order, text: after },
  ]);
  pieces.sort((one, other) => {
    if (one.at !== other.at) return one.at - other.at;
    if (one.isOpen !== other.isOpen) return one.isOpen ? 1 : -1;
    const outerFirst = other.span - one.span || other.order - one.order;
    return one.isOpen ? outerFirst : -outerFirst;
  });
  let result = '';
  let from = 0;
  for (const { at, text } of pieces) {
    result += source.slice(from, at) + text;
    from = at;
  }
  return result + source.slice(from);
}
