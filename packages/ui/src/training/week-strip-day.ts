import type { Explanation } from '@groundwork/engine/explanation';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunKind, Weekday } from '@groundwork/engine/vocabulary';
import type { ReactNode } from 'react';

/** A reason that a strip can open. */
export interface StripReason {
  readonly explanation: Explanation;
  readonly ruleHref?: string;
  /** What can be done about it: "Place it anyway, with a reason". */
  readonly actions?: ReactNode;
}

/** Strength on a day: placed there, refused with its reason in a few words, or open and not used. */
export type StripStrength =
  | {
      readonly kind: 'placed';
      /** "Strength A". */
      readonly label: string;
      readonly done?: boolean;
      readonly why?: StripReason;
    }
  | {
      readonly kind: 'refused';
      /** "day before speed". */
      readonly words: string;
      readonly why?: StripReason;
    }
  | { readonly kind: 'open'; readonly words?: string };

/** One day of a week strip, in words already. */
export interface WeekStripDay {
  readonly day: Weekday;
  readonly date?: PlainDate;
  readonly run: RunKind;
  /** "Easy 8 km", "6 × 800 m", "No run". */
  readonly runWords: string;
  /** A second, quieter line: "3 min jog". */
  readonly detail?: string;
  readonly strength?: StripStrength;
  readonly today?: boolean;
  /** The number of a finding about this day. */
  readonly finding?: number;
}
