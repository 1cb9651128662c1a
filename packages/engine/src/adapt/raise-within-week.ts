import { convertLoad, type Load } from '../load.ts';
import { raiseLoad } from '../round-load.ts';
import type { ExerciseState } from './exercise-state.ts';
import { isLighter } from './is-lighter.ts';
import type { StepContext } from './step-context.ts';

/** A rise within the week's cap; one smallest step may pass it once. */
export function raiseWithinWeek(
  state: ExerciseState,
  basis: Load,
  percent: number,
  { parameters, loadable, unit }: StepContext,
): Load | 'week_cap' | null {
  const { weekCapPercent: cap, oneStepMaxPercent } = parameters;
  const begun = state.week === null ? basis : convertLoad(state.week.load, unit);
  if (!isLighter(begun, basis)) {
    const raw = Math.min(percent, cap);
    // Rounding may not lift the rise over the cap; only a smallest step may be more.
    return raiseLoad(basis, raw, loadable, cap) ?? raiseLoad(basis, raw, loadable, oneStepMaxPercent);
  }
  const room = Math.floor(((begun.hundredths * (100 + cap)) / basis.hundredths - 100) * 100) / 100;
  return (room > 0 ? raiseLoad(basis, Math.min(percent, room), loadable, room) : null) ?? 'week_cap';
}
