import type { Metadata } from 'next';
import { readClient, readFrame } from '../../../../../../lib/page-reads.ts';
import { WeekEditor } from '../../../../../../running-week/week-editor.tsx';

export const metadata: Metadata = { title: 'Running week' };

export default async function RunningPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  const [client, frame] = await Promise.all([readClient(clientId), readFrame()]);
  return (
    <WeekEditor
      client={{
        clientId,
        revision: client.revision,
        today: client.today,
        runningWeeks: client.runningWeeks,
        races: client.races,
        rules: client.rules,
        name: client.profile.name,
        unavailable: client.profile.unavailable,
      }}
      timeZone={frame.practice.timeZone}
      canEdit={frame.me.role !== 'assistant'}
    />
  );
}
