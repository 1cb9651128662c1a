import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Prescription } from '@groundwork/engine/program';
import type { Ladder } from '@groundwork/engine/vocabulary';

/** An exercise of the published program, for the weeks in which it stands there without a break. */
export interface LadderStep {
  readonly exerciseId: string;
  /** Of the program, from 1. */
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** A Sunday. */
  readonly endsOn: PlainDate;
  readonly state: 'past' | 'current' | 'ahead';
  /** The dose of the week at hand, or the first or last of those that are ahead or past. */
  readonly dose: Pick<
    Prescription,
    'sets' | 'measure' | 'amount' | 'perSide' | 'load' | 'restSeconds' | 'rir' | 'explosive' | 'tempo'
  >;
}

export interface LadderView {
  readonly ladder: Ladder;
  /** In the order they are trained. */
  readonly steps: readonly LadderStep[];
}

/** Where she is on every ladder that the published program trains. */
export interface ClientLaddersView {
  readonly clientId: string;
  readonly coachName: string;
  /** Of the program; null before it begins, after it ends and without one. */
  readonly week: number | null;
  /** Those trained this week first. */
  readonly ladders: readonly LadderView[];
}
