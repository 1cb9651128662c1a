import { parseRest } from '@groundwork/engine/dose-notation';
import { formatRest } from '@groundwork/engine/format-prescription';
import { CellInput } from './cell-input.tsx';
import type { GridRow } from './grid-rows.ts';
import type { CellFrame } from './use-matrix-keys.ts';

/** The rest of a slot over its block; a star where weeks differ. */
export function RestCell({
  row,
  lockedKeys,
  isEditing,
  seed,
  canEdit,
  frame,
  onEdit,
  onStop,
  onSet,
}: {
  readonly row: GridRow;
  readonly lockedKeys: ReadonlySet<string>;
  readonly isEditing: boolean;
  readonly seed: string | undefined;
  readonly canEdit: boolean;
  readonly frame: CellFrame;
  readonly onEdit: () => void;
  readonly onStop: () => void;
  readonly onSet: (seconds: number) => void;
}) {
  const rests = new Set(row.cells.flatMap((cell) => (cell ? [cell.prescription.restSeconds] : [])));
  // What is still ahead counts: weeks that are logged keep the rest they had.
  const ahead = row.cells.find((cell) => cell !== null && !lockedKeys.has(cell.session.key));
  const words = formatRest((ahead?.prescription ?? row.sample).restSeconds);
  return (
    <td
      {...frame}
      onDoubleClick={() => canEdit && onEdit()}
      className="relative border-b border-rule pl-2 whitespace-nowrap focus-visible:-outline-offset-2"
    >
      {isEditing ? (
        <CellInput
          label={`${row.slot}, rest`}
          initial={seed ?? words}
          selects={seed === undefined}
          check={(text) => (parseRest(text) === undefined ? 'Up to 10 minutes, such as 3 min or 90 s.' : undefined)}
          onCancel={onStop}
          onCommit={(text) => {
            const seconds = parseRest(text);
            onStop();
            if (seconds !== undefined) onSet(seconds);
          }}
          marks={[]}
        />
      ) : (
        <span title={rests.size > 1 ? `Differs by week: ${[...rests].map(formatRest).join(', ')}` : undefined}>
          {words}
          {rests.size > 1 ? <span className="text-ink-3"> *</span> : null}
        </span>
      )}
    </td>
  );
}
