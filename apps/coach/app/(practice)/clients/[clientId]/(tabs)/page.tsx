import type { Metadata } from 'next';
import { ProgramTab } from '../../../../../clients/program-tab.tsx';
import { readClient, readFrame } from '../../../../../lib/page-reads.ts';

export const metadata: Metadata = { title: 'Client' };

export default async function ClientPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  const [client, frame] = await Promise.all([readClient(clientId), readFrame()]);
  return <ProgramTab client={client} timeZone={frame.practice.timeZone} canEdit={frame.me.role !== 'assistant'} />;
}
