import type { PlannedSession, Prescription } from '@groundwork/engine/program';
import type { Goal, SessionLabel } from '@groundwork/engine/vocabulary';
import type { GridCell, GridRow } from './grid-rows.ts';

/** What a coach does to a block, in the grid and in the week's cards alike. */
export interface MatrixActs {
  readonly onSetDose: (
    cell: GridCell,
    dose: Pick<Prescription, 'sets' | 'amount' | 'measure' | 'load' | 'rir'>,
  ) => void;
  readonly onFillRight: (cell: GridCell) => void;
  readonly onSetRest: (row: GridRow, seconds: number) => void;
  readonly onSetGoal: (row: GridRow, goal: Goal) => void;
  /** To the place of another slot of its session. */
  readonly onMoveSlot: (row: GridRow, to: string) => void;
  readonly onSwap: (row: GridRow) => void;
  readonly onRemoveSlot: (row: GridRow) => void;
  /** Chooses a partner to do the slot by turns with, or parts it from the one it has. */
  readonly onPair: (row: GridRow) => void;
  readonly onRemoveCell: (cell: GridCell) => void;
  readonly onAddSlot: (label: SessionLabel) => void;
  readonly onMoveSession: (session: PlannedSession) => void;
  readonly onWarmUp: (session: PlannedSession) => void;
  readonly onPickWeek: (week: number) => void;
  readonly onWhy: (cell: GridCell) => void;
  readonly onUndo: () => void;
}
