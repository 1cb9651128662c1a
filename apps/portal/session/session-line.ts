import type { ClientPrescriptionView } from '@groundwork/api/views/session';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import type { CommonFault } from '@groundwork/engine/catalogue/exercise';
import { areaLabels } from '@groundwork/engine/labels';
import { convertLoad, type Load } from '@groundwork/engine/load';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { findImplement, loadStepOf } from '@groundwork/engine/round-load';
import type { LoadUnit, Measure, SupersetLetter } from '@groundwork/engine/vocabulary';
import type { LoggedSet } from '../training-log/merge-set-logs.ts';

/** One exercise of a session with all that the phone needs to show and log it without a signal. */
export interface SessionLine {
  readonly prescriptionId: string;
  /** Shared with its neighbour where the two are done by turns. */
  readonly superset: SupersetLetter | null;
  readonly exerciseId: string;
  readonly name: string;
  /** Where it works, in a word: "hamstrings". */
  readonly area: string;
  readonly purpose: string;
  readonly cues: readonly string[];
  readonly faults: readonly CommonFault[];
  readonly sets: number;
  readonly measure: Measure;
  readonly amount: number;
  readonly perSide: boolean;
  /** In the client's unit. */
  readonly load: Load | null;
  readonly rir: number | null;
  readonly restSeconds: number;
  readonly explosive: boolean;
  readonly tempo: string | null;
  /** What one press on the load stepper changes, in hundredths of the client's unit; null where nothing can be loaded. */
  readonly loadStep: number | null;
  readonly lastTime: {
    readonly date: PlainDate;
    readonly sets: readonly Pick<LoggedSet, 'setNumber' | 'amount' | 'amountOtherSide' | 'load' | 'rir'>[];
  } | null;
  /** What the server had when the page was made. */
  readonly logs: readonly Omit<LoggedSet, 'status'>[];
}

const bandOrBodyStep = { kg: 100, lb: 250 } as const satisfies Record<LoadUnit, number>;

/** A prescription with the catalogue's words. */
export function describeLine(prescription: ClientPrescriptionView, unit: LoadUnit): SessionLine {
  const exercise = findExercise(prescription.exerciseId);
  const implement = exercise && findImplement([...exercise.equipment.flat(), ...exercise.optionalEquipment]);
  // A coach may hang a weight on anything; without one, only what is made heavier by a weight gets a weight box.
  const takesLoad = exercise?.loadType === 'external' || prescription.load !== null;
  return {
    prescriptionId: prescription.prescriptionId,
    superset: prescription.superset,
    exerciseId: prescription.exerciseId,
    name: exercise?.name ?? prescription.exerciseId,
    area: exercise ? areaLabels[exercise.area].toLowerCase() : '',
    purpose: prescription.purpose,
    cues: exercise?.cues ?? [],
    faults: exercise?.faults ?? [],
    sets: prescription.sets,
    measure: prescription.measure,
    amount: prescription.amount,
    perSide: prescription.perSide,
    load: prescription.load && convertLoad(prescription.load, unit),
    rir: prescription.rir,
    restSeconds: prescription.restSeconds,
    explosive: prescription.explosive,
    tempo: prescription.tempo,
    loadStep: takesLoad ? (implement ? loadStepOf(implement, unit) : bandOrBodyStep[unit]) : null,
    lastTime: prescription.lastTime,
    logs: prescription.logs.map(({ setLogId, loggedAt, ...log }) => ({
      ...log,
      id: setLogId,
      prescriptionId: prescription.prescriptionId,
      loggedAt: loggedAt.toISOString(),
    })),
  };
}
