import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readClient, readFrame } from '../../../../../../lib/page-reads.ts';
import { readForPage } from '../../../../../../lib/read-for-page.ts';
import { ProgramEditor } from '../../../../../../program/program-editor.tsx';

export const metadata: Metadata = { title: 'Program' };

export default async function ProgramPage({ params }: { params: Promise<{ clientId: string; programId: string }> }) {
  const { clientId, programId } = await params;
  const [view, client, frame] = await Promise.all([
    readForPage((api) => api.programs.get({ programId })),
    readClient(clientId),
    readFrame(),
  ]);
  if (view.client.clientId !== clientId) notFound();
  return (
    <main className="px-5 pt-[22px] pb-10 lg:px-10">
      <ProgramEditor
        key={programId}
        view={view}
        profile={{ ...view.profile, painSites: client.health.painSites }}
        timeZone={frame.practice.timeZone}
        canEdit={frame.me.role !== 'assistant'}
      />
    </main>
  );
}
