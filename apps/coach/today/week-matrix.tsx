'use client';

import type { ClientWeekRow, WeekDayCell } from '@groundwork/api/views/coach-today';
import type { SessionState } from '@groundwork/api/views/session';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import { formatDay } from '@groundwork/ui/format-date';
import { Kbd } from '@groundwork/ui/primitives/kbd';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { DayMark } from '@groundwork/ui/training/day-mark';
import { type DayStatus, type DayType, findDayType } from '@groundwork/ui/training/day-type';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { formatBlockWeek, formatDone } from '../clients/status-words.ts';
import { shortRunLabels } from '../lib/labels.ts';
import { RowLink } from '../shell/row-link.tsx';
import { ShowAll } from '../shell/show-all.tsx';
import { useEverybody } from './use-everybody.ts';

const dayHead = 'w-[68px] border-l border-rule px-1.5! text-center!';

/** Every mark that the matrix can hold. */
const legend = [
  ['easy', 'easy'],
  ['speed', 'speed'],
  ['long', 'long'],
  ['race', 'race'],
  ['rest', 'rest'],
  ['strength', 'strength'],
  ['mobility', 'light'],
] as const satisfies readonly (readonly [DayType, string])[];

/** Everybody's week in icons: runs as they are written, strength as it went. */
export function WeekMatrix({
  first,
  count,
  monday,
  today,
}: {
  /** The first of them; the rest comes when she asks for it. */
  readonly first: readonly ClientWeekRow[];
  readonly count: number;
  readonly monday: PlainDate;
  readonly today: PlainDate;
}) {
  const { all, isFetching, load } = useEverybody(first);
  const rows = all?.week ?? first;
  const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const [selected, setSelected] = useState<string>();
  const router = useRouter();
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input,textarea,select,[role="dialog"]')) return;
      const index = rows.findIndex((row) => row.clientId === selected);
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = rows[key === 'j' ? Math.min(index + 1, rows.length - 1) : Math.max(index - 1, 0)];
        setSelected(next?.clientId);
        document.querySelector(`[data-week-of="${next?.clientId}"]`)?.scrollIntoView({ block: 'nearest' });
      }
      if (event.key === 'Enter' && selected && !(target instanceof HTMLElement && target.closest('a,button')))
        router.push(`/clients/${selected}`);
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [rows, selected, router]);
  return (
    <>
      <Table label="This week" rows="dense" scrollable>
        <thead>
          <tr>
            <HeadCell className="min-w-36">Client</HeadCell>
            {dates.map((date) => (
              <HeadCell key={date} now={date === today} className={dayHead}>
                {formatDay(date)}
              </HeadCell>
            ))}
            <HeadCell className="border-l border-rule pl-3">Block week</HeadCell>
            <HeadCell numeric>Done, 30 d</HeadCell>
            <HeadCell>Worth knowing</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.clientId} data-week-of={row.clientId} selected={row.clientId === selected}>
              <RowHead className="whitespace-nowrap">
                <RowLink
                  href={`/clients/${row.clientId}`}
                  onFocus={() => setSelected(row.clientId)}
                  className="text-ink no-underline hover:underline"
                >
                  {row.name}
                </RowLink>
              </RowHead>
              {row.days.map((day) => (
                <Cell
                  key={day.date}
                  centred
                  now={day.date === today && row.clientId !== selected}
                  className="border-l border-rule px-0!"
                >
                  <span className="flex h-[31px] items-center justify-center gap-1">
                    <DayCellMarks day={day} clientId={row.clientId} />
                  </span>
                </Cell>
              ))}
              <Cell className="border-l border-rule pl-3 whitespace-nowrap">
                {row.status === 'paused'
                  ? 'Paused'
                  : row.status === 'invited'
                    ? 'Invited'
                    : formatBlockWeek(row.blockWeek)}
              </Cell>
              <Cell numeric title={`${row.done30.done} of ${row.done30.due} due`}>
                {formatDone(row.done30)}
              </Cell>
              <Cell className={`whitespace-nowrap ${row.worthKnowing?.urgent ? 'text-signal-ink' : 'text-ink-2'}`}>
                {row.worthKnowing?.text}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {rows.length < count ? (
        <ShowAll onShow={load} busy={isFetching}>
          Show all {count} clients
        </ShowAll>
      ) : null}
      {/* In columns on a phone: in lines, the last word of one would go to the next once the typeface is there. */}
      <div className="mt-2.5 grid grid-cols-3 items-center gap-x-[18px] gap-y-1.5 text-xs text-ink-2 md:flex">
        {legend.map(([type, says]) => (
          <span key={type} className="inline-flex items-center gap-1">
            <DayMark type={type} label={says} /> {says}
          </span>
        ))}
        <span className="contents md:ml-auto md:inline-flex md:gap-3.5">
          {(['done', 'planned', 'missed'] as const).map((status) => (
            <span key={status} className="inline-flex items-center gap-1.5 first:col-start-1">
              <DayMark type="strength" status={status} /> {status}
            </span>
          ))}
        </span>
      </div>
      <p className="mt-6 hidden items-center gap-5 text-xs text-ink-3 md:flex">
        <span className="inline-flex items-center gap-1.5">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> next, previous
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Kbd>↵</Kbd> open
        </span>
        <span className="inline-flex items-center gap-1.5">
          <Kbd>/</Kbd> find
        </span>
      </p>
    </>
  );
}

const statusOf = (state: SessionState): DayStatus => {
  switch (state) {
    case 'done':
      return 'done';
    case 'missed':
    case 'skipped':
      return 'missed';
    case 'planned':
    case 'in_progress':
      return 'planned';
    default: {
      const unknown: never = state;
      throw new Error(`Unknown state ${unknown}`);
    }
  }
};

function DayCellMarks({ day, clientId }: { readonly day: WeekDayCell; readonly clientId: string }) {
  const { run, strength } = day;
  // A rest day with strength on it shows the strength alone.
  const showsRun = run && !(run.kind === 'rest' && strength);
  return (
    <>
      {showsRun ? (
        <DayMark
          type={findDayType(run.kind)}
          label={`${shortRunLabels[run.kind]}${run.distanceKm ? ` ${run.distanceKm} km` : ''}${run.note ? `, ${run.note}` : ''}`}
        />
      ) : null}
      {strength ? (
        <RowLink
          href={`/clients/${clientId}/sessions/${strength.sessionId}`}
          className="inline-flex"
          tabIndex={-1}
          aria-label={`Strength ${strength.label}, ${strength.state.replace('_', ' ')}`}
        >
          <DayMark
            type={strength.load === 'light' ? 'mobility' : 'strength'}
            status={statusOf(strength.state)}
            label={`Strength ${strength.label}${strength.load === 'full' ? '' : `, ${strength.load}`}, ${strength.state.replace('_', ' ')}`}
          />
        </RowLink>
      ) : null}
    </>
  );
}
