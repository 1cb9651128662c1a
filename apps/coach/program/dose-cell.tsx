import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { parseDose } from '@groundwork/engine/dose-notation';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { NoteNumber } from '@groundwork/ui/primitives/note-number';
import { VisuallyHidden } from '@groundwork/ui/primitives/visually-hidden';
import { CellInput } from './cell-input.tsx';
import { describeCell, describeDoseProblem, formatCellText } from './cell-text.ts';
import type { GridCell, GridRow } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { PinMark } from './pin-mark.tsx';
import type { CellFrame } from './use-matrix-keys.ts';

/** What a slot asks for in one week: its notation, or the field it is typed in. */
export function DoseCell({
  row,
  cell,
  week,
  unit,
  frame,
  marks,
  seed,
  isNow,
  isTinted,
  isLocked,
  isEditing,
  canEdit,
  onEdit,
  onStop,
  onSet,
}: {
  readonly row: GridRow;
  /** Null where the week has no such slot. */
  readonly cell: GridCell | null;
  readonly week: number;
  readonly unit: LoadUnit;
  readonly frame: CellFrame;
  readonly marks: readonly number[];
  /** The digit that opened the field. */
  readonly seed: string | undefined;
  readonly isNow: boolean;
  readonly isTinted: boolean;
  readonly isLocked: boolean;
  readonly isEditing: boolean;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onStop: () => void;
  readonly onSet: MatrixActs['onSetDose'];
}) {
  return (
    <td
      {...frame}
      onDoubleClick={() => {
        if (canEdit && cell && !isLocked) onEdit();
      }}
      className={[
        'relative border-b border-l border-rule px-2 whitespace-nowrap focus-visible:-outline-offset-2',
        isNow ? 'bg-sheet' : '',
        isTinted ? 'bg-signal-tint' : '',
        isLocked ? 'text-ink-3' : cell?.rises ? 'font-semibold text-green' : '',
      ].join(' ')}
    >
      {isEditing && cell ? (
        <CellInput
          label={`${row.slot}, week ${week}`}
          initial={seed ?? formatCellText(cell.prescription, unit)}
          selects={seed === undefined}
          check={(text) => {
            const read = parseDose(text, unit);
            if (!read.ok) return read.problems.map(describeDoseProblem).join(' ');
            return read.value.measure === cell.prescription.measure
              ? undefined
              : `This exercise counts ${cell.prescription.measure}: ${formatCellText(cell.prescription, unit)}.`;
          }}
          onCancel={onStop}
          onCommit={(text) => {
            const read = parseDose(text, unit);
            onStop();
            if (!read.ok) return;
            onSet(cell, {
              ...read.value,
              rir: read.value.rir === undefined ? cell.prescription.rir : read.value.rir,
            });
          }}
          marks={marks}
        />
      ) : (
        <span className="flex items-center gap-1">
          {cell ? (
            <CellWords cell={cell} row={row} unit={unit} isLocked={isLocked} />
          ) : (
            <span className="text-ink-3">–</span>
          )}
          {marks.map((number) => (
            <span key={number} className="ml-auto">
              <NoteNumber number={number} bare />
            </span>
          ))}
        </span>
      )}
    </td>
  );
}

function CellWords({
  cell,
  row,
  unit,
  isLocked,
}: {
  readonly cell: GridCell;
  readonly row: GridRow;
  readonly unit: LoadUnit;
  readonly isLocked: boolean;
}) {
  const { prescription } = cell;
  const { dose, load } = describeCell(prescription, unit);
  const pinned = prescription.pinned.filter((field) => field !== 'exerciseId');
  const other = prescription.exerciseId === row.exerciseId ? undefined : findExercise(prescription.exerciseId)?.name;
  return (
    <>
      <span title={other ? `${other} this week` : undefined} className={other ? 'underline decoration-dotted' : ''}>
        {dose}
        {load ? (
          <span className={`ml-1.5 font-normal ${isLocked || cell.rises ? '' : 'text-ink-2'}`}>{load}</span>
        ) : null}
        {other ? <VisuallyHidden>, {other} this week</VisuallyHidden> : null}
        {cell.rises ? <VisuallyHidden>, rises</VisuallyHidden> : null}
      </span>
      {pinned.length > 0 ? <PinMark what={pinned.join(', ')} /> : null}
      {isLocked ? <VisuallyHidden>, logged</VisuallyHidden> : null}
    </>
  );
}
