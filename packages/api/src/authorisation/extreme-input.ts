import { newId } from '@groundwork/db/new-id';
import { exercises } from '@groundwork/engine/catalogue/catalogue';
import fc from 'fast-check';
import { z } from 'zod';
import { token } from '../inputs/waitlist.ts';

const strings: readonly string[] = [
  '',
  'x',
  ...[12, 40, 80, 500, 1_000, 2_000].map((length) => 'x'.repeat(length)),
  '😀'.repeat(40),
  'e\u0301\u0327'.repeat(26),
  '\u202e\u2066سلام',
  '<img src=x onerror=alert(1)>',
  '"; drop table client; --',
  '\\x00 %s %n {{name}}',
  'a\nb\tc',
  '__proto__',
  ...[
    '2000-01-01',
    '2000-01-03',
    '2024-02-29',
    '2026-03-16',
    '2026-03-19',
    '2026-03-25',
    '2027-03-15',
    '2099-12-28',
    '2099-12-31',
  ],
  ...['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'america/new_york', 'Etc/GMT+12'],
  ...['w01-A', 'w01-B', 'w04-B', 'w52-A', 'A1', 'A9', 'B1', '3-1-1'],
  ...exercises.map(({ id }) => id),
];
const numbers: readonly number[] = [
  ...[0, 0.5, 1, 2, 3, 4, 5, 6, 7, 9.5, 10, 12, 15, 52, 80, 120, 199.999, 200, 300, 336, 500, 600, 1_200, 1_900, 1_990],
  ...[2_020, 2_100, 50_000, 99_999, 100_000, 2_147_483_646, 1e-9, 5e-324],
];
const dates = ['2000-01-01T00:00:00Z', '2026-03-19T09:00:00Z', '2026-10-25T00:30:00Z', '2099-12-31T00:00:00Z'].map(
  (text) => new Date(text),
);

/** Inputs that a schema allows and hardly anybody means: ends of ranges, rare choices, everything left out, ids and keys as in a valid input. */
export function extremeInput(schema: z.ZodType, valid: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 4 }).chain((share) => mixed(schema, valid, share)) },
    { weight: 1, arbitrary: allowedBy(schema, listHints(valid)) },
  );
}

/** Most fields as in the valid input, so that it gets far; `share` of five are extreme. */
function mixed(schema: z.ZodType, valid: unknown, share: number): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodObject) || typeof valid !== 'object' || valid === null) {
    return allowedBy(schema, listHints(valid));
  }
  const kept = new Map(Object.entries(valid));
  const hints = listHints(valid);
  const fields = Object.entries(schema.shape).map(([key, field]) => [
    key,
    fc.oneof(
      { weight: 5 - share, arbitrary: fc.constant(kept.get(key)) },
      { weight: share, arbitrary: allowedBy(asSchema(field), hints, key) },
    ),
  ]);
  return fc.record(Object.fromEntries(fields));
}

type Hints = ReadonlyMap<string, readonly unknown[]>;

/** What stands under each key anywhere in an input. */
function listHints(node: unknown, hints = new Map<string, unknown[]>()): Hints {
  if (typeof node !== 'object' || node === null || node instanceof Date) return hints;
  for (const [key, value] of Object.entries(node)) {
    hints.set(key, [...(hints.get(key) ?? []), value]);
    listHints(value, hints);
  }
  return hints;
}

function allowedBy(schema: z.ZodType, hints: Hints, key = ''): fc.Arbitrary<unknown> {
  const hinted = (hints.get(key) ?? []).filter((value) => schema.safeParse(value).success);
  if (schema instanceof z.ZodUUID && schema._zod.def.version === 'v7') return fc.constant(null).map(() => newId());
  if (schema instanceof z.ZodUUID || schema === token) return oneOf(hinted);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, field]) => [name, allowedBy(asSchema(field), hints, name)]);
    return fc.record(Object.fromEntries(fields));
  }
  if (schema instanceof z.ZodArray) {
    const item = allowedBy(asSchema(schema.element), hints, key);
    return fc.uniqueArray(item, { maxLength: 60, size: 'max', selector: (value) => JSON.stringify(value) });
  }
  if (schema instanceof z.ZodTuple) {
    return fc.tuple(...schema._zod.def.items.map((item) => allowedBy(asSchema(item), hints, key)));
  }
  if (schema instanceof z.ZodUnion) {
    return fc.oneof(...schema.options.map((option) => allowedBy(asSchema(option), hints, key)));
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return fc.option(allowedBy(asSchema(schema.unwrap()), hints, key), { nil: undefined });
  }
  if (schema instanceof z.ZodNullable)
    return fc.option(allowedBy(asSchema(schema.unwrap()), hints, key), { nil: null });
  if (schema instanceof z.ZodReadonly) return allowedBy(asSchema(schema.unwrap()), hints, key);
  if (schema instanceof z.ZodEnum) return oneOf(schema.options);
  const leaves: readonly unknown[] = [true, false, undefined, ...strings, ...numbers, ...dates, `${newId()}@x.example`];
  return oneOf([...hinted, ...leaves.filter((value) => schema.safeParse(value).success)]);
}

/** An input made from one valid input, about the rows of another. */
export function rebase(input: unknown, from: unknown, to: unknown): unknown {
  if (typeof input !== 'object' || input === null || input instanceof Date) return input;
  const renamed = new Map(listLeaves(from).map((leaf, index) => [leaf.value, listLeaves(to)[index]?.value]));
  const walk = (key: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(key, item));
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(name, inner)]));
    }
    return isName(key, value) && renamed.has(value) ? renamed.get(value) : value;
  };
  return walk('', input);
}

/** Ids, tokens and the revision: what differs from one arranged row to the next. */
const isName = (key: string, value: unknown): boolean =>
  key === 'revision' || (typeof value === 'string' && /^[\w-]{36,43}$/.test(value));

function listLeaves(node: unknown, key = ''): readonly { readonly value: unknown }[] {
  if (isName(key, node)) return [{ value: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, inner]) => listLeaves(inner, name));
}

const oneOf = (values: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.constantFrom(...(values.length > 0 ? values : [undefined]));

function asSchema(node: unknown): z.ZodType {
  if (node instanceof z.ZodType) return node;
  throw new Error('Not a schema');
}
