import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { Button } from '@groundwork/ui/primitives/button';
import { ChevronDown, ChevronUp } from 'lucide-react';
import type { GridRow } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { PinMark } from './pin-mark.tsx';
import type { CellFrame } from './use-matrix-keys.ts';

/** A slot's exercise and what it is for; the pointer brings up what can be done with it. */
export function ExerciseCell({
  row,
  partner,
  frame,
  canEdit,
  above,
  below,
  acts,
}: {
  readonly row: GridRow;
  /** The slot it is done by turns with. */
  readonly partner: GridRow | undefined;
  readonly frame: CellFrame;
  readonly canEdit: boolean;
  /** The slots it can change places with. */
  readonly above: string | undefined;
  readonly below: string | undefined;
  readonly acts: Pick<MatrixActs, 'onSwap' | 'onRemoveSlot' | 'onMoveSlot' | 'onPair'>;
}) {
  return (
    <td
      {...frame}
      onDoubleClick={() => canEdit && acts.onSwap(row)}
      className="relative border-b border-rule pr-2 whitespace-nowrap focus-visible:-outline-offset-2"
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 truncate" title={row.sample.purpose}>
          <a
            href={`/library/${row.exerciseId}`}
            tabIndex={-1}
            className="font-semibold text-ink no-underline hover:underline"
          >
            {findExercise(row.exerciseId)?.name ?? row.exerciseId}
          </a>{' '}
          <span className="text-ink-3">{partner ? `by turns with ${partner.slot}` : row.sample.purpose}</span>
        </span>
        {row.sample.pinned.includes('exerciseId') ? <PinMark what="exercise" /> : null}
        {canEdit ? (
          <span className="absolute inset-y-0 right-1 flex items-center gap-1 bg-paper pl-2 opacity-0 group-hover/slot:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
            {above ? (
              <Button
                size="row"
                tabIndex={-1}
                aria-label={`Move ${row.slot} up`}
                title="Up"
                onClick={() => acts.onMoveSlot(row, above)}
              >
                <ChevronUp aria-hidden className="size-4" strokeWidth={1.75} />
              </Button>
            ) : null}
            {below ? (
              <Button
                size="row"
                tabIndex={-1}
                aria-label={`Move ${row.slot} down`}
                title="Down"
                onClick={() => acts.onMoveSlot(row, below)}
              >
                <ChevronDown aria-hidden className="size-4" strokeWidth={1.75} />
              </Button>
            ) : null}
            <Button
              size="row"
              tabIndex={-1}
              aria-label={`Swap ${row.slot}, ${findExercise(row.exerciseId)?.name}`}
              onClick={() => acts.onSwap(row)}
            >
              Swap
            </Button>
            <Button
              size="row"
              tabIndex={-1}
              aria-label={`${partner ? 'Part' : 'Pair'} ${row.slot}, ${findExercise(row.exerciseId)?.name}`}
              onClick={() => acts.onPair(row)}
            >
              {partner ? 'Part' : 'Pair'}
            </Button>
            <Button
              size="row"
              tabIndex={-1}
              aria-label={`Remove ${row.slot}, ${findExercise(row.exerciseId)?.name}`}
              onClick={() => acts.onRemoveSlot(row)}
            >
              Remove
            </Button>
          </span>
        ) : null}
      </span>
    </td>
  );
}
