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
  const highest = (begun.hundredths * (100 + cap)) / 100;
  // Rounded up to what a percentage can say, or the cap itself would be out of reach.
  const room = Math.ceil((highest / basis.hundredths - 1) * 10_000) / 100;
  const raised = room > 0 ? raiseLoad(basis, Math.min(percent, room), loadable, room) : null;
  return raised !== null && raised.hundredths <= highest ? raised : 'week_cap';
}
