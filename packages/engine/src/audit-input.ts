import { findExercise } from './catalogue/catalogue.ts';
import type { Exercise } from './catalogue/exercise.ts';
import type { GroupDose } from './group-dose.ts';
import { isHighResistance } from './high-resistance.ts';
import { isElastic } from './is-elastic.ts';
import type { Load } from './load.ts';
import type { PlainDate } from './plain-date.ts';
import type { Race } from './profile.ts';
import type { Area, Goal, Ladder, Measure, RunKind, SessionLoad, Weekday } from './vocabulary.ts';

/** One exercise of an audited session. Null means "not stated": a rule that needs it says that it cannot tell. */
export interface AuditedSlot {
  /** The place in the session; the same label in the next week is the same slot. */
  readonly slot: string;
  /** The same text is the same exercise: a catalogue id, or the name as it was written. */
  readonly exercise: string;
  readonly area: Area | null;
  readonly ladder: Ladder | null;
  readonly rung: number | null;
  /** Areas it trains beside its own, as a hinge does the hamstrings. They soften a gap, they don't fill it. */
  readonly alsoTrains: readonly Area[];
  readonly goal: Goal | null;
  readonly sets: number | null;
  readonly measure: Measure | null;
  /** Reps or seconds. */
  readonly amount: number | null;
  readonly restSeconds: number | null;
  readonly load: Load | null;
  /** Moves a weight: with no load stated, whether it rises cannot be told. */
  readonly isLoaded: boolean;
  readonly tempo: string | null;
  readonly explosive: boolean | null;
  /** A jump drill counted in contacts or seconds, outside the three to six reps of S4. */
  readonly elastic: boolean;
  /** Counts toward the cap of heavy lower-body slots. */
  readonly highResistance: boolean | null;
  /** Null where a purpose is not to be expected, as in a pasted routine. */
  readonly purpose: string | null;
  /** The exercise was changed for pain, kit or travel, or by the coach's own choice: no churn (S11). */
  readonly excused: boolean;
  /** Made easier on purpose, as after a gap: nothing has to rise in it (S9). */
  readonly eased: boolean;
}

export interface AuditedSession {
  /** The same label in the next week is the same session: "A", or the day. */
  readonly label: string;
  readonly day: Weekday | null;
  readonly load: SessionLoad;
  readonly slots: readonly AuditedSlot[];
  /** Whether the slots are all there are. When not, nothing is said about what is missing or how many there are. */
  readonly complete: boolean;
  /** Missed or left out for the day: what stands in it was not done, and nothing follows from it. */
  readonly isLetGo?: boolean;

  /** Why the coach put it on its day against a rule, in her words; left out where she did not. */
  readonly placedBecause?: string;
}

/** Why a week is not held to everything: it is meant to be less, or has no day for a full session. */
export const weekExemptions = ['deload', 'taper', 'return', 'maintain', 'off', 'no_full_session'] as const;
export type WeekExemption = (typeof weekExemptions)[number];

export interface AuditedWeek {
  /** From 1. */
  readonly number: number;
  /** A Monday; null where the week has no date, and races can't be placed in it. */
  readonly startsOn: PlainDate | null;
  /** Monday to Sunday; null where the runs are not known. */
  readonly runs: readonly RunKind[] | null;
  /** The day before and after the week; null makes the week wrap onto itself (S31). */
  readonly before: RunKind | null;
  readonly after: RunKind | null;
  readonly sessions: readonly AuditedSession[];
  /** Whether the sessions are all there are. */
  readonly complete: boolean;
  readonly exemption: WeekExemption | null;
}

/** What every check reads: a built program, a logged past or a pasted routine all map into it. */
export interface AuditInput {
  readonly weeks: readonly AuditedWeek[];
  /** Years; null where it is not known. */
  readonly age: number | null;
  /** Whether each week's doses are its own. False for one template said to be repeated: rises can't be seen in it. */
  readonly dosesByWeek: boolean;
  /** Null where there are no blocks: then every stretch of the same exercise is one. */
  readonly blocks: readonly { readonly firstWeek: number; readonly lastWeek: number }[] | null;
  readonly races: readonly Race[];
  /** What the runner's group asks of strength doses; null where the usual ones hold. */
  readonly group: GroupDose | null;
  /** Why no strength or power slot is possible for this runner at all, when none is. */
  readonly strengthBarredBy: 'kit' | 'pain' | 'screening' | null;
}

/** A slot of which only the given is known. */
export function buildAuditedSlot(known: Pick<AuditedSlot, 'slot' | 'exercise'> & Partial<AuditedSlot>): AuditedSlot {
  return {
    area: null,
    ladder: null,
    rung: null,
    alsoTrains: [],
    goal: null,
    sets: null,
    measure: null,
    amount: null,
    restSeconds: null,
    load: null,
    isLoaded: false,
    tempo: null,
    explosive: null,
    elastic: false,
    highResistance: null,
    purpose: null,
    excused: false,
    eased: false,
    ...known,
  };
}

/** What is written of a dose; the rest of a slot comes from the catalogue. */
export interface WrittenDose {
  readonly slot: string;
  readonly exerciseId: string;
  readonly goal: Goal;
  readonly sets: number;
  readonly measure: Measure;
  readonly amount: number;
  readonly restSeconds: number | null;
  readonly load?: Load | null;
  readonly tempo?: string | null;
  readonly explosive?: boolean | null;
  readonly purpose?: string | null;
}

/** A dose of a catalogue exercise. An id that the catalogue does not have is kept as a name of which nothing is known. */
export function buildCatalogueSlot(dose: WrittenDose, excused = false, eased = false): AuditedSlot {
  const exercise = findExercise(dose.exerciseId);
  // Spelt out rather than spread: an audit makes one of these for every exercise of every session.
  return {
    slot: dose.slot,
    exercise: dose.exerciseId,
    area: exercise?.area ?? null,
    ladder: exercise?.ladder ?? null,
    rung: exercise?.rung ?? null,
    alsoTrains: exercise && trainsHamstrings(exercise) ? hamstringsOnly : none,
    goal: dose.goal,
    sets: dose.sets,
    measure: dose.measure,
    amount: dose.amount,
    restSeconds: dose.restSeconds,
    load: dose.load ?? null,
    isLoaded: exercise?.loadType !== 'bodyweight',
    tempo: dose.tempo ?? null,
    explosive: dose.explosive ?? null,
    elastic: exercise !== undefined && isElastic(exercise),
    highResistance: exercise ? isHighResistance(exercise, dose) : null,
    purpose: dose.purpose ?? null,
    excused,
    eased,
  };
}

function trainsHamstrings({ ladder, primaryMuscles }: Exercise): boolean {
  return ladder === 'glute_max_hinge' && primaryMuscles.includes('hamstrings');
}

const none: readonly Area[] = [];
const hamstringsOnly: readonly Area[] = ['hamstrings'];
