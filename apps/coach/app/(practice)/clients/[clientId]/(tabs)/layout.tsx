import type { ReactNode } from 'react';
import { ClientHead } from '../../../../../clients/client-head.tsx';
import { readClient, readFrame } from '../../../../../lib/page-reads.ts';

export default async function ClientLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ clientId: string }>;
}) {
  const { clientId } = await params;
  const [client, frame] = await Promise.all([readClient(clientId), readFrame()]);
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <ClientHead client={client} canEdit={frame.me.role !== 'assistant'} />
      {children}
    </main>
  );
}
