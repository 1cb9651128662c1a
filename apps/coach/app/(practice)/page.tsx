import { addDays } from '@groundwork/engine/plain-date';
import { formatClock, formatLongDate, formatWeek } from '@groundwork/ui/format-date';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { StatusWord } from '@groundwork/ui/primitives/status-word';
import { SpotsGrid } from '@groundwork/ui/training/spots-grid';
import type { Metadata } from 'next';
import { readForPage } from '../../lib/read-for-page.ts';
import { NavLink } from '../../shell/nav-link.tsx';
import { RowLink } from '../../shell/row-link.tsx';
import { describeToday } from '../../today/describe-today.ts';
import { DoneDefinition } from '../../today/done-definition.tsx';
import { NeedsYou } from '../../today/needs-you.tsx';
import { WeekMatrix } from '../../today/week-matrix.tsx';
import { describeHeld, describeRoom } from '../../waitlist/describe-spots.ts';

export const metadata: Metadata = { title: 'Today' };

export default async function TodayPage() {
  const today = await readForPage((api) => api.practice.today());
  const { practice, spots, training, counts } = today;
  const more = training.count - training.first.length;
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <MarginColumns
        marginLabel="Today in the practice"
        margin={
          <>
            <SectionHead note={training.count > 0 ? `${training.done} of ${training.count} done` : undefined}>
              Training today
            </SectionHead>
            {training.count === 0 ? <p className="py-2.5 text-ink-2">Nobody has a session today.</p> : null}
            <ul>
              {training.first.map((row) => (
                <li
                  key={row.sessionId}
                  className="flex items-center justify-between gap-3 border-b border-rule py-[9px]"
                >
                  <RowLink
                    href={`/clients/${row.clientId}/sessions/${row.sessionId}`}
                    className="font-semibold text-ink no-underline hover:underline"
                  >
                    {row.clientName}
                  </RowLink>
                  {row.state === 'done' ? (
                    <StatusWord tone="done">
                      Strength {row.label}
                      {row.finishedAt ? `, ${formatClock(row.finishedAt, practice.timeZone)}` : ''}
                    </StatusWord>
                  ) : row.state === 'in_progress' ? (
                    <StatusWord tone="signal">
                      {row.sets.logged} of {row.sets.planned} sets
                    </StatusWord>
                  ) : (
                    <StatusWord>
                      Strength {row.label}
                      {row.load === 'full' ? '' : `, ${row.load}`}
                    </StatusWord>
                  )}
                </li>
              ))}
            </ul>
            {more > 0 ? <p className="py-2.5 text-ink-2">And {more} more, in the week beside.</p> : null}
            <SectionHead note={`${spots.spots} spots`}>
              <NavLink href="/waitlist" className="text-ink no-underline hover:underline">
                Spots
              </NavLink>
            </SectionHead>
            <SpotsGrid counts={spots} className="mt-3 mb-2.5" />
            <p>
              {describeHeld(spots, practice.timeZone)}
              <span className="text-ink-2">{describeRoom(spots)}</span>
            </p>
          </>
        }
      >
        <PageHead title={formatLongDate(today.date)} deck={describeToday(today)} />
        <SectionHead note={counts.needsYou || undefined} end={counts.needsYou > 1 ? 'most urgent first' : null}>
          Needs you
        </SectionHead>
        <NeedsYou first={today.needsYou} count={counts.needsYou} now={new Date()} />
        <SectionHead
          note={counts.clients === 1 ? '1 client' : `${counts.clients} clients`}
          end={
            <>
              <span>{formatWeek(today.weekStartsOn)}</span>
              <DoneDefinition from={addDays(today.date, -30)} />
            </>
          }
        >
          This week
        </SectionHead>
        <WeekMatrix first={today.week} count={counts.clients} monday={today.weekStartsOn} today={today.date} />
      </MarginColumns>
    </main>
  );
}
