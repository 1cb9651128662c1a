import { describe, expect, it } from 'vitest';
import { lengthenRest, parseRest } from './rest-store.ts';

const rest = { sessionId: 's1', endsAt: 180_000, totalSeconds: 180, next: 'set 2' };

describe('lengthenRest', () => {
  it('moves the end and the whole while it runs', () => {
    expect(lengthenRest(rest, 30, 60_000)).toEqual({ ...rest, endsAt: 210_000, totalSeconds: 210 });
  });

  it('counts from now once it is over', () => {
    expect(lengthenRest(rest, 30, 200_000)).toEqual({ ...rest, endsAt: 230_000, totalSeconds: 30 });
  });
});

describe('parseRest', () => {
  it('goes on where it was after a reload', () => {
    expect(parseRest(JSON.stringify(rest), 's1', 60_000)).toEqual(rest);
  });

  it('forgets another session’s, one that ended long ago, and anything broken', () => {
    expect(parseRest(JSON.stringify(rest), 's2', 60_000)).toBeUndefined();
    expect(parseRest(JSON.stringify(rest), 's1', 180_000 + 11 * 60_000)).toBeUndefined();
    expect(parseRest('[]', 's1', 0)).toBeUndefined();
    expect(parseRest('nonsense', 's1', 0)).toBeUndefined();
  });
});
