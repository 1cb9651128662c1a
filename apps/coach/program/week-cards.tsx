'use client';

import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { describeWarmUp } from '@groundwork/engine/describe-warm-up';
import { parseDose, parseRest } from '@groundwork/engine/dose-notation';
import { formatRest } from '@groundwork/engine/format-prescription';
import { goalLabels, weekdayLabels } from '@groundwork/engine/labels';
import type { ProgramWeek } from '@groundwork/engine/program';
import { goals, type LoadUnit } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { NoteNumber } from '@groundwork/ui/primitives/note-number';
import { PrescriptionLine } from '@groundwork/ui/training/prescription-line';
import { WarmUp } from '@groundwork/ui/training/warm-up';
import { ChevronLeft, ChevronRight, Lock } from 'lucide-react';
import { useId, useState } from 'react';
import { describeDoseProblem, formatCellText } from './cell-text.ts';
import { type BlockGrid, findNeighbour, findPartnerRow, type GridCell, type GridRow } from './grid-rows.ts';
import type { MatrixActs } from './matrix-acts.ts';
import { type CellKey, cellKeyOf } from './number-findings.ts';

/** The block on a narrow screen: one week at a time, every dose and rest a field. */
export function WeekCards({
  grid,
  week,
  unit,
  numbers,
  tinted,
  lockedKeys,
  canEdit,
  acts,
}: {
  readonly grid: BlockGrid;
  readonly week: ProgramWeek;
  readonly unit: LoadUnit;
  readonly numbers: ReadonlyMap<CellKey, readonly number[]>;
  readonly tinted: ReadonlySet<CellKey>;
  readonly lockedKeys: ReadonlySet<string>;
  readonly canEdit: boolean;
  readonly acts: MatrixActs;
}) {
  const { firstWeek, lastWeek } = grid.block;
  const step = (by: number) => acts.onPickWeek(Math.max(firstWeek, Math.min(lastWeek, week.number + by)));
  return (
    <section aria-label={`Week ${week.number}`}>
      <div className="flex items-center justify-between border-b border-ink">
        <WeekStep label="The week before" isOff={week.number <= firstWeek} onStep={() => step(-1)}>
          <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
        </WeekStep>
        <h2 className="text-lg">
          Week {week.number} of {lastWeek}
        </h2>
        <WeekStep label="The week after" isOff={week.number >= lastWeek} onStep={() => step(1)}>
          <ChevronRight aria-hidden className="size-5" strokeWidth={1.75} />
        </WeekStep>
      </div>
      {grid.sections.map((section) => {
        const session = week.sessions.find((one) => one.label === section.label);
        if (!session) return null;
        const isLocked = lockedKeys.has(session.key);
        return (
          <section key={section.label} aria-label={`Strength ${section.label}`} className="mt-5">
            <div className="flex items-end justify-between border-b border-ink pb-1.5">
              <h3>
                Strength {section.label}{' '}
                <span className="font-sans text-sm font-normal text-ink-3">
                  {weekdayLabels[session.day]}, about {session.minutes} min
                </span>
              </h3>
              {isLocked ? (
                <Lock role="img" aria-label="logged, never changes" className="size-4 text-ink-3" strokeWidth={1.75} />
              ) : canEdit ? (
                <Button size="row" onClick={() => acts.onMoveSession(session)}>
                  Move
                </Button>
              ) : null}
            </div>
            <WarmUp warmUp={describeWarmUp(session.prescriptions, unit)} className="border-t-0 text-sm" />
            {section.rows.map((row) => {
              const cell = row.cells.find((one) => one?.week === week.number) ?? null;
              return cell ? (
                <SlotCard
                  key={`${row.slot}/${week.number}/${formatCellText(cell.prescription, unit)}/${cell.prescription.restSeconds}`}
                  row={row}
                  partner={findPartnerRow(section, row)}
                  cell={cell}
                  unit={unit}
                  marks={numbers.get(cellKeyOf(week.number, row.label, row.slot)) ?? []}
                  isTinted={tinted.has(cellKeyOf(week.number, row.label, row.slot))}
                  canEdit={canEdit && !isLocked}
                  above={findNeighbour(grid, row, -1)}
                  below={findNeighbour(grid, row, 1)}
                  acts={acts}
                />
              ) : null;
            })}
            {canEdit && !isLocked ? (
              <Button variant="quiet" className="mt-1" onClick={() => acts.onAddSlot(section.label)}>
                Add an exercise
              </Button>
            ) : null}
          </section>
        );
      })}
    </section>
  );
}

const fieldLook =
  'h-11 w-full min-w-0 rounded-sm border border-rule-2 bg-sheet px-2.5 text-base tabular-nums aria-[invalid]:border-stop';

