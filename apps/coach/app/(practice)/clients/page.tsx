import type { ClientRow } from '@groundwork/api/views/client-row';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { Metadata } from 'next';
import { ClientTable, type ListedClient } from '../../../clients/client-table.tsx';
import { describeClients } from '../../../clients/describe-clients.ts';
import { InviteButton } from '../../../clients/invite-button.tsx';
import { readFrame } from '../../../lib/page-reads.ts';
import { readForPage } from '../../../lib/read-for-page.ts';

export const metadata: Metadata = { title: 'Clients' };

export default async function ClientsPage() {
  const [{ clients: rows, spots }, frame] = await Promise.all([readForPage((api) => api.clients.list()), readFrame()]);
  const canEdit = frame.me.role !== 'assistant';
  const invite = <InviteButton free={spots.free} spots={spots.spots} canEdit={canEdit} />;
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <PageHead title="Clients" deck={describeClients(rows, spots)} actions={rows.length > 0 ? invite : null} />
      {rows.length === 0 ? (
        <div className="mt-6 border-t-2 border-ink">
          <EmptyState
            figure={<ExerciseFigure exerciseId="qd_rev_lunge" decorative />}
            title="Nobody is coached here yet"
            action={invite}
          >
            Invite a runner by mail, or open spots on the waitlist: whoever takes one appears here.
          </EmptyState>
        </div>
      ) : (
        <div className="mt-6 relative overflow-x-auto border-t border-ink">
          <ClientTable rows={rows.map(toListed)} canEdit={canEdit} />
        </div>
      )}
    </main>
  );
}

const toListed = (row: ClientRow): ListedClient => ({
  clientId: row.clientId,
  name: row.name,
  status: row.status,
  blockWeek: row.blockWeek,
  nextSession: row.nextSession && { date: row.nextSession.date, label: row.nextSession.label },
  done30: row.done30,
  worthKnowing: row.worthKnowing,
  nextRace: row.nextRace,
  hasUnpublished: row.hasUnpublished,
});
