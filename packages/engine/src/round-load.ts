// Rounding to what can be loaded: rulebook 2.4, "Rounding". Nearest step, ties down; a change always changes something.
import { convertLoad, type Load, maxLoadHundredths } from './load.ts';
import type { Equipment, LoadUnit } from './vocabulary.ts';

/** The smallest change of load per implement, in hundredths of the unit: a pair of small plates, the next dumbbell, a machine's plate. */
const steps = {
  bar: { kg: 250, lb: 500 },
  dumbbell: { kg: 200, lb: 500 },
  kettlebell: { kg: 400, lb: 1000 },
  stack: { kg: 500, lb: 1000 },
} as const satisfies Record<string, Record<LoadUnit, number>>;

export type Implement = keyof typeof steps;

const implementOf: Partial<Record<Equipment, Implement>> = {
  barbell: 'bar',
  trap_bar: 'bar',
  smith: 'bar',
  dumbbells: 'dumbbell',
  kettlebell: 'kettlebell',
  leg_curl_machine: 'stack',
  calf_machine: 'stack',
  cable: 'stack',
};

/** What carries the load, from the kit that an exercise uses; undefined when nothing in it can be loaded. */
export function findImplement(kit: readonly Equipment[]): Implement | undefined {
  for (const item of kit) {
    const implement = implementOf[item];
    if (implement) return implement;
  }
  return undefined;
}

/** Hundredths of the unit, above 0. */
export function loadStepOf(implement: Implement, unit: LoadUnit): number {
  return steps[implement][unit];
}

/** The nearest load that can be put together from whole steps, ties down, never below one step. Takes the unit given. */
export function roundLoad(load: Load, step: number, unit: LoadUnit = load.unit): Load {
  const { hundredths } = convertLoad(load, unit);
  return { hundredths: clamp(nearestStep(hundredths, step, 0), step), unit };
}

/**
 * A rise of `percent`, rounded. When that rounds to no change, one step, provided it is at most `maxPercent` of the load.
 * Null when the smallest possible rise is more than that: a rep is added instead.
 */
export function raiseLoad(load: Load, percent: number, step: number, maxPercent: number): Load | null {
  const highest = Math.min(
    Math.floor((load.hundredths * (10_000 + Math.round(maxPercent * 100))) / 10_000),
    maxLoadHundredths,
  );
  const rounded = nearestStep(load.hundredths, step, percent);
  if (rounded > load.hundredths && rounded <= highest) return { hundredths: rounded, unit: load.unit };
  const next = nextStepAbove(load.hundredths, step);
  return next <= highest ? { hundredths: next, unit: load.unit } : null;
}

/** A cut of `percent` (above 0), rounded; at least one step down. A load of one step or less stays: there is nothing below it. */
export function lowerLoad(load: Load, percent: number, step: number): Load {
  if (load.hundredths <= step) return load;
  const rounded = nearestStep(load.hundredths, step, -percent);
  const lowered = rounded < load.hundredths ? rounded : nextStepBelow(load.hundredths, step);
  return { hundredths: Math.max(lowered, step), unit: load.unit };
}

/** Nearest multiple of the step to the load changed by a percentage (two decimals count), in whole numbers throughout. */
function nearestStep(hundredths: number, step: number, percent: number): number {
  const exact = hundredths * (10_000 + Math.round(percent * 100));
  const size = step * 10_000;
  const below = Math.floor(exact / size);
  return ((exact - below * size) * 2 > size ? below + 1 : below) * step;
}

function nextStepAbove(hundredths: number, step: number): number {
  return (Math.floor(hundredths / step) + 1) * step;
}

function nextStepBelow(hundredths: number, step: number): number {
  return (Math.ceil(hundredths / step) - 1) * step;
}

function clamp(hundredths: number, step: number): number {
  return Math.min(Math.max(hundredths, step), Math.floor(maxLoadHundredths / step) * step);
}
