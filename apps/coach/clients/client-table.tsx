'use client';

import type { ClientRow, NextSession } from '@groundwork/api/views/client-row';
import { capitalise } from '@groundwork/ui/count-words';
import { formatShortDate } from '@groundwork/ui/format-date';
import { Kbd } from '@groundwork/ui/primitives/kbd';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { Cell, HeadCell, Row, RowActions, RowHead, Table } from '@groundwork/ui/primitives/table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import { RowLink } from '../shell/row-link.tsx';
import { ShowAll } from '../shell/show-all.tsx';
import { ResendButton } from './resend-button.tsx';
import { type ClientSort, clientStatusWords, formatBlockWeek, formatDone, sortClients } from './status-words.ts';

const columns: readonly { readonly by: ClientSort; readonly label: string; readonly numeric?: boolean }[] = [
  { by: 'name', label: 'Client' },
  { by: 'status', label: 'Status' },
  { by: 'next', label: 'Next session' },
  { by: 'done', label: 'Done, 30 d', numeric: true },
];

/** More rows than this are drawn only when somebody asks for them. */
const firstRows = 50;

/** What the list says of a client, and nothing that it does not: it travels with the page. */
export type ListedClient = Pick<
  ClientRow,
  'clientId' | 'name' | 'status' | 'blockWeek' | 'hasUnpublished' | 'done30' | 'worthKnowing' | 'nextRace'
> & { readonly nextSession: Pick<NextSession, 'date' | 'label'> | null };

