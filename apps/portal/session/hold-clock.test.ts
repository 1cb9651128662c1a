import { describe, expect, it } from 'vitest';
import { findHoldPhase, type HoldClock, measureHold, parseHold } from './hold-clock.ts';

const hold: HoldClock = {
  sessionId: 's1',
  prescriptionId: 'p1',
  setNumber: 1,
  startedAt: 0,
  seconds: 30,
  perSide: true,
};
const at = (seconds: number) => findHoldPhase(hold, seconds * 1000);

describe('findHoldPhase', () => {
  it('gets ready, holds, turns over, holds, and is done', () => {
    expect(at(0)).toEqual({ phase: 'ready', left: 5 });
    expect(at(5)).toEqual({ phase: 'hold', side: 1, left: 30 });
    expect(at(34.5)).toEqual({ phase: 'hold', side: 1, left: 1 });
    expect(at(35)).toEqual({ phase: 'switch', left: 5 });
    expect(at(40)).toEqual({ phase: 'hold', side: 2, left: 30 });
    expect(at(72)).toEqual({ phase: 'done', since: 2 });
  });

  it('has one hold without sides', () => {
    expect(findHoldPhase({ ...hold, perSide: false }, 36_000)).toEqual({ phase: 'done', since: 1 });
  });
});

describe('measureHold', () => {
  it('counts the whole seconds held on each side', () => {
    expect(measureHold(hold, 3000)).toEqual({ amount: 0, amountOtherSide: 0 });
    expect(measureHold(hold, 17_900)).toEqual({ amount: 12, amountOtherSide: 0 });
    expect(measureHold(hold, 52_000)).toEqual({ amount: 30, amountOtherSide: 12 });
    expect(measureHold({ ...hold, perSide: false }, 17_900)).toEqual({ amount: 12, amountOtherSide: null });
  });
});

describe('parseHold', () => {
  it('reads back what was stored for the session, and nothing else', () => {
    expect(parseHold(JSON.stringify(hold), 's1')).toEqual(hold);
    expect(parseHold(JSON.stringify(hold), 's2')).toBeUndefined();
    expect(parseHold('{', 's1')).toBeUndefined();
    expect(parseHold(null, 's1')).toBeUndefined();
  });
});
