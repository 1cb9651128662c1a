// What a synthetic runner can do, exercise by exercise: a load for one rep, or a number of reps or seconds. It grows with
// sessions and fades without; the curve between load and reps is Epley's, as in the engine's own estimate.
import type { PerformedSet } from '../adapt/exercise-log.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import { convertLoad, type Load } from '../load.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { Prescription } from '../program.ts';
import { type Loadable, roundLoad } from '../round-load.ts';
import type { LoadUnit } from '../vocabulary.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Traits } from './synthetic-runner.ts';

interface Ability {
  /** Hundredths of a kilogram for one rep, or reps or seconds without a load. */
  value: number;
  lastDate: PlainDate;
}

const hundredthsPerUnit = { kg: 1, lb: 2.2046 } as const satisfies Record<LoadUnit, number>;
/** An average start on the first rung, and what each rung above it is worth. */
const startKg = 4_000;
const perRungKg = 600;
const dayToDay = 0.04;
const reserveNoise = 0.8;
const setFatigue = 0.4;

export class Body {
  private readonly abilities = new Map<string, Ability>();
  private readonly random: SeededRandom;
  private readonly traits: Traits;
  private readonly unit: LoadUnit;

  constructor(random: SeededRandom, traits: Traits, unit: LoadUnit) {
    this.random = random;
    this.traits = traits;
    this.unit = unit;
  }

  /** The sets of one prescription on a day, as she would log them. */
  perform(exercise: Exercise, planned: Prescription, loadable: Loadable, date: PlainDate): readonly PerformedSet[] {
    const { random, traits } = this;
    const isLoaded = exercise.loadType === 'external' && (planned.load !== null || planned.goal === 'strength');
    const ability = this.abilityOf(exercise, isLoaded, date);
    const today = ability.value * random.between(1 - dayToDay, 1 + dayToDay);
    const load = isLoaded ? (planned.load ?? this.findByFeel(today, planned, loadable)) : null;
    const most = load === null ? today : repsAt(today, load);
    const says = random.chance(traits.reportsReserve);
    const sets = Array.from({ length: planned.sets }, (_, index): PerformedSet => {
      const able = Math.max(0, most - index * setFatigue);
      const amount = Math.max(0, Math.min(planned.amount, Math.floor(able)));
      const left = Math.min(5, Math.max(0, able - amount + random.between(-reserveNoise, reserveNoise)));
      return { amount, load, rir: planned.rir === null || !says ? null : Math.round(left * 2) / 2 };
    });
    ability.value *= 1 + traits.gain;
    ability.lastDate = date;
    return sets;
  }

  private abilityOf(exercise: Exercise, isLoaded: boolean, date: PlainDate): Ability {
    const key = `${exercise.id} ${isLoaded}`;
    const known = this.abilities.get(key);
    if (known) {
      const weeksOff = Math.max(0, daysBetween(known.lastDate, date) / 7 - 1);
      known.value *= (1 - this.traits.loss) ** weeksOff;
      return known;
    }
    const value = isLoaded
      ? (startKg + perRungKg * exercise.rung) * this.traits.strength * this.random.between(0.8, 1.3)
      : exercise.prescription.max * this.random.between(0.9, 1.6);
    const fresh = { value, lastDate: date };
    this.abilities.set(key, fresh);
    return fresh;
  }

  /** A load that leaves what was asked for, or a little more: nobody knows it the first time. */
  private findByFeel(oneRep: number, { amount, rir }: Prescription, loadable: Loadable): Load {
    const wanted = (oneRep / (1 + (amount + (rir ?? 2)) / 30)) * this.random.between(0.85, 1);
    return roundLoad(
      { hundredths: Math.max(1, Math.round(wanted * hundredthsPerUnit[this.unit])), unit: this.unit },
      loadable,
    );
  }
}

/** Epley, turned round: how many reps a load allows. */
function repsAt(oneRep: number, load: Load): number {
  const { hundredths } = convertLoad(load, 'kg');
  return 30 * (oneRep / Math.max(1, hundredths) - 1);
}
