'use client';

import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { parseDose, parseRest } from '@groundwork/engine/dose-notation';
import { formatRest } from '@groundwork/engine/format-prescription';
import { goalLabels, shortWeekdayLabels, weekdayLabels } from '@groundwork/engine/labels';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { PlannedSession, Prescription } from '@groundwork/engine/program';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { NoteNumber } from '@groundwork/ui/primitives/note-number';
import { VisuallyHidden } from '@groundwork/ui/primitives/visually-hidden';
import { Lock } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { CellInput } from './cell-input.tsx';
import { describeCell, describeDoseProblem, formatCellText } from './cell-text.ts';
import type { BlockGrid, GridCell, GridRow } from './grid-rows.ts';
import { type CellKey, cellKeyOf } from './number-findings.ts';

/** Where the grid's focus is: a row by its slot, and a column. */
export interface GridPlace {
  readonly slot: string;
  /** "exercise", "rest", or a week's number. */
  readonly column: 'exercise' | 'rest' | number;
}

export interface MatrixActs {
  readonly onSetDose: (
    cell: GridCell,
    dose: Pick<Prescription, 'sets' | 'amount' | 'measure' | 'load' | 'rir'>,
  ) => void;
  readonly onFillRight: (cell: GridCell) => void;
  readonly onSetRest: (row: GridRow, seconds: number) => void;
  readonly onSwap: (row: GridRow) => void;
  readonly onRemoveSlot: (row: GridRow) => void;
  readonly onRemoveCell: (cell: GridCell) => void;
  readonly onAddSlot: (label: 'A' | 'B') => void;
  readonly onMoveSession: (session: PlannedSession) => void;
  readonly onPickWeek: (week: number) => void;
  readonly onWhy: (cell: GridCell) => void;
  readonly onUndo: () => void;
}

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
  const table = useRef<HTMLTableElement>(null);
  const rows = grid.sections.flatMap((section) => section.rows);
  const columns: readonly GridPlace['column'][] = ['exercise', 'rest', ...grid.weeks.map((week) => week.number)];
  const [place, setPlace] = useState<GridPlace>({ slot: rows[0]?.slot ?? 'A1', column: grid.weeks[0]?.number ?? 1 });
  const [editing, setEditing] = useState<GridPlace>();

  const focusPlace = (to: GridPlace) => {
    setPlace(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.slot}/${to.column}"]`)?.focus();
  };
  const stopEditing = (at: GridPlace) => {
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
        return findNumbers(numbers, week, row).length > 0 ? [{ slot: row.slot, column: week }] : [];
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
      else if (at.column === 'rest' || (cell && !isLocked(cell))) setEditing(at);
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
  const [seed, setSeed] = useState<string>();

  const cellFrame = (at: GridPlace, row: GridRow, cell: GridCell | null) => ({
    'data-place': `${at.slot}/${at.column}`,
    tabIndex: place.slot === at.slot && place.column === at.column ? 0 : -1,
    onFocus: () => setPlace(at),
    onKeyDown: handleKey(at, row, cell),
  });
  const isNow = (startsOn: PlainDate) => startsOn <= today && today < addWeek(startsOn);

  return (
    <div className="relative overflow-x-auto">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus is a grid
        role="grid"
        aria-label={`Block ${grid.block.number}, weeks ${grid.block.firstWeek} to ${grid.block.lastWeek}`}
        className="w-full min-w-[57rem] table-fixed border-collapse text-sm tabular-nums"
      >
        <thead>
          <tr className="text-left text-xs text-ink-3">
            <th scope="col" className="w-[34px] border-b border-rule py-1.5 font-medium">
              <VisuallyHidden>Slot</VisuallyHidden>
            </th>
            <th scope="col" className="border-b border-rule py-1.5 font-medium">
              Exercise and purpose
            </th>
            <th scope="col" className="w-[70px] border-b border-rule py-1.5 font-medium">
              Goal
            </th>
            <th scope="col" className="w-[82px] border-b border-rule py-1.5 pl-2 font-medium">
              Rest
            </th>
            {grid.weeks.map((week) => {
              const sessions = week.sessions;
              const isLogged = sessions.length > 0 && sessions.every((session) => lockedKeys.has(session.key));
              return (
                <th
                  key={week.number}
                  scope="col"
                  className={`w-[88px] border-b border-l border-rule px-2 py-0 font-medium whitespace-nowrap ${isNow(week.startsOn) ? 'bg-sheet text-ink shadow-[inset_0_3px_0_var(--color-signal)]' : ''} ${pickedWeek === week.number ? 'text-ink' : ''}`}
                >
                  <button
                    type="button"
                    aria-pressed={pickedWeek === week.number}
                    onClick={() => acts.onPickWeek(week.number)}
                    title={`Show week ${week.number} above`}
                    className="inline-flex h-7 items-center gap-1 hover:text-ink hover:underline aria-pressed:font-semibold aria-pressed:underline aria-pressed:underline-offset-4"
                  >
                    {/* "Week 15 now" and a lock are wider than the column: the word is read aloud, not shown. */}
                    <span>
                      {isNow(week.startsOn) ? <VisuallyHidden>Week </VisuallyHidden> : 'Week '}
                      {week.number}
                      {isNow(week.startsOn) ? ' now' : ''}
                    </span>
                    {isLogged ? <Lock role="img" aria-label="logged" className="size-3" strokeWidth={1.75} /> : null}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {grid.sections.map((section) => {
            const first = section.sessions.find((session) => session !== null);
            return [
              <tr key={section.label}>
                <th
                  colSpan={4}
                  scope="rowgroup"
                  className="h-[38px] border-b border-ink pt-2.5 pb-1 text-left align-bottom font-normal whitespace-nowrap"
                >
                  <span className="font-serif text-lg font-semibold">Strength {section.label}</span>{' '}
                  <span className="text-ink-3">{first ? describeSessions(section.sessions) : ''}</span>
                  {canEdit ? (
                    <Button
                      variant="quiet"
                      size="row"
                      className="ml-2"
                      aria-label={`Add an exercise to Strength ${section.label}`}
                      onClick={() => acts.onAddSlot(section.label)}
                    >
                      Add
                    </Button>
                  ) : null}
                </th>
                {section.sessions.map((session, index) => {
                  const week = grid.weeks[index];
                  if (!week) return null;
                  const marks = numbers.get(cellKeyOf(week.number, section.label)) ?? [];
                  return (
                    <td
                      key={week.number}
                      className={`border-b border-l border-b-ink border-l-rule px-2 pb-1 align-bottom text-xs text-ink-3 ${isNow(week.startsOn) ? 'bg-sheet' : ''}`}
                    >
                      {session ? (
                        <span className="flex items-center justify-between">
                          <button
                            type="button"
                            disabled={!canEdit || lockedKeys.has(session.key)}
                            onClick={() => acts.onMoveSession(session)}
                            aria-label={`${describeDay(session)}: move Strength ${section.label} of week ${week.number}`}
                            className="enabled:hover:text-ink enabled:hover:underline"
                          >
                            {describeDay(session)}
                          </button>
                          {marks.map((number) => (
                            <NoteNumber key={number} number={number} />
                          ))}
                        </span>
                      ) : (
                        '–'
                      )}
                    </td>
                  );
                })}
              </tr>,
              ...section.rows.map((row) => (
                <tr key={row.slot} className="group/slot h-9">
                  <td className="border-b border-rule text-ink-3">{row.slot}</td>
                  <td
                    {...cellFrame({ slot: row.slot, column: 'exercise' }, row, null)}
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
                        <span className="text-ink-3">{row.sample.purpose}</span>
                      </span>
                      {row.sample.pinned.includes('exerciseId') ? <PinMark what="exercise" /> : null}
                      {canEdit ? (
                        <span className="absolute inset-y-0 right-1 flex items-center gap-1 bg-paper pl-2 opacity-0 group-hover/slot:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100">
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
                            aria-label={`Remove ${row.slot}, ${findExercise(row.exerciseId)?.name}`}
                            onClick={() => acts.onRemoveSlot(row)}
                          >
                            Remove
                          </Button>
                        </span>
                      ) : null}
                    </span>
                  </td>
                  <td className="border-b border-rule text-ink-2">{goalLabels[row.sample.goal].toLowerCase()}</td>
                  <RestCell
                    row={row}
                    lockedKeys={lockedKeys}
                    isEditing={editing?.slot === row.slot && editing.column === 'rest'}
                    seed={seed}
                    canEdit={canEdit}
                    frame={cellFrame({ slot: row.slot, column: 'rest' }, row, null)}
                    onEdit={() => setEditing({ slot: row.slot, column: 'rest' })}
                    onStop={() => {
                      setSeed(undefined);
                      stopEditing({ slot: row.slot, column: 'rest' });
                    }}
                    onSet={(seconds) => acts.onSetRest(row, seconds)}
                  />
                  {grid.weeks.map((week, index) => {
                    const cell = row.cells[index] ?? null;
                    const at: GridPlace = { slot: row.slot, column: week.number };
                    const isEditing = editing?.slot === at.slot && editing.column === at.column;
                    const marks = findNumbers(numbers, week.number, row);
                    const locked = isLocked(cell);
                    return (
                      <td
                        key={week.number}
                        {...cellFrame(at, row, cell)}
                        onDoubleClick={() => {
                          if (canEdit && cell && !locked) setEditing(at);
                        }}
                        className={[
                          'relative border-b border-l border-rule px-2 whitespace-nowrap focus-visible:-outline-offset-2',
                          isNow(week.startsOn) ? 'bg-sheet' : '',
                          tinted.has(cellKeyOf(week.number, row.label, row.slot)) ? 'bg-signal-tint' : '',
                          locked ? 'text-ink-3' : cell?.rises ? 'font-semibold text-green' : '',
                        ].join(' ')}
                      >
                        {isEditing && cell ? (
                          <CellInput
                            label={`${row.slot}, week ${week.number}`}
                            initial={seed ?? formatCellText(cell.prescription, unit)}
                            selects={seed === undefined}
                            check={(text) => {
                              const read = parseDose(text, unit);
                              if (!read.ok) return read.problems.map(describeDoseProblem).join(' ');
                              return read.value.measure === cell.prescription.measure
                                ? undefined
                                : `This exercise counts ${cell.prescription.measure}: ${formatCellText(cell.prescription, unit)}.`;
                            }}
                            onCancel={() => {
                              setSeed(undefined);
                              stopEditing(at);
                            }}
                            onCommit={(text) => {
                              const read = parseDose(text, unit);
                              setSeed(undefined);
                              stopEditing(at);
                              if (!read.ok) return;
                              acts.onSetDose(cell, {
                                ...read.value,
                                rir: read.value.rir === undefined ? cell.prescription.rir : read.value.rir,
                              });
                            }}
                            marks={marks}
                          />
                        ) : (
                          <span className="flex items-center gap-1">
                            {cell ? (
                              <CellWords cell={cell} row={row} unit={unit} isLocked={locked} />
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
                  })}
                </tr>
              )),
            ];
          })}
        </tbody>
      </table>
    </div>
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

/** A folded corner. */
const PinMark = ({ what }: { readonly what: string }) => (
  <span
    role="img"
    aria-label={`set by hand: ${what}`}
    title={`You set this by hand: ${what}. The engine leaves it alone.`}
    className="absolute top-0 right-0 size-2 bg-ink-3 [clip-path:polygon(0_0,100%_0,100%_100%)]"
  />
);

function RestCell({
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
  readonly frame: object;
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

const findNumbers = (
  numbers: ReadonlyMap<CellKey, readonly number[]>,
  week: number,
  row: Pick<GridRow, 'label' | 'slot'>,
): readonly number[] => numbers.get(cellKeyOf(week, row.label, row.slot)) ?? [];

/** "Mon", "Thu, light". */
const describeDay = ({ day, load }: PlannedSession): string =>
  `${shortWeekdayLabels[day]}${load === 'full' ? '' : `, ${load}`}`;

/** "Monday, about 45 min", or the days it moves between. */
function describeSessions(sessions: readonly (PlannedSession | null)[]): string {
  const placed = sessions.filter((session) => session !== null);
  const days = [...new Set(placed.map((session) => weekdayLabels[session.day]))];
  const minutes = placed.map((session) => session.minutes);
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)];
  return `${days.join(' or ')}, ${least === most ? `about ${most}` : `${least} to ${most}`} min`;
}

const addWeek = (monday: PlainDate): PlainDate => addDays(monday, 7);
