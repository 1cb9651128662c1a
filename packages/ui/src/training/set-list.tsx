import type { LoadUnit, Measure } from '@groundwork/engine/vocabulary';
import type { ReactNode } from 'react';
import { setColumns } from './set-columns.ts';

export interface SetListProps {
  /** "Sets of single-leg Romanian deadlift". */
  readonly label: string;
  readonly measure: Measure;
  readonly perSide: boolean;
  /** Null where nothing is loaded: the column is left out. */
  readonly unit: LoadUnit | null;
  /** What was done last time, once, under the rows. */
  readonly lastTime?: string;
  /** `SetRow`s. */
  readonly children: ReactNode;
}

/** The sets of one exercise, opened by 2 px of ink, with the units said once. Stands in a page with 20 px edges. */
export function SetList({ label, measure, perSide, unit, lastTime, children }: SetListProps) {
  return (
    <div>
      <div
        aria-hidden="true"
        className={`border-t-2 border-b border-t-ink border-b-rule ${setColumns(unit !== null)} h-[30px] text-xs text-ink-3`}
      >
        <span>Set</span>
        {unit ? <span className="text-center font-medium">{unit}</span> : null}
        <span className="text-center font-medium">
          {measure === 'seconds' ? 'Seconds' : 'Reps'}
          {perSide ? ', each side' : ''}
        </span>
        <span />
      </div>
      <ol aria-label={label}>{children}</ol>
      {lastTime ? <p className="mt-2.5 text-xs tracking-caption text-ink-3">{lastTime}</p> : null}
    </div>
  );
}
