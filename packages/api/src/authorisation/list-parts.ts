import { z } from 'zod';

/** A schema within a schema, and the key that leads to it: "*" for any element of a list, null for one that stands in the same place. */
export interface SchemaPart {
  readonly key: string | null;
  readonly schema: z.ZodType;
}

/** The schemas that a schema is put together of; none for one that is whole. */
export function listParts(schema: z.ZodType): readonly SchemaPart[] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).map(([key, field]) => partOf(key, field));
  if (schema instanceof z.ZodArray) return [partOf('*', schema.element)];
  if (schema instanceof z.ZodTuple) return schema._zod.def.items.map((item, index) => partOf(String(index), item));
  if (schema instanceof z.ZodUnion) return schema.options.map((option) => partOf(null, option));
  if (schema instanceof z.ZodPipe) return [partOf(null, schema.in)];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return [partOf(null, schema.unwrap())];
  }
  return [];
}

function partOf(key: string | null, node: unknown): SchemaPart {
  if (node instanceof z.ZodType) return { key, schema: node };
  throw new Error('Not a schema');
}
