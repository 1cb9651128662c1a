import type { OneRepMaxInput } from './adapt/estimate-one-rep-max.ts';
import type { PlannedDose } from './adapt/exercise-log.ts';
import type { MissedInput } from './adapt/handle-missed.ts';
import type { JudgedPain, PainReport } from './adapt/judge-pain.ts';
import type { CheckIn } from './adapt/judge-readiness.ts';
import type { RuleSetInput } from './adapt/rule-set.ts';
import type { ScreeningAnswers } from './adapt/screen.ts';
import type { PrescriptionFields } from './edit-program.ts';
import type { Explanation } from './explanation.ts';
import type { Load } from './load.ts';
import type { RoutineContext } from './notation/read-routine.ts';
import type { PlacementInput } from './placement.ts';
import type { Profile } from './profile.ts';
import type { WeekPhase } from './program.ts';
import type { RungInput } from './progression.ts';
import type { Loadable } from './round-load.ts';
import type { SessionLabel, Weekday } from './vocabulary.ts';

/** One session of an exercise as it was done, a week after the one before it. */
export interface DoneSession {
  /** Reps or seconds of each set; empty when it was not done. */
  readonly reps: readonly number[];
  /** Reps in reserve of each set; null where it was not said. */
  readonly rir: number | null;
  /** What was lifted; what was asked for when left out. */
  readonly load?: Load;
  readonly phase?: WeekPhase;
  readonly pain?: number;
}

/** What is put to the engine: a routine in the notation, a week of runs, a runner to build for, or something that happened. */
export type RuleCase =
  | { readonly kind: 'routine'; readonly text: string; readonly context?: RoutineContext }
  | {
      readonly kind: 'week';
      readonly input: PlacementInput;
      /** The day it is about; the whole week when left out. */
      readonly day?: Weekday;
      /** Other rules than the article's, for the client "client". */
      readonly ruleSet?: RuleSetInput;
    }
  | { readonly kind: 'repairs'; readonly input: PlacementInput }
  | {
      readonly kind: 'program';
      /** What differs from the article's runner. */
      readonly runner: Partial<Profile>;
      readonly weeks: number;
      readonly sessionsPerWeek: 1 | 2;
      /** The week that is shown, from 1. */
      readonly week: number;
      /** The session of it; all of them when left out. */
      readonly session?: SessionLabel;
      /** What the coach sets by hand in the first exercise of the session. */
      readonly edit?: PrescriptionFields;
    }
  | {
      readonly kind: 'log';
      /** What differs from a Romanian deadlift of 3 × 4 to 6 at 60 kg with two in reserve. */
      readonly planned: Partial<PlannedDose>;
      readonly sessions: readonly DoneSession[];
      /** Years; an adult when left out. */
      readonly age?: number;
      /** What can be loaded, in hundredths: a step or a list; plates of 1.25 kg when left out. */
      readonly loadable?: Loadable;
    }
  | { readonly kind: 'rung'; readonly input: RungInput }
  | { readonly kind: 'estimate'; readonly input: OneRepMaxInput }
  | { readonly kind: 'pain'; readonly report: Partial<PainReport>; readonly before?: readonly JudgedPain[] }
  | { readonly kind: 'check_in'; readonly checkIn: Partial<CheckIn> }
  | { readonly kind: 'gap'; readonly days: number }
  | { readonly kind: 'missed'; readonly input: Omit<MissedInput, 'parameters'> }
  | { readonly kind: 'season'; readonly age: number }
  | { readonly kind: 'screening'; readonly answers: Partial<ScreeningAnswers> };

/** A case of a rule, and what the engine says to it. A test puts every case to the engine, so none can be wrong. */
export interface RuleExample {
  /** What is the case, in one sentence without a full stop. */
  readonly caption: string;
  readonly put: RuleCase;
  /** Every code that the engine gives under the rule, in its order, each once; empty where it has nothing to say. */
  readonly says: readonly string[];
}

/**
 * What a rule looks like in use.
 * `check`: the engine is silent about what keeps the rule and speaks about what breaks it.
 * `decision`: the engine speaks either way; one case lets something stand or go on, the other does not.
 * `worked`: nothing can keep or break the rule, and `because` says why; its cases show what it does.
 */
export type RuleExamples = {
  /** The rule whose findings or reasons carry this one, where it has none of its own. */
  readonly saidBy?: string;
} & (
  | {
      readonly kind: 'check' | 'decision';
      readonly passes: RuleExample;
      readonly fails: RuleExample;
      /** Further cases, such as the same thing said by another part of the engine. */
      readonly also?: readonly RuleExample[];
    }
  | { readonly kind: 'worked'; readonly because: string; readonly shows: readonly RuleExample[] }
);

/** One thing that the engine says about an example, in its own words. */
export interface Said {
  readonly code: string;
  readonly explanation: Explanation;
}

/** A line of an example as it is shown. */
export interface ExampleLine {
  /** A weekday, or the name of a fact; empty for a line of the notation. */
  readonly label: string;
  readonly text: string;
  readonly isHeading: boolean;
  /** The exercise named in it, where the catalogue has it. */
  readonly exerciseId: string | null;
  /** What the engine says about this very line. */
  readonly said: readonly Said[];
}

/** An example after the engine has had its say. */
export interface WorkedExample {
  readonly caption: string;
  readonly lines: readonly ExampleLine[];
  /** What it says about the whole. */
  readonly said: readonly Said[];
  /** Rules that could not be judged for want of facts. */
  readonly cannotTell: readonly string[];
  /** Codes of errors and warnings by any rule. */
  readonly faults: readonly string[];
}
