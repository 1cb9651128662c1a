'use client';

import { weekdayLabels } from '@groundwork/engine/labels';
import type { DayVerdict } from '@groundwork/engine/placement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { addDays } from '@groundwork/engine/plain-date';
import type { RunDay } from '@groundwork/engine/running-week';
import type { RunKind, Weekday } from '@groundwork/engine/vocabulary';
import { weekdays } from '@groundwork/engine/vocabulary';
import { formatDay } from '@groundwork/ui/format-date';
import { checkRange, parseDecimal } from '@groundwork/ui/primitives/parse-decimal';
import { DayIcon } from '@groundwork/ui/training/day-icon';
import { dayClass, findDayType } from '@groundwork/ui/training/day-type';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { shortRunLabels } from '../lib/labels.ts';

import { DayStrength } from './day-strength.tsx';

const KindMenu = dynamic(() => import('./kind-menu.tsx').then((module) => module.KindMenu), { ssr: false });

export interface DayColumnProps {
  readonly day: Weekday;
  readonly monday: PlainDate;
  readonly run: RunDay;
  /** The race on this date, which outweighs the run. */
  readonly race: string | undefined;
  readonly isToday: boolean;
  /** The session's letter, "A" or "B"; undefined where none stands. */
  readonly sessionLabel: string | undefined;
  readonly verdict: DayVerdict;
  readonly verdictWords: string;
  readonly isWhyOpen: boolean;
  readonly canEdit: boolean;
  readonly isTabStop: boolean;
  readonly dragged: { readonly x: number; readonly y: number } | undefined;
  readonly isDropTarget: boolean;
  readonly onToggleWhy: () => void;
  readonly onSetKind: (kind: RunKind) => void;
  readonly onSwap: (other: Weekday) => void;
  readonly onSetDistance: (km: number | undefined) => void;
  readonly onSetNote: (note: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly chipPointer: {
    readonly onPointerDown: (event: PointerEvent<HTMLButtonElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLButtonElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLButtonElement>) => void;
    readonly onPointerCancel: () => void;
    /** True once after a drag: the click that ends it is no click. */
    readonly takesClick: () => boolean;
  };
}

/** One day of the grid: the run as a chip that opens a menu and can be carried to another day, and what strength makes of it. */
export function DayColumn(props: DayColumnProps) {
  const { day, monday, run, race, canEdit, dragged } = props;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const chip = useRef<HTMLButtonElement>(null);
  const index = weekdays.indexOf(day);
  const date = addDays(monday, index);
  const kind: RunKind = race ? 'race' : run.kind;
  const words = race ?? (kind === 'rest' ? 'No run' : shortRunLabels[kind]);
  const distance = run.distanceKm === undefined || kind === 'rest' ? '' : `, ${run.distanceKm} km`;
  return (
    <li
      data-day={day}
      className={[
        'relative grid min-w-0 grid-cols-[3.5rem_1fr_auto] items-start gap-x-3 gap-y-1 border-b border-rule px-2 py-2 md:block md:border-b-0 md:border-l md:px-2 md:pt-2 md:pb-2.5 md:first:border-l-0',
        dayClass[findDayType(kind)],
        props.isDropTarget ? 'bg-green-tint' : props.isToday || props.isWhyOpen ? 'bg-sheet' : '',
        props.isToday
          ? 'before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-signal md:before:inset-x-0 md:before:-top-0.5 md:before:h-1 md:before:w-auto'
          : '',
      ].join(' ')}
    >
      <div className="flex items-center justify-between text-xs font-semibold md:mb-2">
        <span>{formatDay(date)}</span>
        {kind === 'rest' ? null : (
          <span className="hidden text-day md:block">
            <DayIcon type={findDayType(kind)} />
          </span>
        )}
      </div>
      <span aria-hidden className="band hidden md:block" />
      <div className="min-w-0 md:mt-1.5">
        <button
          ref={chip}
          type="button"
          data-chip={day}
          tabIndex={props.isTabStop ? 0 : -1}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          aria-label={`${weekdayLabels[day]}: ${words}${distance}`}
          aria-disabled={!canEdit || undefined}
          onClick={() => {
            if (canEdit && props.chipPointer.takesClick()) setMenuOpen(true);
          }}
          onKeyDown={props.onKeyDown}
          onFocus={props.onFocus}
          onPointerDown={props.chipPointer.onPointerDown}
          onPointerMove={props.chipPointer.onPointerMove}
          onPointerUp={props.chipPointer.onPointerUp}
          onPointerCancel={props.chipPointer.onPointerCancel}
          style={dragged ? { translate: `${dragged.x}px ${dragged.y}px` } : undefined}
          className={[
            'inline-flex h-9 max-w-full items-center gap-1.5 rounded-xs bg-day-tint px-2 text-sm font-semibold text-day select-none md:h-7',
            kind === 'rest' ? 'shadow-[inset_0_0_0_1px_var(--color-rule)]' : '',
            canEdit ? 'cursor-grab md:touch-none hover:shadow-[inset_0_0_0_1px_var(--day)]' : '',
            dragged ? 'relative z-10 cursor-grabbing shadow-pop' : '',
          ].join(' ')}
        >
          <span className="md:hidden">
            <DayIcon type={findDayType(kind)} />
          </span>
          <span className="truncate">{words}</span>
        </button>
        {isMenuOpen ? (
          <KindMenu
            day={day}
            kind={run.kind}
            anchor={chip}
            onClose={() => setMenuOpen(false)}
            onSetKind={props.onSetKind}
            onSwap={props.onSwap}
          />
        ) : null}
      </div>
      <div className="col-span-2 col-start-2 row-start-2 grid grid-cols-[auto_1fr] content-start gap-x-3 gap-y-0.5 empty:hidden md:mt-1 md:min-h-[3.25rem] md:grid-cols-1 md:empty:grid">
        {run.kind === 'rest' || race ? null : canEdit ? (
          <>
            <DistanceInput key={`${run.distanceKm}`} day={day} km={run.distanceKm} onChange={props.onSetDistance} />
            <NoteInput key={run.note ?? ''} day={day} note={run.note ?? ''} onChange={props.onSetNote} />
          </>
        ) : (
          <p className="text-sm">
            {run.distanceKm === undefined ? '' : `${run.distanceKm} km`}
            <span className="block text-xs text-ink-3">{run.note}</span>
          </p>
        )}
      </div>
      <div className="col-start-3 row-start-1 md:mt-2">
        <DayStrength
          day={day}
          label={props.sessionLabel}
          verdict={props.verdict}
          words={props.verdictWords}
          isWhyOpen={props.isWhyOpen}
          onToggleWhy={props.onToggleWhy}
        />
      </div>
    </li>
  );
}

const fieldLook =
  'min-w-0 rounded-xs border border-transparent bg-transparent px-1 text-ink hover:border-rule-2 focus:border-rule-2 focus:bg-sheet aria-[invalid]:border-stop';

/** Kilometres, kept as typed until the field is left. */
function DistanceInput({
  day,
  km,
  onChange,
}: {
  readonly day: Weekday;
  readonly km: number | undefined;
  readonly onChange: (km: number | undefined) => void;
}) {
  const [text, setText] = useState(km === undefined ? '' : String(km));
  const [problem, setProblem] = useState<string | null>(null);
  const errorId = useId();
  const settle = () => {
    if (text.trim() === '') {
      setProblem(null);
      onChange(undefined);
      return;
    }
    const value = parseDecimal(text);
    const wrong = checkRange(value, { min: 0.1, max: 200, unit: 'km' });
    setProblem(wrong);
    if (!wrong && value !== null) onChange(value);
  };
  return (
    <>
      <span className="-ml-1 flex items-center gap-1 text-sm">
        <input
          aria-label={`${weekdayLabels[day]}'s distance in km`}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? errorId : undefined}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          placeholder="–"
          onChange={(event) => setText(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur();
          }}
          className={`${fieldLook} h-9 max-w-20 min-w-7 field-sizing-content text-base tabular-nums md:h-6 md:text-sm`}
        />
        <span className="text-ink-2">km</span>
      </span>
      {problem ? (
        <span id={errorId} className="col-span-full row-start-2 text-xs text-stop md:row-start-auto">
          {problem}
        </span>
      ) : null}
    </>
  );
}

function NoteInput({
  day,
  note,
  onChange,
}: {
  readonly day: Weekday;
  readonly note: string;
  readonly onChange: (note: string) => void;
}) {
  const [text, setText] = useState(note);
  return (
    <input
      aria-label={`Note on ${weekdayLabels[day]}'s run`}
      autoComplete="off"
      maxLength={80}
      value={text}
      placeholder="note"
      onChange={(event) => setText(event.target.value)}
      onBlur={() => onChange(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
      className={`${fieldLook} -ml-1 h-9 w-full text-base text-ink-2 md:h-6 md:text-xs`}
    />
  );
}
