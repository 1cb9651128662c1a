import { z } from 'zod';
import { listParts, type SchemaPart } from './list-parts.ts';

/** Longer, higher and more than anything that somebody means. */
const long = 50_000;
const texts = ['x', '1', 'ä', 'a b '].map((piece) => piece.repeat(long)).concat(`${'x'.repeat(long)}@example.org`);
const numbers = [Number.POSITIVE_INFINITY, Number.NaN, 1e15, -1e15];
const dates = [new Date(8.64e15), new Date(-8.64e15)];

/** Where a schema lets through more than anybody means: a text or a list without an end, a number without bounds, a key that nobody named. */
export function listUnbounded(schema: z.ZodType, path = ''): readonly string[] {
  const parts = listParts(schema);
  const own = listOwnLeaks(schema, path, parts.length > 0);
  return [...own, ...parts.flatMap((part) => listUnbounded(part.schema, pathOf(path, part)))];
}

function listOwnLeaks(schema: z.ZodType, path: string, hasParts: boolean): readonly string[] {
  if (schema instanceof z.ZodObject) {
    // What is neither kept nor refused is dropped: it goes nowhere.
    const { catchall } = schema._zod.def;
    return catchall === undefined || catchall instanceof z.ZodNever ? [] : [`${path}: any key`];
  }
  if (schema instanceof z.ZodArray) {
    const isBounded = checksOf(schema).some((check) => ['max_length', 'length_equals'].includes(check));
    return isBounded ? [] : [`${path}: any number of them`];
  }
  if (hasParts) return [];
  const got = [...texts, ...numbers, ...dates].find((value) => schema.safeParse(value).success);
  return got === undefined ? [] : [`${path}: ${String(got).slice(0, 8)}`];
}

const pathOf = (path: string, { key }: SchemaPart): string => (key === null ? path : `${path}.${key}`);

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
  const open = schema instanceof z.ZodObject ? [{ bound: `${path} strict`, without: schema.loose() }] : [];
  const inner = listParts(schema).flatMap((part) => listLoosened(part.schema, pathOf(path, part)));
  return [...open, ...own, ...inner];
}

const bounds: readonly string[] = ['max_length', 'length_equals', 'less_than', 'greater_than'];

const checksOf = (schema: z.ZodType): readonly string[] =>
  (schema._zod.def.checks ?? []).map((check) => check._zod.def.check);
