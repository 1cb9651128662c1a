/** A small seeded generator (mulberry32): the same seed gives the same problems on every machine. */
export function seedRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 to below `end`. */
    below: (end: number): number => Math.floor(next() * end),
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
    /** True in this share of the cases. */
    chance: (share: number): boolean => next() < share,
  };
}

export type Random = ReturnType<typeof seedRandom>;
