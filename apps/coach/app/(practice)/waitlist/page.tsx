import type { Metadata } from 'next';
import { readFrame } from '../../../lib/page-reads.ts';
import { readForPage } from '../../../lib/read-for-page.ts';
import { AuditLines } from '../../../outbox/audit-lines.tsx';
import { WaitlistBoard } from '../../../waitlist/waitlist-board.tsx';

export const metadata: Metadata = { title: 'Waitlist' };

const subjects = new Set(['offer', 'opening', 'waitlist_entry', 'capacity', 'entry']);

export default async function WaitlistPage() {
  const [waitlist, frame] = await Promise.all([readForPage((api) => api.waitlist.overview()), readFrame()]);
  const canEdit = frame.me.role !== 'assistant';
  const audit = canEdit ? await readForPage((api) => api.audit.list({ limit: 100 })) : null;
  const { timeZone } = frame.practice;
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <WaitlistBoard
        waitlist={waitlist}
        timeZone={timeZone}
        canEdit={canEdit}
        audit={
          audit ? (
            <AuditLines
              entries={audit.entries.filter((entry) => subjects.has(entry.subjectKind)).slice(0, 12)}
              timeZone={timeZone}
            />
          ) : null
        }
      />
    </main>
  );
}
