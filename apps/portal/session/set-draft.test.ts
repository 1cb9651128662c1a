import { describe, expect, it } from 'vitest';
import type { LoggedSet } from '../training-log/merge-set-logs.ts';
import { countLogged, draftSet, findLatestLine, findOpenSet, isShort } from './set-draft.ts';

const kg = (value: number) => ({ hundredths: value * 100, unit: 'kg' as const });
const line = { amount: 5, load: kg(16), rir: 2, lastTime: null, loadStep: 200 };
const logged = (set: Partial<LoggedSet>): LoggedSet => ({
  id: 'a',
  prescriptionId: 'p1',
  setNumber: 1,
  amount: 5,
  amountOtherSide: null,
  load: kg(16),
  rir: 2,
  loggedAt: '2026-03-19T17:00:00.000Z',
  status: { state: 'saved' },
  ...set,
});

describe('draftSet', () => {
  it('starts from the target, so that one tap logs it', () => {
    expect(draftSet(line, undefined, 1, 'kg')).toEqual({ amount: 5, amountOtherSide: null, load: kg(16), rir: 2 });
  });

  it('takes the load and the reserve of the set before, and the reps of the target', () => {
    const before = new Map([[1, logged({ amount: 4, load: kg(18), rir: 1 })]]);
    expect(draftSet(line, before, 2, 'kg')).toEqual({ amount: 5, amountOtherSide: null, load: kg(18), rir: 1 });
  });

  it('takes last time’s load where the target has none', () => {
    const lastTime = {
      date: '2026-03-12',
      sets: [{ setNumber: 1, amount: 4, amountOtherSide: null, load: kg(14), rir: 3 }],
    };
    expect(draftSet({ ...line, load: null, lastTime }, undefined, 2, 'kg').load).toEqual(kg(14));
  });

  it('has no load where nothing can be loaded, and 0 where nobody knows one', () => {
    expect(draftSet({ ...line, load: null, loadStep: null }, undefined, 1, 'kg').load).toBeNull();
    expect(draftSet({ ...line, load: null }, undefined, 1, 'kg').load).toEqual(kg(0));
  });

  it('shows loads in the client’s unit', () => {
    expect(draftSet(line, undefined, 1, 'lb').load).toEqual({ hundredths: 3527, unit: 'lb' });
  });
});

describe('isShort', () => {
  it('counts the weaker side', () => {
    expect(isShort(line, { amount: 5, amountOtherSide: null })).toBe(false);
    expect(isShort(line, { amount: 5, amountOtherSide: 4 })).toBe(true);
    expect(isShort(line, { amount: 4, amountOtherSide: null })).toBe(true);
  });
});

describe('findOpenSet', () => {
  const lines = [
    { prescriptionId: 'p1', sets: 2, superset: null },
    { prescriptionId: 'p2', sets: 1, superset: null },
  ];
  const has =
    (...places: string[]) =>
    (id: string, number: number) =>
      places.includes(`${id} ${number}`);

  it('goes on in the exercise at hand, then to the next', () => {
    expect(findOpenSet(lines, has('p1 1'), 0)).toEqual({ line: 0, setNumber: 2 });
    expect(findOpenSet(lines, has('p1 1', 'p1 2'), 0)).toEqual({ line: 1, setNumber: 1 });
  });

  it('comes back to what was left out', () => {
    expect(findOpenSet(lines, has('p2 1'), 1)).toEqual({ line: 0, setNumber: 1 });
  });

  it('goes by turns through a pair, then on alone with what has a set more', () => {
    const pair = [
      { prescriptionId: 'p1', sets: 3, superset: 'A' as const },
      { prescriptionId: 'p2', sets: 2, superset: 'A' as const },
      { prescriptionId: 'p3', sets: 1, superset: null },
    ];
    const done: string[] = [];
    const order: string[] = [];
    for (let at = 0; ; ) {
      const open = findOpenSet(pair, has(...done), at);
      if (!open) break;
      at = open.line;
      order.push(`p${open.line + 1} ${open.setNumber}`);
      done.push(`p${open.line + 1} ${open.setNumber}`);
    }
    expect(order).toEqual(['p1 1', 'p2 1', 'p1 2', 'p2 2', 'p1 3', 'p3 1']);
  });

  it('finds nothing when all is done', () => {
    expect(findOpenSet(lines, has('p1 1', 'p1 2', 'p2 1'))).toBeUndefined();
  });
});

describe('findLatestLine', () => {
  it('is where the last set was logged, whatever was left out before', () => {
    const lines = [{ prescriptionId: 'p1' }, { prescriptionId: 'p2' }, { prescriptionId: 'p3' }];
    const sets = new Map([
      ['p1', new Map([[1, logged({ loggedAt: '2026-03-19T17:00:00.000Z' })]])],
      ['p2', new Map([[1, logged({ loggedAt: '2026-03-19T17:10:00.000Z' })]])],
    ]);
    expect(findLatestLine(lines, sets)).toBe(1);
    expect(findLatestLine(lines, new Map())).toBe(0);
  });
});

describe('countLogged', () => {
  it('leaves out sets beyond those asked for', () => {
    const sets = new Map([['p1', new Map([1, 2, 3].map((number) => [number, logged({ setNumber: number })]))]]);
    expect(countLogged([{ prescriptionId: 'p1', sets: 2 }], sets)).toBe(2);
  });
});
