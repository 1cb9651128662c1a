import { formatLongDate } from '@groundwork/ui/format-date';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { readClient } from '../../../../../../lib/page-reads.ts';
import { listBefore } from '../../../../../../session-log/list-before.ts';
import { LogTable } from '../../../../../../session-log/log-table.tsx';
import { SessionTable } from '../../../../../../session-log/session-table.tsx';
import { describeSessionState, minutesOf } from '../../../../../../session-log/session-words.ts';
import { NavLink } from '../../../../../../shell/nav-link.tsx';

export const metadata: Metadata = { title: 'Logs' };

export default async function LogsPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  const client = await readClient(clientId);
  const [latest] = client.lastSessions;
  if (!latest) {
    return (
      <EmptyState figure={<ExerciseFigure exerciseId="gm_side_plank" decorative />} title="Nothing is logged yet">
        {client.programs.some((program) => program.published)
          ? 'Sessions appear here as they are done, set by set.'
          : 'Once a program is published, sessions appear here as they are done.'}
      </EmptyState>
    );
  }
  return (
    <>
      <SectionHead
        note={[
          `Strength ${latest.label}, ${formatLongDate(latest.date)}`,
          describeSessionState(latest),
          minutesOf(latest) === undefined ? '' : `${minutesOf(latest)} min`,
          latest.effort === null ? '' : `effort ${latest.effort} of 10`,
        ]
          .filter(Boolean)
          .join(', ')}
        end={
          <NavLink
            href={`/clients/${clientId}/sessions/${latest.sessionId}`}
            className="font-semibold no-underline hover:underline"
          >
            Open
          </NavLink>
        }
      >
        Last session
      </SectionHead>
      <LogTable session={latest} before={listBefore(latest, client.lastSessions)} />
      {latest.note ? <p className="mt-3 max-w-measure font-serif text-reason">“{latest.note}”</p> : null}
      <SectionHead note={`the last ${client.lastSessions.length}`}>Sessions done</SectionHead>
      <SessionTable clientId={clientId} sessions={client.lastSessions} />
    </>
  );
}
