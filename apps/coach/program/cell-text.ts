import { type DoseProblem, formatDose } from '@groundwork/engine/dose-notation';
import { formatLoad } from '@groundwork/engine/load';
import type { Prescription } from '@groundwork/engine/program';
import type { LoadUnit } from '@groundwork/engine/vocabulary';

/** "3×6" and "18": what a cell shows. A load in the client's unit goes without it, the foot line names it; a tempo is "slow". */
export function describeCell(
  { sets, amount, measure, load, tempo }: Prescription,
  unit: LoadUnit,
): { readonly dose: string; readonly load: string } {
  const weight = load ? (load.unit === unit ? String(load.hundredths / 100) : formatLoad(load)) : '';
  return {
    dose: `${sets}×${amount}${measure === 'seconds' ? ' s' : ''}`,
    load: [weight, tempo ? 'slow' : ''].filter(Boolean).join(' '),
  };
}

/** What stands in a cell's field when it is opened: all that its notation can change. */
export const formatCellText = ({ sets, measure, amount, load, rir }: Prescription, unit: LoadUnit): string =>
  formatDose({ sets, measure, amount, load, rir: rir ?? undefined }, unit);

/** The sentence under a cell whose text is no dose. */
export function describeDoseProblem(problem: DoseProblem): string {
  switch (problem.code) {
    case 'not_a_dose':
      return 'Write it as 3x6 18, 3x30s or 2x8 @3.';
    case 'sets_out_of_range':
      return `${problem.min} to ${problem.max} sets.`;
    case 'reps_out_of_range':
      return `${problem.min} to ${problem.max} reps.`;
    case 'seconds_out_of_range':
      return `${problem.min} to ${problem.max} seconds.`;
    case 'load_out_of_range':
      return `At most ${problem.maxHundredths / 100}.`;
    case 'rir_out_of_range':
      return `${problem.min} to ${problem.max} in reserve, in half steps.`;
    default: {
      const unknown: never = problem;
      throw new Error(`Unknown problem ${JSON.stringify(unknown)}`);
    }
  }
}
