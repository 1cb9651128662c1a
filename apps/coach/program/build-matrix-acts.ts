import type { ProgramEdit } from './apply-edit.ts';
import { findOpenCell } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import type { ProgramAsk } from './program-dialogs.tsx';
import { setFields } from './set-fields.ts';

const allLogged = 'Every week of this slot is logged and never changes.';

/** Turns what is done in the grid into edits of the draft, or into the dialog that asks for more. */
export function buildMatrixActs({
  lockedKeys,
  apply,
  onAsk,
  onRefuse,
  onPickWeek,
  onWhy,
  onWarmUp,
  onUndo,
}: Pick<MatrixActs, 'onPickWeek' | 'onWhy' | 'onWarmUp' | 'onUndo'> & {
  readonly lockedKeys: ReadonlySet<string>;
  readonly apply: (edits: readonly ProgramEdit[], done?: string) => void;
  readonly onAsk: (ask: ProgramAsk) => void;
  readonly onRefuse: (message: string) => void;
}): MatrixActs {
  return {
    onSetDose: (cell, { sets, amount, load, rir }) => apply([setFields(cell, { sets, amount, load, rir }, 'session')]),
    onFillRight: (cell) => {
      const { sets, amount, load, rir } = cell.prescription;
      apply(
        [setFields(cell, { sets, amount, load, rir }, 'block')],
        `${cell.prescription.slot} filled to the block’s end`,
      );
    },
    onSetRest: (row, restSeconds) => {
      const cell = findOpenCell(row, lockedKeys);
      if (cell) apply([setFields(cell, { restSeconds }, 'block')]);
      else onRefuse(allLogged);
    },
    onSetGoal: (row, goal) => {
      const cell = findOpenCell(row, lockedKeys);
      if (cell) apply([setFields(cell, { goal }, 'block')]);
      else onRefuse(allLogged);
    },
    onMoveSlot: (row, to) => {
      const cell = findOpenCell(row, lockedKeys);
      if (!cell) {
        onRefuse(allLogged);
        return;
      }
      apply(
        [{ kind: 'move_slot', session: cell.session.key, slot: row.slot, to, reach: 'block' }],
        `${row.slot} is now ${to}`,
      );
    },
    onSwap: (row) => {
      if (findOpenCell(row, lockedKeys)) onAsk({ kind: 'swap', row });
      else onRefuse(allLogged);
    },
    onRemoveSlot: (row) => {
      const cell = findOpenCell(row, lockedKeys);
      if (!cell) {
        onRefuse(allLogged);
        return;
      }
      apply(
        [{ kind: 'remove_slot', session: cell.session.key, slot: row.slot, reach: 'block' }],
        `${row.slot} is taken out`,
      );
    },
    onPair: (row) => {
      const cell = findOpenCell(row, lockedKeys);
      if (!cell) onRefuse(allLogged);
      else if (!cell.prescription.superset) onAsk({ kind: 'pair', cell });
      else {
        apply(
          [{ kind: 'unpair_slot', session: cell.session.key, slot: row.slot, reach: 'block' }],
          `${row.slot} stands on its own`,
        );
      }
    },
    onRemoveCell: (cell) =>
      apply(
        [{ kind: 'remove_slot', session: cell.session.key, slot: cell.prescription.slot, reach: 'session' }],
        `${cell.prescription.slot} is taken out of week ${cell.week}`,
      ),
    onAddSlot: (label) => onAsk({ kind: 'add', label }),
    onMoveSession: (session) => onAsk({ kind: 'move', session, wished: undefined }),
    onPickWeek,
    onWhy,
    onWarmUp,
    onUndo,
  };
}
