'use client';

import type { Placement } from '@groundwork/engine/placement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { addDays } from '@groundwork/engine/plain-date';
import type { RunningWeek } from '@groundwork/engine/running-week';
import { type Weekday, weekdays } from '@groundwork/engine/vocabulary';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { DayColumn } from './day-column.tsx';
import { dayOf, findKindByKey, type WeekEdit } from './week-draft.ts';

interface Drag {
  readonly from: Weekday;
  readonly over: Weekday | undefined;
  readonly x: number;
  readonly y: number;
}

/** How far a pointer moves before a press becomes a drag, in px. */
const dragThreshold = 5;

/**
 * The running week as seven columns. A click on a run opens its menu; dragging it to another day swaps the two; arrows move between days,
 * letters set the kind, Shift with an arrow carries the run along.
 */
export function WeekGrid({
  week,
  monday,
  today,
  races,
  placement,
  describeVerdict,
  openDay,
  canEdit,
  onEdit,
  onOpenDay,
}: {
  readonly week: RunningWeek;
  readonly monday: PlainDate;
  readonly today: PlainDate;
  readonly races: readonly { readonly name: string; readonly date: PlainDate }[];
  readonly placement: Placement;
  readonly describeVerdict: (day: Weekday) => string;
  readonly openDay: Weekday | undefined;
  readonly canEdit: boolean;
  readonly onEdit: (edit: WeekEdit) => void;
  readonly onOpenDay: (day: Weekday | undefined) => void;
}) {
  const grid = useRef<HTMLOListElement>(null);
  const [tabStop, setTabStop] = useState<Weekday>('mon');
  const [drag, setDrag] = useState<Drag>();
  const press = useRef<{ readonly day: Weekday; readonly x: number; readonly y: number } | null>(null);
  const endedDrag = useRef(false);

  const focusDay = (day: Weekday) => {
    setTabStop(day);
    grid.current?.querySelector<HTMLElement>(`[data-chip="${day}"]`)?.focus();
  };

  const handleKey = (day: Weekday) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = weekdays.indexOf(day);
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (step !== 0) {
      const other = weekdays[(index + step + 7) % 7] as Weekday;
      event.preventDefault();
      if (event.shiftKey && canEdit) onEdit({ kind: 'swap', days: [day, other] });
      focusDay(other);
      return;
    }
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      focusDay(event.key === 'Home' ? 'mon' : 'sun');
      return;
    }
    const kind = canEdit ? findKindByKey(event.key) : undefined;
    if (kind) {
      event.preventDefault();
      onEdit({ kind: 'set_kind', day, to: kind });
    }
  };

  const dayUnder = (event: PointerEvent): Weekday | undefined => {
    const columns = [...(grid.current?.querySelectorAll<HTMLElement>('[data-day]') ?? [])];
    const isUnder = (column: HTMLElement, margin: number) => {
      const box = column.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      return x >= box.left && x < box.right && y >= box.top - margin && y < box.bottom + margin;
    };
    // The margin forgives a hand that slips off the grid; where the days stand below each other it must not reach into the next one.
    const under = columns.find((column) => isUnder(column, 0)) ?? columns.find((column) => isUnder(column, 40));
    return under?.dataset.day as Weekday | undefined;
  };

  const chipPointer = (day: Weekday) => ({
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      endedDrag.current = false;
      if (!canEdit || event.button !== 0 || event.pointerType === 'touch') return;
      press.current = { day, x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
      const start = press.current;
      if (!start) return;
      const x = event.clientX - start.x;
      const y = event.clientY - start.y;
      if (!drag && Math.hypot(x, y) < dragThreshold) return;
      setDrag({ from: day, over: dayUnder(event), x, y });
    },
    onPointerUp: (event: PointerEvent<HTMLButtonElement>) => {
      press.current = null;
      if (!drag) return;
      endedDrag.current = true;
      const over = dayUnder(event);
      setDrag(undefined);
      if (over && over !== day) {
        onEdit({ kind: 'swap', days: [day, over] });
        focusDay(over);
      }
    },
    onPointerCancel: () => {
      press.current = null;
      setDrag(undefined);
    },
    takesClick: () => {
      const wasDrag = endedDrag.current;
      endedDrag.current = false;
      return !wasDrag;
    },
  });

  const labels = labelSessions(placement);
  return (
    <ol
      ref={grid}
      aria-label="Running week"
      className="grid border-t-2 border-ink md:grid-cols-7 md:border-b md:border-b-rule"
    >
      {weekdays.map((day, index) => {
        const date = addDays(monday, index);
        const verdict = placement.days[index];
        if (!verdict) return null;
        return (
          <DayColumn
            key={day}
            day={day}
            monday={monday}
            run={dayOf(week, day)}
            race={races.find((race) => race.date === date)?.name}
            isToday={date === today}
            sessionLabel={labels.get(day)}
            verdict={verdict}
            verdictWords={describeVerdict(day)}
            isWhyOpen={openDay === day}
            canEdit={canEdit}
            isTabStop={tabStop === day}
            dragged={drag?.from === day ? drag : undefined}
            isDropTarget={drag !== undefined && drag.over === day && drag.from !== day}
            onToggleWhy={() => onOpenDay(openDay === day ? undefined : day)}
            onSetKind={(to) => onEdit({ kind: 'set_kind', day, to })}
            onSwap={(other) => onEdit({ kind: 'swap', days: [day, other] })}
            onSetDistance={(km) => onEdit({ kind: 'set_distance', day, km })}
            onSetNote={(note) => onEdit({ kind: 'set_note', day, note })}
            onKeyDown={handleKey(day)}
            onFocus={() => setTabStop(day)}
            chipPointer={chipPointer(day)}
          />
        );
      })}
    </ol>
  );
}

/** The fullest session is A, the earlier of two equals: the order in which the engine chose them. */
const labelSessions = (placement: Placement): ReadonlyMap<Weekday, string> =>
  new Map(placement.sessions.map(({ day }, index) => [day, index === 0 ? 'A' : 'B']));
