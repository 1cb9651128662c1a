import { expect, it } from 'vitest';
import { z } from 'zod';
import { coachRouter } from '../coach/coach-router.ts';
import { portalRouter } from '../portal-router.ts';
import { listProcedures } from './list-procedures.ts';
import { listLoosened, listUnbounded } from './list-unbounded.ts';

const procedures = listProcedures({ coach: coachRouter, portal: portalRouter });

it('every text, number, list and object that a procedure takes has an end', () => {
  expect(procedures.flatMap(({ path, input }) => listUnbounded(input, path))).toEqual([]);
});

it('without any one of their bounds one would not', () => {
  const loosened = procedures.flatMap(({ path, input }) => listLoosened(input, path));
  expect(loosened.length).toBeGreaterThan(200);
  expect(loosened.filter(({ without }) => listUnbounded(without).length === 0).map(({ bound }) => bound)).toEqual([]);
});

it.each([
  ['a text', z.strictObject({ name: z.string() })],
  ['a number', z.strictObject({ spots: z.number() })],
  ['a whole number with a floor', z.strictObject({ spots: z.int().min(0) })],
  ['a list', z.strictObject({ days: z.array(z.enum(['mon'])) })],
  ['an object that takes any key', z.looseObject({ name: z.string().max(3) })],
  ['a pattern', z.strictObject({ slug: z.string().regex(/^[\dx]+$/) })],
])('%s without an end is found', (_, schema) => {
  expect(listUnbounded(schema)).toHaveLength(1);
});
