import fc from 'fast-check';
import superjson from 'superjson';
import { describe, expect, it } from 'vitest';
import { serializeAnswer } from './serialize-answer.ts';

const overTheWire = (value: unknown): unknown => superjson.parse(JSON.stringify(serializeAnswer(value)));
const asTheLibrary = (value: unknown): unknown => superjson.parse(superjson.stringify(value));

/** What it gives, or why it refuses to. */
function outcomeOf(carry: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return { arrives: carry(value) };
  } catch (error) {
    return { refused: String(error) };
  }
}

const seed = Number(process.env.GROUNDWORK_TEST_SEED ?? 1);
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('a.b', 'a\\.b', '\\', '.', '', '0', 'toJSON', 'length', 'prototype', 'constructor'),
);
const leaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.date(),
  fc.constantFrom(null, undefined, -0, Number.NaN, 9n, new Set(['a']), new Map([['a', new Date(0)]])),
);
const { answer } = fc.letrec<{ answer: unknown }>((tie) => ({
  answer: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('answer'), { maxLength: 4 }),
    fc.dictionary(key, tie('answer'), { maxKeys: 4 }),
  ),
}));

describe('an answer', () => {
  it('arrives as the library would have it', () => {
    fc.assert(
      fc.property(answer, (value) => {
        expect(outcomeOf(overTheWire, value)).toStrictEqual(outcomeOf(asTheLibrary, value));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is written without being copied, with the same words for the places of its dates', () => {
    const at = new Date('2026-03-16T08:00:00Z');
    const value = { entries: [{ joinedAt: at, left: undefined }], 'a.b': { at } };
    const serialized = serializeAnswer(value);
    expect(serialized.json).toBe(value);
    expect(serialized.meta).toEqual({ ...superjson.serialize(value).meta, referentialEqualities: undefined });
  });

  it('says nothing of an object that stands in several places but the object, there', () => {
    const reason = { code: 'HARD_DAYS_HARD' };
    expect(serializeAnswer({ one: reason, other: [reason] })).toEqual({ json: { one: reason, other: [reason] } });
  });

  it('that holds itself or a prototype is the library’s', () => {
    const ring: Record<string, unknown> = { name: 'ring' };
    ring.self = ring;
    expect(overTheWire(ring)).toEqual(asTheLibrary(ring));
    expect(() => serializeAnswer(JSON.parse('{"constructor": 1}'))).toThrow('prototype pollution');
  });
});
