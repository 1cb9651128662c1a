'use client';

import type { NeedsYouRow } from '@groundwork/api/views/coach-today';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { FindingMark } from '@groundwork/ui/primitives/finding-mark';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { RowLink } from '../shell/row-link.tsx';
import { ShowAll } from '../shell/show-all.tsx';
import { useEverybody } from './use-everybody.ts';

/** Who needs her, most urgent first: what happened, what to do, how long it has stood. The first, and all when she asks for them. */
export function NeedsYou({
  first,
  count,
  now,
}: {
  readonly first: readonly NeedsYouRow[];
  readonly count: number;
  readonly now: Date;
}) {
  const { all, isFetching, load } = useEverybody(first);
  const rows = all?.needsYou ?? first;
  if (rows.length === 0) {
    return (
      <EmptyState figure={<ExerciseFigure exerciseId="gm_side_plank" decorative />} title="Nobody needs you">
        No missed session, nobody silent, no draft waiting. The week below is as planned.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="relative overflow-x-auto">
        <Table label="Needs you" rows="tall">
          <thead>
            <tr>
              <HeadCell className="w-8 pl-2.5">
                <span className="sr-only">How urgent</span>
              </HeadCell>
              <HeadCell className="w-20 md:w-40">Client</HeadCell>
              <HeadCell>What happened</HeadCell>
              <HeadCell numeric className="hidden w-16 md:table-cell">
                Since
              </HeadCell>
              <HeadCell className="hidden w-px pl-6 md:table-cell">
                <span className="sr-only">What to do</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.clientId}>
                <Cell className="pl-2.5">
                  <FindingMark level={row.urgency === 'note' ? 'info' : row.urgency} />
                </Cell>
                <RowHead className="md:whitespace-nowrap">
                  <RowLink href={`/clients/${row.clientId}`} className="text-ink no-underline hover:underline">
                    {row.clientName}
                  </RowLink>
                </RowHead>
                <Cell>
                  <b>{row.headline}</b>
                  {row.detail ? <span className="block text-ink-2">{row.detail}</span> : null}
                  <span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 md:hidden">
                    <LinkButton as={RowLink} href={linkOf(row)} size="row">
                      {row.act}
                    </LinkButton>
                    {row.rule ? <RuleLink rule={row.rule} /> : null}
                  </span>
                </Cell>
                <Cell numeric className="hidden whitespace-nowrap text-ink-2 md:table-cell">
                  {describeAge(row.since, now)}
                </Cell>
                <Cell className="hidden pl-6 text-right whitespace-nowrap md:table-cell">
                  {row.rule ? <RuleLink rule={row.rule} /> : null}
                  <LinkButton as={RowLink} href={linkOf(row)} size="row">
                    {row.act}
                  </LinkButton>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
      {rows.length < count ? (
        <ShowAll onShow={load} busy={isFetching}>
          Show all {count} who need you
        </ShowAll>
      ) : null}
    </>
  );
}

function linkOf({ link }: NeedsYouRow): string {
  switch (link.to) {
    case 'client':
      return `/clients/${link.clientId}${link.tab === 'program' ? '' : `/${link.tab}`}`;
    case 'program':
      return `/clients/${link.clientId}/programs/${link.programId}`;
    case 'session':
      return `/clients/${link.clientId}/sessions/${link.sessionId}`;
    default: {
      const unknown: never = link;
      throw new Error(`Unknown link ${JSON.stringify(unknown)}`);
    }
  }
}

/** "14 h", "3 d", "5 wk". */
function describeAge(since: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000));
  if (hours < 24) return `${hours} h`;
  const days = Math.floor(hours / 24);
  return days < 21 ? `${days} d` : `${Math.floor(days / 7)} wk`;
}

const RuleLink = ({ rule }: { readonly rule: string }) => (
  <RowLink href={`/rules/${rule}`} className="mr-3 text-xs font-semibold no-underline hover:underline">
    Why
  </RowLink>
);
