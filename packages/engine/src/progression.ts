// Up a ladder: S10 and S12 of the article (the same exercise for 4 to 6 weeks, then a harder one), gates of rulebook 2.4.
import { findExercise, listLadder, listSeedPath } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import { parameters } from './parameters.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';
import type { Reason } from './reason.ts';
import type { SeedPath } from './vocabulary.ts';

/** A jump over more rungs than this is no step (S10: a harder exercise, not a far harder one). */
const maxRungJump = 2;

/** The harder exercise to go to, or what stands in the way: the ladder's end, or a bar on every rung within reach. */
export type NextRung<Bar extends string> =
  | { readonly kind: 'next'; readonly exercise: Exercise; readonly bySeedPath: boolean }
  | { readonly kind: 'top' }
  | { readonly kind: 'barred'; readonly by: Bar; readonly wanted: Exercise };

/**
 * The next exercise up its ladder for which `findBarTo` gives null. On a named path its next step comes first, even over
 * rungs between; else the nearest rung, at most two up, in catalogue order within it.
 */
export function findNextRung<Bar extends string>(
  current: Exercise,
  findBarTo: (exercise: Exercise) => Bar | null,
): NextRung<Bar> {
  if (current.seedPath !== null) {
    const path = listSeedPath(current.seedPath);
    const step = path[path.indexOf(current) + 1];
    if (step && findBarTo(step) === null) return { kind: 'next', exercise: step, bySeedPath: true };
  }
  const rungs = listLadder(current.ladder);
  let barred: NextRung<Bar> | undefined;
  for (let rung = current.rung; rung < rungs.length; rung += 1) {
    for (const exercise of rungs[rung] ?? []) {
      const by = findBarTo(exercise);
      if (by !== null) barred ??= { kind: 'barred', by, wanted: exercise };
      else if (exercise.rung - current.rung <= maxRungJump) return { kind: 'next', exercise, bySeedPath: false };
    }
  }
  return barred ?? { kind: 'top' };
}

export interface RungInput {
  /** A catalogue id. */
  readonly current: string;
  /** Whole weeks on this rung, from 0. */
  readonly weeksDone: number;
  /** The top of the range was reached in two sessions. */
  readonly criteriaMet: boolean;
  /** The worst pain on this rung, 0 to 10. */
  readonly painMax: number;
  /** Which exercises the client can do; all when left out. */
  readonly isAllowed?: (exercise: Exercise) => boolean;
  /** The defaults when left out. */
  readonly parameters?: ParameterValues;
}

/** What to do with a rung at the end of a week. `change` says how to make a stay harder. */
export interface RungOption {
  readonly decision: 'stay' | 'advance' | 'extend' | 'regress';
  /** The exercise from `fromWeek` on. */
  readonly next: string;
  /** The first week of it, counted on from the weeks done. */
  readonly fromWeek: number;
  readonly change: 'add_load_or_reps' | 'add_resistance_or_reps' | 'add_seconds' | null;
  readonly reason: Reason;
}

/**
 * The options at this point, the recommended one first. Never up before four weeks; from four weeks up when the criteria
 * are met and pain is 2 or less; at six weeks a decision is due: up, two more weeks, or one rung back. Throws on an id that
 * the catalogue does not have.
 */
export function suggestRung(input: RungInput): readonly RungOption[] {
  const current = findExercise(input.current);
  if (!current) throw new RangeError(`Not in the catalogue: ${input.current}`);
  const { weeksDone, criteriaMet, painMax, parameters: values = defaultParameters } = input;
  const isAllowed = input.isAllowed ?? (() => true);
  const { min, max } = parameters.blockWeeks;
  const fromWeek = weeksDone + 1;
  const data = { exercise: current.id, weeksDone, min, max };
  const stay: RungOption = {
    decision: 'stay',
    next: current.id,
    fromWeek,
    change: changeOf(current),
    reason: { code: weeksDone < min ? 'RUNG_TOO_EARLY' : 'RUNG_NOT_MASTERED', rule: 'LADDER', data },
  };
  const easier = current.regressTo === null ? undefined : findExercise(current.regressTo);
  const back: RungOption | undefined =
    easier && isAllowed(easier)
      ? {
          decision: 'regress',
          next: easier.id,
          fromWeek,
          change: null,
          reason: {
            code: 'RUNG_BACK',
            rule: painMax > values.painGreenMax ? 'PAIN' : 'LADDER',
            data: { ...data, painMax },
          },
        }
      : undefined;

  if (painMax >= values.painRedMin)
    return back
      ? [back]
      : [{ ...stay, change: null, reason: { code: 'RUNG_PAIN', rule: 'PAIN', data: { ...data, painMax } } }];
  if (painMax > values.painGreenMax) {
    const held: RungOption = {
      ...stay,
      change: null,
      reason: { code: 'RUNG_PAIN', rule: 'PAIN', data: { ...data, painMax } },
    };
    return back ? [held, back] : [held];
  }
  if (weeksDone < min) return [stay];

  const above = findNextRung(current, (exercise) => (isAllowed(exercise) ? null : 'barred'));
  const advance: RungOption | undefined =
    above.kind === 'next'
      ? {
          decision: 'advance',
          next: above.exercise.id,
          fromWeek,
          change: null,
          reason: {
            code: 'RUNG_READY',
            rule: above.bySeedPath ? 'S12' : 'LADDER',
            data: { ...data, to: above.exercise.id },
          },
        }
      : undefined;
  const options: RungOption[] = [];
  if (advance && criteriaMet) options.push(advance);
  if (weeksDone >= max) {
    const reason = { code: 'RUNG_EXTEND', rule: 'LADDER', data: { ...data, weeks: values.extensionWeeks } };
    options.push({ ...stay, decision: 'extend', reason });
    if (advance && !criteriaMet) options.push(advance);
    if (back && !criteriaMet) options.push(back);
  } else options.push(stay);
  return options;
}

function changeOf(exercise: Exercise): RungOption['change'] {
  if (exercise.measure === 'seconds') return 'add_seconds';
  return exercise.loadType === 'external' ? 'add_load_or_reps' : 'add_resistance_or_reps';
}

export interface SeedPathBlock {
  readonly weeks: readonly [first: number, last: number];
  readonly exerciseId: string;
}

/** A named path in whole blocks of six weeks, as the article lays it out (S12). */
export function planSeedPath(path: SeedPath): readonly SeedPathBlock[] {
  const weeks = parameters.blockWeeks.max;
  return listSeedPath(path).map((exercise, index) => ({
    weeks: [index * weeks + 1, (index + 1) * weeks],
    exerciseId: exercise.id,
  }));
}
