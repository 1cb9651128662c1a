import { explainRepair } from '@groundwork/engine/explain';
import type { Repair } from '@groundwork/engine/placement';
import type { RunKind } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { useState } from 'react';
import { describeGain } from './describe-placement.ts';
import { MiniWeek } from './mini-week.tsx';

/** Shown before "More ways": the engine lists the best first. */
const firstShown = 3;

/** Ways to let more strength in, each with what it would give. Applying one changes only the draft of the grid. */
export function RepairList({
  repairs,
  week,
  canEdit,
  onApply,
}: {
  readonly repairs: readonly Repair[];
  /** The week as it stands. */
  readonly week: readonly RunKind[];
  readonly canEdit: boolean;
  readonly onApply: (repair: Repair) => void;
}) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? repairs : repairs.slice(0, firstShown);
  return (
    <>
      <ul aria-label="Ways to make room">
        {shown.map((repair) => {
          const words = explainRepair(repair, week).title;
          const changed = repair.kind === 'swap' ? repair.days : [repair.day];
          return (
            <li
              key={words}
              className="grid items-center gap-x-6 gap-y-2 border-b border-rule py-3 sm:grid-cols-[minmax(0,17rem)_20rem_auto] sm:justify-start"
            >
              <div className="text-sm">
                <b>{words}</b>
                <span className="block text-ink-2">{describeGain(repair.gives)}</span>
              </div>
              <MiniWeek week={repair.week} placement={repair.gives} changed={changed} />
              <Button
                size="row"
                onClick={() => onApply(repair)}
                offReason={canEdit ? null : 'An assistant reads'}
                aria-label={`Apply: ${words}`}
              >
                Apply
              </Button>
            </li>
          );
        })}
      </ul>
      {repairs.length > firstShown && !showsAll ? (
        <Button variant="quiet" size="row" className="mt-2" onClick={() => setShowsAll(true)}>
          {repairs.length - firstShown === 1 ? 'One more way' : `${repairs.length - firstShown} more ways`}
        </Button>
      ) : null}
    </>
  );
}
