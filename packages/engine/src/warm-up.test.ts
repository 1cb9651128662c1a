import { describe, expect, test } from 'vitest';
import { describeWarmUp } from './describe-warm-up.ts';
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

  test('reads as a coach would say it', () => {
    const { minutes, steps } = describeWarmUp(
      [line('pl_cmj', 'power'), line('qd_rev_lunge', 'strength', kg(18), true)],
      'kg',
    );
    expect(minutes).toBe(7);
    expect(steps.map(({ title }) => title)).toEqual([
      'Get warm',
      'Wake the ankles',
      'Ramp up to Reverse lunge, weighted',
    ]);
    expect(steps[2]?.text).toMatch(/^6 a side with 8 kg, then 3 a side with 14 kg\. Two light sets/);
    for (const { text } of steps) expect(text).not.toMatch(/undefined|NaN/);
  });

  test('says shares of a load that the client finds by feel, and no weight where there is none', () => {
    const rampText = (...lines: readonly WarmUpLine[]) => describeWarmUp(lines, 'lb').steps.at(-1)?.text;
    expect(rampText(line('gx_deadlift', 'strength'))).toMatch(
      /^6 with half of your work weight, then 3 with three quarters of your work weight\./,
    );
    expect(rampText(line('hs_nordic', 'strength'))).toMatch(/^3 without haste\. One light set/);
    expect(rampText(line('gx_deadlift', 'strength', kg(100)))).toMatch(/^6 with 110\.2 lb/);
  });
});
