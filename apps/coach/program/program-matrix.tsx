'use client';

import { mondayOf, type PlainDate } from '@groundwork/engine/plain-date';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { Fragment } from 'react';
import { DoseCell } from './dose-cell.tsx';
import { ExerciseCell } from './exercise-cell.tsx';
import { GoalCell } from './goal-cell.tsx';
import { type BlockGrid, findNeighbour, findPartnerRow } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { MatrixHead } from './matrix-head.tsx';
import { type CellKey, cellKeyOf } from './number-findings.ts';
import { RestCell } from './rest-cell.tsx';
import { SessionRow } from './session-row.tsx';
import { useMatrixKeys } from './use-matrix-keys.ts';

/** A block as text: slots down, weeks across. Arrows move, Enter edits, D fills to the block's end, W asks why, F goes to the next finding. */
export function ProgramMatrix({
  grid,
  unit,
  today,
  pickedWeek,
  numbers,
  tinted,
  lockedKeys,
  canEdit,
  acts,
}: {
  readonly grid: BlockGrid;
  readonly unit: LoadUnit;
  readonly today: PlainDate;
  readonly pickedWeek: number;
  /** On the first cell of each finding. */
  readonly numbers: ReadonlyMap<CellKey, readonly number[]>;
  /** Every cell that a finding is about. */
  readonly tinted: ReadonlySet<CellKey>;
  readonly lockedKeys: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly acts: MatrixActs;
}) {
  const keys = useMatrixKeys({ grid, numbers, lockedKeys, canEdit, acts });
  const thisMonday = mondayOf(today);
  return (
    <div className="relative overflow-x-auto">
      <table
        ref={keys.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
        role="grid"
        aria-label={`Block ${grid.block.number}, weeks ${grid.block.firstWeek} to ${grid.block.lastWeek}`}
        className="w-full min-w-[57rem] table-fixed border-collapse text-sm tabular-nums"
      >
        <MatrixHead
          weeks={grid.weeks}
          thisMonday={thisMonday}
          pickedWeek={pickedWeek}
          lockedKeys={lockedKeys}
          onPickWeek={acts.onPickWeek}
        />
        <tbody>
          {grid.sections.map((section) => (
            <Fragment key={section.label}>
              <SessionRow
                section={section}
                weeks={grid.weeks}
                thisMonday={thisMonday}
                pickedWeek={pickedWeek}
                numbers={numbers}
                lockedKeys={lockedKeys}
                canEdit={canEdit}
                acts={acts}
              />
              {section.rows.map((row) => {
                const goalPlace = { slot: row.slot, column: 'goal' } as const;
                const restPlace = { slot: row.slot, column: 'rest' } as const;
                return (
                  <tr key={row.slot} className="group/slot h-9">
                    <td
                      className={`border-b border-rule text-ink-3 ${row.sample.superset ? 'border-l-3 border-l-green pl-1.5' : ''}`}
                    >
                      {row.slot}
                    </td>
                    <ExerciseCell
                      row={row}
                      partner={findPartnerRow(section, row)}
                      frame={keys.frameCell({ slot: row.slot, column: 'exercise' }, row, null)}
                      canEdit={canEdit}
                      above={findNeighbour(grid, row, -1)}
                      below={findNeighbour(grid, row, 1)}
                      acts={acts}
                    />
                    <GoalCell
                      row={row}
                      frame={keys.frameCell(goalPlace, row, null)}
                      isEditing={keys.isEditing(goalPlace)}
                      canEdit={canEdit}
                      onEdit={() => keys.startEditing(goalPlace)}
                      onStop={() => keys.stopEditing(goalPlace)}
                      onSet={(goal) => acts.onSetGoal(row, goal)}
                    />
                    <RestCell
                      row={row}
                      lockedKeys={lockedKeys}
                      isEditing={keys.isEditing(restPlace)}
                      seed={keys.seed}
                      canEdit={canEdit}
                      frame={keys.frameCell(restPlace, row, null)}
                      onEdit={() => keys.startEditing(restPlace)}
                      onStop={() => keys.stopEditing(restPlace)}
                      onSet={(seconds) => acts.onSetRest(row, seconds)}
                    />
                    {grid.weeks.map((week, index) => {
                      const cell = row.cells[index] ?? null;
                      const at = { slot: row.slot, column: week.number };
                      const cellKey = cellKeyOf(week.number, row.label, row.slot);
                      return (
                        <DoseCell
                          key={week.number}
                          row={row}
                          cell={cell}
                          week={week.number}
                          unit={unit}
                          frame={keys.frameCell(at, row, cell)}
                          marks={numbers.get(cellKey) ?? []}
                          seed={keys.seed}
                          isNow={week.startsOn === thisMonday}
                          isTinted={tinted.has(cellKey)}
                          isLocked={keys.isLocked(cell)}
                          isEditing={keys.isEditing(at)}
                          canEdit={canEdit}
                          onEdit={() => keys.startEditing(at)}
                          onStop={() => keys.stopEditing(at)}
                          onSet={acts.onSetDose}
                        />
                      );
                    })}
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
