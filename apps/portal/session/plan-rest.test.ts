import { describe, expect, it } from 'vitest';
import type { LoggedSet } from '../training-log/merge-set-logs.ts';
import { findPairPlace, planRest, withoutRest } from './plan-rest.ts';

const start = Date.parse('2026-03-19T17:00:00.000Z');
const common = { measure: 'reps', explosive: false, tempo: null } as const;
const curl = {
  ...common,
  prescriptionId: 'curl',
  superset: 'A' as const,
  sets: 3,
  amount: 5,
  perSide: false,
  restSeconds: 180,
};
const rocks = { ...curl, prescriptionId: 'rocks', amount: 15, perSide: true, restSeconds: 30 };
const plank = { ...curl, prescriptionId: 'plank', superset: null, restSeconds: 45 };
const lines = [curl, rocks, plank];

const at = (seconds: number) => start + seconds * 1000;
const logs = (sets: Record<string, readonly number[]>) =>
  new Map(
    Object.entries(sets).map(([prescriptionId, seconds]) => [
      prescriptionId,
      new Map(
        seconds.map((second, index): [number, LoggedSet] => [
          index + 1,
          {
            id: `${prescriptionId}${index}`,
            prescriptionId,
            setNumber: index + 1,
            amount: 5,
            amountOtherSide: null,
            load: null,
            rir: null,
            loggedAt: new Date(at(second)).toISOString(),
            status: { state: 'saved' },
          },
        ]),
      ),
    ]),
  );

describe('planRest', () => {
  it('rests as long as the exercise asks for, outside a pair', () => {
    expect(planRest(lines, logs({}), { line: 2, setNumber: 1 }, { line: 2, setNumber: 2 }, at(0))).toBe(45);
  });

  it('goes straight to the partner, and then rests what the lift is still owed', () => {
    const lift = { line: 0, setNumber: 1 };
    const light = { line: 1, setNumber: 1 };
    expect(planRest(lines, logs({}), lift, light, at(0))).toBe(0);
    expect(planRest(lines, logs({ curl: [0] }), light, { line: 0, setNumber: 2 }, at(140))).toBe(40);
  });

  it('is over when the partner took longer than the rest', () => {
    const next = { line: 0, setNumber: 2 };
    expect(planRest(lines, logs({ curl: [0] }), { line: 1, setNumber: 1 }, next, at(200))).toBe(0);
  });

  it('counts from now where the lift comes second', () => {
    const turned = [rocks, curl, plank];
    const next = { line: 0, setNumber: 2 };
    // Two sides of fifteen rocks and the way over are done before the curl's turn.
    expect(planRest(turned, logs({ rocks: [0] }), { line: 1, setNumber: 1 }, next, at(60))).toBe(180 - 125 - 15);
  });

  it('rests for both before the next exercise', () => {
    const finished = logs({ curl: [0, 300, 600], rocks: [120, 420] });
    const next = { line: 2, setNumber: 1 };
    expect(planRest(lines, finished, { line: 1, setNumber: 3 }, next, at(720))).toBe(60);
  });
});

describe('a pair in a list', () => {
  it('has a first with the rest and a second inside it', () => {
    expect(lines.map((_, index) => findPairPlace(lines, index))).toEqual(['first', 'second', undefined]);
    expect(lines.map((_, index) => withoutRest(lines, index))).toEqual([[], ['rest'], []]);
  });
});
