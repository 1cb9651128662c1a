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

/**
 * What a load can be, in hundredths of its unit: whole steps of one size, or a list of every weight there is, lightest
 * first and not empty, as on a dumbbell rack or a machine's stack.
 */
export type Loadable = number | readonly number[];

/** The nearest load that can be put together, ties down, never below the lightest. Takes the unit given. */
export function roundLoad(load: Load, loadable: Loadable, unit: LoadUnit = load.unit): Load {
  const { hundredths } = convertLoad(load, unit);
  return { hundredths: clamp(nearest(hundredths, loadable, 0), loadable), unit };
}

/**
 * A rise of `percent`, rounded. When that rounds to no change, one step, provided it is at most `maxPercent` of the load.
 * Null when the smallest possible rise is more than that: a rep is added instead.
 */
export function raiseLoad(load: Load, percent: number, loadable: Loadable, maxPercent: number): Load | null {
  const highest = Math.min(
    Math.floor((load.hundredths * (10_000 + Math.round(maxPercent * 100))) / 10_000),
    maxLoadHundredths,
  );
  const rounded = nearest(load.hundredths, loadable, percent);
  if (rounded > load.hundredths && rounded <= highest) return { hundredths: rounded, unit: load.unit };
  const next = nextAbove(load.hundredths, loadable);
  return next <= highest ? { hundredths: next, unit: load.unit } : null;
}

/** A cut of `percent` (above 0), rounded; at least one step down. The lightest load stays: there is nothing below it. */
export function lowerLoad(load: Load, percent: number, loadable: Loadable): Load {
  const lowest = lightestOf(loadable);
  if (load.hundredths <= lowest) return load;
  const rounded = nearest(load.hundredths, loadable, -percent);
  const lowered = rounded < load.hundredths ? rounded : nextBelow(load.hundredths, loadable);
  return { hundredths: Math.max(lowered, lowest), unit: load.unit };
}

/** The weight nearest to the load changed by a percentage (two decimals count), in whole numbers throughout. */
function nearest(hundredths: number, loadable: Loadable, percent: number): number {
  const exact = hundredths * (10_000 + Math.round(percent * 100));
  if (typeof loadable === 'number') {
    const size = loadable * 10_000;
    const below = Math.floor(exact / size);
    return ((exact - below * size) * 2 > size ? below + 1 : below) * loadable;
  }
  let best = lightestOf(loadable);
  for (const weight of loadable) {
    if (Math.abs(weight * 10_000 - exact) < Math.abs(best * 10_000 - exact)) best = weight;
  }
  return best;
}

function nextAbove(hundredths: number, loadable: Loadable): number {
  if (typeof loadable === 'number') return (Math.floor(hundredths / loadable) + 1) * loadable;
  return loadable.find((weight) => weight > hundredths) ?? Number.POSITIVE_INFINITY;
}

function nextBelow(hundredths: number, loadable: Loadable): number {
  if (typeof loadable === 'number') return (Math.ceil(hundredths / loadable) - 1) * loadable;
  return loadable.findLast((weight) => weight < hundredths) ?? lightestOf(loadable);
}

function lightestOf(loadable: Loadable): number {
  const lightest = typeof loadable === 'number' ? loadable : loadable[0];
  if (lightest === undefined) throw new RangeError('Nothing to load');
  return lightest;
}

function clamp(hundredths: number, loadable: Loadable): number {
  const heaviest =
    typeof loadable === 'number' ? Math.floor(maxLoadHundredths / loadable) * loadable : maxLoadHundredths;
  return Math.min(Math.max(hundredths, lightestOf(loadable)), heaviest);
}
