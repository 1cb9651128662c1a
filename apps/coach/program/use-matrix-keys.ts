import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { type BlockGrid, findNeighbour, type GridCell, type GridRow } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { type CellKey, cellKeyOf } from './number-findings.ts';

/** Where the grid's focus is: a row by its slot, and a column. */
interface GridPlace {
  readonly slot: string;
  /** "exercise", "goal", "rest", or a week's number. */
  readonly column: 'exercise' | 'goal' | 'rest' | number;
}

/** What makes a table's cell a cell of the grid. */
export interface CellFrame {
  readonly 'data-place': string;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface MatrixKeys {
  readonly table: RefObject<HTMLTableElement | null>;
  /** The digit that opened the field being edited. */
  readonly seed: string | undefined;
  readonly isEditing: (at: GridPlace) => boolean;
  readonly isLocked: (cell: GridCell | null) => boolean;
  readonly startEditing: (at: GridPlace) => void;
  readonly stopEditing: (at: GridPlace) => void;
  readonly frameCell: (at: GridPlace, row: GridRow, cell: GridCell | null) => CellFrame;
}

/** The grid's one focus and its keys: arrows move, with Alt the slot, Enter edits, D fills to the block's end, W asks why, F goes to the next finding. */
export function useMatrixKeys({
  grid,
  numbers,
  lockedKeys,
  canEdit,
  acts,
}: {
  readonly grid: BlockGrid;
  readonly numbers: ReadonlyMap<CellKey, readonly number[]>;
  readonly lockedKeys: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly acts: MatrixActs;
}): MatrixKeys {
  const table = useRef<HTMLTableElement>(null);
  const rows = grid.sections.flatMap((section) => section.rows);
  const columns: readonly GridPlace['column'][] = [
    'exercise',
    'goal',
    'rest',
    ...grid.weeks.map((week) => week.number),
  ];
  const [place, setPlace] = useState<GridPlace>({ slot: rows[0]?.slot ?? 'A1', column: grid.weeks[0]?.number ?? 1 });
  const [editing, setEditing] = useState<GridPlace>();
  const [seed, setSeed] = useState<string>();

  const focusPlace = (to: GridPlace) => {
    setPlace(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.slot}/${to.column}"]`)?.focus();
  };
  const stopEditing = (at: GridPlace) => {
    setSeed(undefined);
    setEditing(undefined);
    // The cell is there again after the next paint.
    requestAnimationFrame(() => focusPlace(at));
  };
  const isLocked = (cell: GridCell | null) => cell !== null && lockedKeys.has(cell.session.key);

  const moveBy = (at: GridPlace, rowStep: number, columnStep: number) => {
    const row = rows.findIndex((one) => one.slot === at.slot);
    const column = columns.indexOf(at.column);
    const nextRow = rows[Math.max(0, Math.min(rows.length - 1, row + rowStep))];
    const nextColumn = columns[Math.max(0, Math.min(columns.length - 1, column + columnStep))];
    if (nextRow && nextColumn !== undefined) focusPlace({ slot: nextRow.slot, column: nextColumn });
  };
  const goToNextFinding = (at: GridPlace) => {
    const marked = rows.flatMap((row) =>
      row.cells.flatMap((_cell, index) => {
        const week = grid.weeks[index]?.number ?? 0;
        return numbers.has(cellKeyOf(week, row.label, row.slot)) ? [{ slot: row.slot, column: week }] : [];
      }),
    );
    const now = marked.findIndex((one) => one.slot === at.slot && one.column === at.column);
    const next = marked[(now + 1) % Math.max(marked.length, 1)];
    if (next) focusPlace(next);
  };

  const handleKey = (at: GridPlace, row: GridRow, cell: GridCell | null) => (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      acts.onUndo();
      return;
    }
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const to = findNeighbour(grid, row, event.key === 'ArrowUp' ? -1 : 1);
      if (!canEdit || !to) return;
      acts.onMoveSlot(row, to);
      // The row is in its new place after the next paint.
      requestAnimationFrame(() => focusPlace({ slot: to, column: at.column }));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (step) {
      event.preventDefault();
      moveBy(at, step[0], step[1]);
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'f') {
      event.preventDefault();
      goToNextFinding(at);
      return;
    }
    if (key === 'w' && cell) {
      event.preventDefault();
      acts.onWhy(cell);
      return;
    }
    if (!canEdit) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (at.column === 'exercise') acts.onSwap(row);
      else if (at.column === 'goal' || at.column === 'rest' || (cell && !isLocked(cell))) setEditing(at);
      return;
    }
    if (key === 'd' && cell && typeof at.column === 'number' && !isLocked(cell)) {
      event.preventDefault();
      acts.onFillRight(cell);
      return;
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && cell && !isLocked(cell)) {
      event.preventDefault();
      acts.onRemoveCell(cell);
      return;
    }
    // Typing a digit starts a new dose, as in any grid.
    if (/^\d$/.test(event.key) && (at.column === 'rest' || (cell && !isLocked(cell)))) {
      event.preventDefault();
      setEditing({ ...at });
      setSeed(event.key);
    }
  };

  const frameCell = (at: GridPlace, row: GridRow, cell: GridCell | null): CellFrame => ({
    'data-place': `${at.slot}/${at.column}`,
    tabIndex: place.slot === at.slot && place.column === at.column ? 0 : -1,
    onFocus: () => setPlace(at),
    onKeyDown: handleKey(at, row, cell),
  });
  return {
    table,
    seed,
    isEditing: (at) => editing?.slot === at.slot && editing.column === at.column,
    isLocked,
    startEditing: setEditing,
    stopEditing,
    frameCell,
  };
}
