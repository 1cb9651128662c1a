// Loads against their bounds, worked out from what was lifted alone: a second opinion on the engine's own steps.
import { convertLoad, formatLoad, type Load } from '../load.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import { daysBetween, mondayOf, type PlainDate } from '../plain-date.ts';
import type { Prescription, WeekPhase } from '../program.ts';
import type { Loadable } from '../round-load.ts';

interface Lifted {
  readonly load: Load;
  /** The load that the week of the last session began with. */
  readonly weekLoad: Load;
  readonly monday: PlainDate;
  readonly date: PlainDate;
}

export interface Asked {
  readonly prescription: Prescription;
  readonly phase: WeekPhase;
  readonly date: PlainDate;
  readonly loadable: Loadable;
  /** Made easier for a day or a week on purpose. */
  readonly isEased: boolean;
}

/** Remembers what was lifted in ordinary sessions, exercise by exercise. */
export class LoadWatch {
  private readonly lifted = new Map<string, Lifted>();
  private readonly parameters: ParameterValues;

  constructor(parameters: ParameterValues) {
    this.parameters = parameters;
  }

  /** What is wrong with a load that is asked for; undefined when nothing is. */
  judge({
    prescription,
    phase,
    date,
    loadable,
  }: Asked): { readonly code: 'load_above_cap' | 'load_below_bounds'; readonly about: string } | undefined {
    const { exerciseId, load } = prescription;
    const known = this.lifted.get(exerciseId);
    if (load === null || known === undefined) return undefined;
    const { weekCapPercent, oneStepMaxPercent, missedRestartPercent, backoffAgainPercent, rirCutMaxPercent } =
      this.parameters;
    const isSameWeek = known.monday === mondayOf(date);
    const base = convertLoad(isSameWeek ? known.weekLoad : known.load, load.unit).hundredths;
    const last = convertLoad(known.load, load.unit).hundredths;
    const asked = load.hundredths;
    const about = `${exerciseId}: ${formatLoad(load)} after ${formatLoad(known.load)}`;
    const isOneStep = asked === nextAbove(last, loadable) && asked * 100 <= last * (100 + oneStepMaxPercent);
    if (asked > last && asked * 100 > base * (100 + weekCapPercent) && !(isOneStep && last <= base)) {
      return { code: 'load_above_cap', about };
    }
    const cut = Math.max(missedRestartPercent, backoffAgainPercent, rirCutMaxPercent);
    // A gap takes its share off a load that may just have come down.
    const isBack = daysBetween(known.date, date) > this.parameters.missedResumeDays;
    const easier = (phase === 'build' ? 100 : 90) * (isBack ? 1 - missedRestartPercent / 100 : 1);
    const bound = (last * (100 - cut) * easier) / 10_000;
    const steps = phase === 'build' ? 1 : 2;
    if (asked < stepsBelow(bound, loadable, steps)) return { code: 'load_below_bounds', about };
    return undefined;
  }

  /** What was really lifted; an easy or eased session says nothing about the working load. */
  note({ prescription, phase, date, isEased }: Asked, load: Load | null): void {
    if (load === null || phase !== 'build' || isEased) return;
    const monday = mondayOf(date);
    const known = this.lifted.get(prescription.exerciseId);
    if (known !== undefined && known.monday > monday) return;
    const weekLoad = known?.monday === monday ? known.weekLoad : load;
    this.lifted.set(prescription.exerciseId, { load, weekLoad, monday, date });
  }
}

function nextAbove(hundredths: number, loadable: Loadable): number {
  if (typeof loadable === 'number') return (Math.floor(hundredths / loadable) + 1) * loadable;
  return loadable.find((weight) => weight > hundredths) ?? Number.POSITIVE_INFINITY;
}

function stepsBelow(hundredths: number, loadable: Loadable, steps: number): number {
  if (typeof loadable === 'number') return hundredths - steps * loadable;
  const below = loadable.filter((weight) => weight <= hundredths);
  return below[Math.max(0, below.length - 1 - steps)] ?? 0;
}
