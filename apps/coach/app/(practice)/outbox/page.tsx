import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import type { Metadata } from 'next';
import { readFrame } from '../../../lib/page-reads.ts';
import { readForPage } from '../../../lib/read-for-page.ts';
import { describeMails } from '../../../outbox/describe-mails.ts';
import { MailTable } from '../../../outbox/mail-table.tsx';
import { NavLink } from '../../../shell/nav-link.tsx';

export const metadata: Metadata = { title: 'Outbox' };

export default async function OutboxPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const [list, frame] = await Promise.all([
    readForPage((api) => api.outbox.list({ limit: 50, ...(before ? { before } : {}) })),
    readFrame(),
  ]);
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <PageHead title="Outbox" deck={describeMails(list.mails)} />
      <div className="mt-6 relative overflow-x-auto border-t border-ink">
        {list.mails.length === 0 ? (
          <EmptyState title="No letter yet">
            Invitations, offers and published programs are written here first and then sent, so none is lost.
          </EmptyState>
        ) : (
          <MailTable mails={[...list.mails]} timeZone={frame.practice.timeZone} />
        )}
      </div>
      <nav aria-label="Pages" className="mt-3 flex gap-5 text-sm font-semibold">
        {before ? <NavLink href="/outbox">Newest</NavLink> : null}
        {list.nextBefore ? <NavLink href={`/outbox?before=${list.nextBefore}`}>Earlier</NavLink> : null}
      </nav>
    </main>
  );
}
