import { describe, expect, test } from 'vitest';
import type { Load } from '../load.ts';
import { loadStepOf, lowerLoad, raiseLoad } from '../round-load.ts';
import type { LoadUnit } from '../vocabulary.ts';

const load = (amount: number, unit: LoadUnit = 'kg'): Load => ({ hundredths: amount * 100, unit });
const barKg = loadStepOf('bar', 'kg');
const barLb = loadStepOf('bar', 'lb');
const maxPercent = 10;

describe('rounding, golden cases (rulebook 2.4)', () => {
  test.each<[string, Load | null, Load | null]>([
    ['L01 60 kg and 4 % with small plates of 1.25 kg', raiseLoad(load(60), 4, barKg, maxPercent), load(62.5)],
    [
      'L02 42.5 kg and 2.5 % rounds to no change, so it takes one step',
      raiseLoad(load(42.5), 2.5, barKg, maxPercent),
      load(45),
    ],
    ['L04 135 lb and 5 % in steps of 5 lb', raiseLoad(load(135, 'lb'), 5, barLb, maxPercent), load(140, 'lb')],
    ['L10 20 kg less 5 % has to change the bar', lowerLoad(load(20), 5, barKg), load(17.5)],
    ['M04 60 kg less 10 % after a gap', lowerLoad(load(60), 10, barKg), load(55)],
    [
      'a dumbbell of 8 kg has no step within 10 %, so a rep is added',
      raiseLoad(load(8), 4, loadStepOf('dumbbell', 'kg'), maxPercent),
      null,
    ],
    ['a tie goes down', raiseLoad(load(50), 7.5, barKg, maxPercent), load(52.5)],
    ['a rise that rounds past 10 % takes the smaller step', raiseLoad(load(22.5), 10, 200, maxPercent), load(24)],
  ])('%s', (_, changed, expected) => {
    expect(changed).toEqual(expected);
  });
});