function SlotCard({
  row,
  partner,
  cell,
  unit,
  marks,
  isTinted,
  canEdit,
  above,
  below,
  acts,
}: {
  readonly row: GridRow;
  readonly partner: GridRow | undefined;
  readonly cell: GridCell;
  readonly unit: LoadUnit;
  readonly marks: readonly number[];
  readonly isTinted: boolean;
  readonly canEdit: boolean;
  readonly above: string | undefined;
  readonly below: string | undefined;
  readonly acts: MatrixActs;
}) {
  const { prescription } = cell;
  const name = findExercise(prescription.exerciseId)?.name ?? prescription.exerciseId;
  const [dose, setDose] = useState(formatCellText(prescription, unit));
  const [rest, setRest] = useState(formatRest(prescription.restSeconds));
  const [problem, setProblem] = useState<string>();
  const problemId = useId();
  const settleDose = () => {
    if (dose === formatCellText(prescription, unit)) {
      setProblem(undefined);
      return;
    }
    const read = parseDose(dose, unit);
    if (!read.ok) {
      setProblem(read.problems.map(describeDoseProblem).join(' '));
      return;
    }
    if (read.value.measure !== prescription.measure) {
      setProblem(`This exercise counts ${prescription.measure}.`);
      return;
    }
    setProblem(undefined);
    acts.onSetDose(cell, { ...read.value, rir: read.value.rir ?? prescription.rir });
  };
  const settleRest = () => {
    if (rest === formatRest(prescription.restSeconds)) return;
    const seconds = parseRest(rest);
    setProblem(seconds === undefined ? 'Up to 10 minutes, such as 3 min or 90 s.' : undefined);
    if (seconds !== undefined) acts.onSetRest(row, seconds);
  };
  return (
    <fieldset
      aria-label={`${row.slot}, ${name}`}
      className={`min-w-0 border-b border-rule py-3 ${isTinted ? '-mx-2 bg-signal-tint px-2' : ''} ${partner ? 'border-l-3 border-l-green pl-3' : ''}`}
    >
      <div className="flex items-start justify-between gap-3">
        <p className="text-base">
          <span className="text-ink-3">{row.slot}</span> <b>{name}</b>{' '}
          <span className="block text-sm text-ink-3">
            {partner ? `By turns with ${partner.slot}: a set of each, then rest` : prescription.purpose}
          </span>
        </p>
        {marks.map((number) => (
          <NoteNumber key={number} number={number} />
        ))}
      </div>
      {canEdit ? (
        <div className="mt-2 grid grid-cols-[1fr_6.5rem] gap-2">
          <label className="col-span-2 text-xs text-ink-3">
            Goal
            <select
              className={fieldLook}
              value={prescription.goal}
              onChange={(event) => {
                const goal = goals.find((one) => one === event.target.value);
                if (goal) acts.onSetGoal(row, goal);
              }}
            >
              {goals.map((goal) => (
                <option key={goal} value={goal}>
                  {goalLabels[goal]}
                </option>
              ))}
            </select>
          </label>
          <label className="text-xs text-ink-3">
            Dose
            <input
              className={fieldLook}
              value={dose}
              autoComplete="off"
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? problemId : undefined}
              onChange={(event) => setDose(event.target.value)}
              onBlur={settleDose}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          </label>
          <label className="text-xs text-ink-3">
            Rest
            <input
              className={fieldLook}
              value={rest}
              autoComplete="off"
              onChange={(event) => setRest(event.target.value)}
              onBlur={settleRest}
              onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
            />
          </label>
        </div>
      ) : (
        <p className="mt-1 text-base">
          <PrescriptionLine dose={prescription} />
        </p>
      )}
      {problem ? (
        <p id={problemId} role="alert" className="mt-1 text-xs text-stop">
          {problem}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="row" onClick={() => acts.onWhy(cell)}>
          Why
        </Button>
        {canEdit ? (
          <>
            <Button size="row" onClick={() => acts.onFillRight(cell)}>
              Fill to the block’s end
            </Button>
            {above ? (
              <Button size="row" aria-label={`Move ${row.slot} up`} onClick={() => acts.onMoveSlot(row, above)}>
                Up
              </Button>
            ) : null}
            {below ? (
              <Button size="row" aria-label={`Move ${row.slot} down`} onClick={() => acts.onMoveSlot(row, below)}>
                Down
              </Button>
            ) : null}
            <Button size="row" aria-label={`Swap ${row.slot}, ${name}`} onClick={() => acts.onSwap(row)}>
              Swap
            </Button>
            <Button
              size="row"
              aria-label={`${partner ? 'Part' : 'Pair'} ${row.slot}, ${name}`}
              onClick={() => acts.onPair(row)}
            >
              {partner ? 'Part' : 'Pair'}
            </Button>
            <Button size="row" aria-label={`Remove ${row.slot}, ${name}`} onClick={() => acts.onRemoveSlot(row)}>
              Remove
            </Button>
          </>
        ) : null}
      </div>
    </fieldset>
  );
}

function WeekStep({
  label,
  isOff,
  onStep,
  children,
}: {
  readonly label: string;
  readonly isOff: boolean;
  readonly onStep: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isOff}
      onClick={onStep}
      className="grid size-12 place-items-center text-ink-2 disabled:opacity-40"
    >
      {children}
    </button>
  );
}
