import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listProcedures } from './authorisation/list-procedures.ts';
import { coachRouter } from './coach/coach-router.ts';
import { isDeeperThan, maxInputDepth } from './input-depth.ts';
import { portalRouter } from './portal-router.ts';

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('the depth of an input', () => {
  it('is counted in levels of objects and lists', () => {
    expect(isDeeperThan(1, 'text')).toBe(false);
    expect(isDeeperThan(1, null)).toBe(false);
    expect(isDeeperThan(1, {})).toBe(false);
    expect(isDeeperThan(1, { a: 1, b: 'x' })).toBe(false);
    expect(isDeeperThan(1, { a: 1, b: [] })).toBe(true);
    expect(isDeeperThan(3, [{ a: [1] }, 2])).toBe(false);
    expect(isDeeperThan(2, [{ a: [1] }, 2])).toBe(true);
    expect(isDeeperThan(7, nested(7))).toBe(false);
    expect(isDeeperThan(7, nested(8))).toBe(true);
  });

  it('is told of half a million levels without filling the stack', () => {
    expect(isDeeperThan(maxInputDepth, nested(500_000))).toBe(true);
  });

  it('has room for every input that a schema allows, and for little more', () => {
    const envelope = 1;
    const deepest = Math.max(
      ...listProcedures({ coach: coachRouter, portal: portalRouter }).map(({ input }) => depthOf(input)),
    );
    expect(deepest).toBeGreaterThan(2);
    expect(envelope + deepest).toBeLessThan(maxInputDepth);
  });
});

function depthOf(schema: unknown): number {
  if (schema instanceof z.ZodObject) return 1 + Math.max(0, ...Object.values(schema.shape).map(depthOf));
  if (schema instanceof z.ZodArray) return 1 + depthOf(schema.element);
  if (schema instanceof z.ZodTuple) return 1 + Math.max(0, ...schema._zod.def.items.map(depthOf));
  if (schema instanceof z.ZodRecord) return 1 + depthOf(schema.valueType);
  if (schema instanceof z.ZodUnion) return Math.max(...schema.options.map(depthOf));
  if (schema instanceof z.ZodPipe) return depthOf(schema.in);
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
    ? depthOf(schema.unwrap())
    : 0;
}