/** Everybody, as many rows as fit. J and K move, Enter opens, a head sorts. */
export function ClientTable({ rows, canEdit }: { readonly rows: readonly ListedClient[]; readonly canEdit: boolean }) {
  const [sort, setSort] = useState<{ readonly by: ClientSort; readonly isDescending: boolean }>({
    by: 'name',
    isDescending: false,
  });
  const [showsAll, setShowsAll] = useState(false);
  const [showsArchived, setShowsArchived] = useState(false);
  const [selected, setSelected] = useState<string>();
  const router = useRouter();
  const body = useRef<HTMLTableSectionElement>(null);
  const archivedCount = rows.filter((row) => row.status === 'archived').length;
  const sorted = useMemo(
    () =>
      sortClients(
        rows.filter((row) => showsArchived || row.status !== 'archived'),
        sort.by,
        sort.isDescending,
      ),
    [rows, showsArchived, sort],
  );
  const shown = useMemo(() => (showsAll ? sorted : sorted.slice(0, firstRows)), [sorted, showsAll]);

  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const index = shown.findIndex((row) => row.clientId === selected);
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') {
        const next = shown[key === 'j' ? Math.min(index + 1, shown.length - 1) : Math.max(index - 1, 0)];
        if (!next) return;
        setSelected(next.clientId);
        body.current?.querySelector(`[data-client="${next.clientId}"]`)?.scrollIntoView({ block: 'nearest' });
      }
      if (
        event.key === 'Enter' &&
        selected &&
        !(event.target instanceof HTMLElement && event.target.closest('a,button'))
      ) {
        router.push(`/clients/${selected}`);
      }
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [shown, selected, router]);

  const headOf = (by: ClientSort) => {
    const column = columns.find((one) => one.by === by);
    const isSorted = sort.by === by;
    const Arrow = sort.isDescending ? ArrowDown : ArrowUp;
    return (
      <HeadCell
        className={by === 'name' ? 'pl-2' : by === 'status' ? 'max-md:hidden' : ''}
        numeric={column?.numeric ?? false}
        aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
      >
        <button
          type="button"
          onClick={() => setSort({ by, isDescending: isSorted && !sort.isDescending })}
          className="inline-flex items-center gap-1 hover:text-ink"
        >
          {column?.label}
          {isSorted ? <Arrow aria-hidden className="size-3" strokeWidth={1.75} /> : null}
        </button>
      </HeadCell>
    );
  };

  return (
    <>
      <Table label="Clients" rows="row" className="md:min-w-[46rem]">
        <thead>
          <tr>
            {headOf('name')}
            {headOf('status')}
            <HeadCell className="max-md:hidden">Block week</HeadCell>
            {headOf('next')}
            {headOf('done')}
            <HeadCell className="pl-3 max-md:hidden">Worth knowing</HeadCell>
            <HeadCell className="max-md:hidden">
              <span className="sr-only">Acts</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((row) => (
            <Row
              key={row.clientId}
              data-client={row.clientId}
              selected={row.clientId === selected}
              onPointerDown={() => setSelected(row.clientId)}
              onFocus={() => setSelected(row.clientId)}
            >
              <RowHead className="pl-2 max-md:align-top md:whitespace-nowrap">
                <RowLink href={`/clients/${row.clientId}`} className="text-ink no-underline hover:underline">
                  {row.name}
                </RowLink>
                {/* On a phone the columns beside stand under the name. */}
                <span className="block font-normal text-ink-3 md:hidden">{describeStanding(row)}</span>
                {row.worthKnowing || row.nextRace ? (
                  <span className={`block font-normal md:hidden ${newsLook(row)}`}>{describeNews(row)}</span>
                ) : null}
              </RowHead>
              <Cell
                className={`whitespace-nowrap max-md:hidden ${row.status === 'active' ? 'text-ink-2' : 'text-ink-3'}`}
              >
                {clientStatusWords[row.status]}
              </Cell>
              <Cell className="whitespace-nowrap max-md:hidden">
                {formatBlockWeek(row.blockWeek)}
                {row.hasUnpublished ? <span className="text-ink-3">, draft waits</span> : null}
              </Cell>
              <Cell className="whitespace-nowrap max-md:align-top">
                {row.nextSession ? (
                  <>
                    {formatShortDate(row.nextSession.date)} <span className="text-ink-3">{row.nextSession.label}</span>
                  </>
                ) : (
                  '–'
                )}
              </Cell>
              <Cell
                numeric
                className="max-md:pr-0 max-md:align-top"
                title={`${row.done30.done} of ${row.done30.due} due in 30 days`}
              >
                {formatDone(row.done30)}
              </Cell>
              <Cell className={`pl-3 whitespace-nowrap max-md:hidden ${newsLook(row)}`}>{describeNews(row)}</Cell>
              <Cell className="py-0! pr-0 max-md:hidden">
                <RowActions>
                  {row.status === 'invited' && canEdit ? (
                    <ResendButton clientId={row.clientId} name={row.name} size="row" />
                  ) : null}
                  {/* The name is the link; this is the same one for the hand that is at the row's end. */}
                  <LinkButton as={RowLink} href={`/clients/${row.clientId}`} size="row" aria-hidden tabIndex={-1}>
                    Open
                  </LinkButton>
                </RowActions>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {shown.length < sorted.length ? (
        <ShowAll onShow={() => setShowsAll(true)}>Show all {sorted.length} clients</ShowAll>
      ) : null}
      <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-xs text-ink-3">
        <span className="hidden items-center gap-1.5 md:inline-flex">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> next, previous
        </span>
        <span className="hidden items-center gap-1.5 md:inline-flex">
          <Kbd>↵</Kbd> open
        </span>
        {archivedCount > 0 ? (
          <button
            type="button"
            onClick={() => setShowsArchived(!showsArchived)}
            className="ml-auto font-semibold text-green hover:underline"
          >
            {showsArchived ? 'Hide archived clients' : `Show ${archivedCount} archived`}
          </button>
        ) : null}
      </p>
    </>
  );
}

/** "Week 3 of 6, draft waits", without what the news under it says too. */
function describeStanding({ status, blockWeek, hasUnpublished, worthKnowing }: ListedClient): string {
  const parts = [
    status === 'active' || worthKnowing ? [] : [clientStatusWords[status]],
    blockWeek ? [`week ${formatBlockWeek(blockWeek)}`] : [],
    hasUnpublished && !worthKnowing ? ['draft waits'] : [],
  ];
  return capitalise(parts.flat().join(', '));
}

const describeNews = ({ worthKnowing, nextRace }: ListedClient): string =>
  worthKnowing?.text ?? (nextRace ? `${nextRace.name}, ${formatShortDate(nextRace.date)}` : '');

const newsLook = ({ worthKnowing }: ListedClient): string => (worthKnowing?.urgent ? 'text-signal-ink' : 'text-ink-2');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
