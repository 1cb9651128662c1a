import { z } from 'zod';

/** Longer, higher and more than anything that somebody means. */
const long = 50_000;
const texts = ['x', '1', 'ä', 'a b '].map((piece) => piece.repeat(long)).concat(`${'x'.repeat(long)}@example.org`);
const numbers = [Number.POSITIVE_INFINITY, Number.NaN, 1e15, -1e15];
const dates = [new Date(8.64e15), new Date(-8.64e15)];

/** Where a schema lets through more than anybody means: a text or a list without an end, a number without bounds, a key that nobody named. */
export function listUnbounded(schema: z.ZodType, path = ''): readonly string[] {
  if (schema instanceof z.ZodObject) {
    // What is neither kept nor refused is dropped: it goes nowhere.
    const own = schema._zod.def.catchall === undefined || schema._zod.def.catchall instanceof z.ZodNever;
    const fields = Object.entries(schema.shape).flatMap(([key, field]) =>
      listUnbounded(asSchema(field), `${path}.${key}`),
    );
    return own ? fields : [`${path}: any key`, ...fields];
  }
  if (schema instanceof z.ZodArray) {
    const inner = listUnbounded(asSchema(schema.element), `${path}.*`);
    const isBounded = checksOf(schema).some((check) => ['max_length', 'length_equals'].includes(check));
    return isBounded ? inner : [`${path}: any number of them`, ...inner];
  }
  if (schema instanceof z.ZodTuple) {
    return schema._zod.def.items.flatMap((item, index) => listUnbounded(asSchema(item), `${path}.${index}`));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => listUnbounded(asSchema(option), path));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return listUnbounded(asSchema(schema.unwrap()), path);
  }
  if (schema instanceof z.ZodPipe) return listUnbounded(asSchema(schema.in), path);
  const got = [...texts, ...numbers, ...dates].find((value) => schema.safeParse(value).success);
  return got === undefined ? [] : [`${path}: ${String(got).slice(0, 8)}`];
}

/** Each bound of a schema, and the same schema without it. */
export function listLoosened(
  schema: z.ZodType,
  path = '',
): readonly { readonly bound: string; readonly without: z.ZodType }[] {
  const own = [...(schema._zod.def.checks ?? [])]
    .filter((check) => bounds.includes(check._zod.def.check))
    .map((left) => ({
      bound: `${path} ${left._zod.def.check}`,
      without: schema.clone({
        ...schema._zod.def,
        checks: schema._zod.def.checks?.filter((one) => one !== left),
      } as never),
    }));
  if (schema instanceof z.ZodObject) {
    const open = { bound: `${path} strict`, without: schema.loose() };
    const fields = Object.entries(schema.shape).flatMap(([key, field]) =>
      listLoosened(asSchema(field), `${path}.${key}`),
    );
    return [open, ...own, ...fields];
  }
  if (schema instanceof z.ZodArray) return [...own, ...listLoosened(asSchema(schema.element), `${path}.*`)];
  if (schema instanceof z.ZodTuple) {
    return schema._zod.def.items.flatMap((item, index) => listLoosened(asSchema(item), `${path}.${index}`));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => listLoosened(asSchema(option), path));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return listLoosened(asSchema(schema.unwrap()), path);
  }
  return schema instanceof z.ZodPipe ? listLoosened(asSchema(schema.in), path) : own;
}

const bounds: readonly string[] = ['max_length', 'length_equals', 'less_than', 'greater_than'];

const checksOf = (schema: z.ZodType): readonly string[] =>
  (schema._zod.def.checks ?? []).map((check) => check._zod.def.check);

function asSchema(node: unknown): z.ZodType {
  if (node instanceof z.ZodType) return node;
  throw new Error('Not a schema');
}
