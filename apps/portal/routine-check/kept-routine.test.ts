import { describe, expect, test } from 'vitest';
import { keep, noFacts, readKept } from './kept-routine.ts';
import type { RoutineFacts } from './read-report.ts';

function openStorage(kept: string | null = null) {
  let value = kept;
  return {
    getItem: () => value,
    setItem: (_key: string, next: string) => {
      value = next;
    },
    removeItem: () => {
      value = null;
    },
  };
}

describe('a kept routine', () => {
  const facts: RoutineFacts = {
    text: 'Mon: squats 3x20 🏃 <script>',
    age: 38,
    weeks: 6,
    runs: ['easy', 'rest', 'speed', 'rest', 'easy', 'long', 'rest'],
  };

  test('comes back as it was', () => {
    const storage = openStorage();
    keep(storage, facts);
    expect(readKept(storage)).toEqual(facts);
  });

  test('leaves nothing behind when it is cleared', () => {
    const storage = openStorage();
    keep(storage, facts);
    keep(storage, noFacts);
    expect(storage.getItem()).toBeNull();
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another kind of value', '[1]'],
    ['values out of range', '{"text":5,"age":900,"weeks":-1,"runs":["fly"]}'],
  ])('is empty after %s', (_, kept) => {
    expect(readKept(openStorage(kept))).toEqual(noFacts);
  });

  test('does not mind a browser that keeps nothing', () => {
    const refuse = () => {
      throw new DOMException('Denied', 'SecurityError');
    };
    expect(readKept({ getItem: refuse })).toEqual(noFacts);
    expect(() => keep({ setItem: refuse, removeItem: refuse }, facts)).not.toThrow();
  });
});
