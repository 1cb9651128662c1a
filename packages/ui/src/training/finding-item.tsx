import type { ReactNode } from 'react';
import { type FindingLevel, FindingMark } from '../primitives/finding-mark.tsx';
import { NoteNumber } from '../primitives/note-number.tsx';

export interface FindingItemProps {
  readonly level: FindingLevel;
  /** Follows the order in the grid; a note without a place there has none and shows its mark. */
  readonly number?: number;
  /** The bold fact: "Deadlift rests 60 s". */
  readonly fact: string;
  /** One sentence of reason. */
  readonly reason: string;
  /** One button: "Set 3 min". */
  readonly fix?: ReactNode;
  /** A `Why`. */
  readonly why?: ReactNode;
  /** Severity, mistake and rule: "error, mistake 1, rule S3". */
  readonly caption: string;
  readonly id?: string;
}

/** One finding in the margin, joined to its cell by the number. */
export function FindingItem({ level, number, fact, reason, fix, why, caption, id }: FindingItemProps) {
  return (
    <li id={id} className="grid grid-cols-[26px_minmax(0,1fr)] border-b border-rule py-3">
      <span className="pt-px">
        {number === undefined ? (
          <span className="ml-[3px]">
            <FindingMark level={level} />
          </span>
        ) : (
          <NoteNumber number={number} />
        )}
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{fact}</p>
        <p className="mt-0.5 font-serif text-base leading-[1.4rem]">{reason}</p>
        {fix || why ? (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            {fix}
            {why}
          </div>
        ) : null}
        <p className="mt-2 text-xs tracking-caption text-ink-3">{caption}</p>
      </div>
    </li>
  );
}
