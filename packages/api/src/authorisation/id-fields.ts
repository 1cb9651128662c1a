import { z } from 'zod';
import { token } from '../inputs/waitlist.ts';
import { listParts } from './list-parts.ts';

/** Where an input names something by a secret or an id that another practice has too. */
export interface IdField {
  /** Keys from the whole input down; "*" is any element. */
  readonly path: readonly string[];
  /** Of a row that is there, of a row to be made, or a mailed link's. */
  readonly kind: 'existing' | 'new' | 'token';
}

/** Every id in an input, found by walking its schema. @throws on a kind of schema that it has not learnt to walk. */
export function listIdFields(schema: z.ZodType, path: readonly string[] = []): readonly IdField[] {
  if (schema === token) return [{ path, kind: 'token' }];
  if (schema instanceof z.ZodUUID) return [{ path, kind: schema._zod.def.version === 'v7' ? 'new' : 'existing' }];
  const parts = listParts(schema);
  if (parts.length > 0) {
    return parts.flatMap((part) => listIdFields(part.schema, part.key === null ? path : [...path, part.key]));
  }
  if (leaves.some((leaf) => schema instanceof leaf)) return [];
  throw new Error(`No way known through ${schema._zod.def.type} at ${path.join('.')}`);
}

/** Schemas without parts: an object may have no field. */
const leaves = [
  z.ZodString,
  z.ZodStringFormat,
  z.ZodNumber,
  z.ZodBoolean,
  z.ZodDate,
  z.ZodEnum,
  z.ZodLiteral,
  z.ZodVoid,
  z.ZodObject,
];

/** What an input has at a path, "*" being the first element; undefined where there is nothing. */
export function readAt(input: unknown, path: readonly string[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === (key === '*' ? '0' : key))?.[1];
  }
  return value;
}

/** A copy of an input with another value at a path. */
export function replaceAt(input: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(input)) {
    return input.map((item, index) =>
      String(index) === (key === '*' ? '0' : key) ? replaceAt(item, rest, value) : item,
    );
  }
  if (typeof input !== 'object' || input === null) throw new Error(`Nothing at ${key}`);
  return { ...input, [key]: replaceAt(Object.entries(input).find(([name]) => name === key)?.[1], rest, value) };
}
