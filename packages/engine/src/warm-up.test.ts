import { describe, expect, test } from 'vitest';
import { explainReason } from './explain.ts';
import type { Goal } from './vocabulary.ts';
import { planWarmUp, type WarmUpLine } from './warm-up.ts';

const kg = (value: number) => ({ hundredths: value * 100, unit: 'kg' as const });
const line = (exerciseId: string, goal: Goal, load: WarmUpLine['load'] = null, perSide = false): WarmUpLine => ({
  exerciseId,
  goal,
  load,
  perSide,
});

const rampOf = (...lines: readonly WarmUpLine[]) =>
  planWarmUp(lines).steps.flatMap((step) => (step.kind === 'ramp' ? [step] : []))[0];

describe('a warm-up', () => {
  test('gets one warm, and no more than that before light work', () => {
    const { steps, seconds } = planWarmUp([line('cl_side_plank', 'stability'), line('am_wall_rock', 'mobility')]);
    expect([steps.map(({ kind }) => kind), seconds]).toEqual([['general'], 180]);
  });

  test('ramps up to the first heavy lift only, in weights that can be loaded', () => {
    const ramp = rampOf(line('gx_deadlift', 'strength', kg(52.5)), line('qd_rev_lunge', 'strength', kg(18)));
    expect(ramp).toMatchObject({
      exerciseId: 'gx_deadlift',
      sets: [
        { reps: 6, percent: 50, load: kg(25) },
        { reps: 3, percent: 75, load: kg(40) },
      ],
    });
  });

  test('says shares where nobody knows a load, and rehearses what has none', () => {
    expect(rampOf(line('qd_rev_lunge', 'strength'))?.sets.map(({ percent, load }) => [percent, load])).toEqual([
      [50, null],
      [75, null],
    ]);
    expect(rampOf(line('hs_nordic', 'strength'))?.sets).toEqual([{ reps: 3, percent: null, load: null }]);
  });

  test('leaves out a set that would weigh as much as the next', () => {
    const weights = (load: number) =>
      rampOf(line('gx_deadlift', 'strength', kg(load)))?.sets.map((set) => (set.load?.hundredths ?? 0) / 100);
    expect(weights(27.5)).toEqual([20]);
    expect(weights(20)).toEqual([0]);
    expect(weights(100)).toEqual([50, 75]);
  });

  test('wakes the ankles before jumps', () => {
    const { steps, seconds } = planWarmUp([line('pl_cmj', 'power'), line('qd_rev_lunge', 'strength', kg(18), true)]);
    expect(steps.map(({ kind }) => kind)).toEqual(['general', 'springs', 'ramp']);
    expect(seconds).toBe(180 + 60 + 2 * 9 * 4 + 2 * 45);
  });

  test('explains each of its steps', () => {
    const steps = planWarmUp([line('pl_cmj', 'power'), line('gx_deadlift', 'strength', kg(50))]).steps;
    expect(steps.map(({ reason }) => explainReason(reason).title)).toEqual([
      'Get warm',
      'Wake the ankles',
      'Ramp up to Deadlift',
    ]);
    for (const { reason } of steps) expect(explainReason(reason).claim).not.toMatch(/undefined|NaN/);
  });
});
