import { createHash } from 'node:crypto';
import type { Program } from '@groundwork/engine/program';

/** SHA-256, hex, of a program with its keys in order: the stored JSON, whose keys the database reorders, gives the same. */
export const hashProgram = (program: Program): string =>
  createHash('sha256')
    .update(JSON.stringify(sortKeys(program)))
    .digest('hex');

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  );
}
