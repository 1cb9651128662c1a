import { exercises } from '@groundwork/engine/catalogue/catalogue';
import type { Metadata } from 'next';
import { readClient, readFrame } from '../../../../../../lib/page-reads.ts';
import { ProfileForm } from '../../../../../../profile/profile-form.tsx';
import { RaceList } from '../../../../../../profile/race-list.tsx';
import { WorkingLoadList } from '../../../../../../profile/working-load-list.tsx';
import { ClientOverrides } from '../../../../../../rules/client-overrides.tsx';

export const metadata: Metadata = { title: 'Profile' };

const loadable = exercises
  .filter((exercise) => exercise.loadType === 'external')
  .map(({ id, name }) => ({ value: id, label: name }))
  .sort((a, b) => a.label.localeCompare(b.label, 'en'));

export default async function ProfilePage({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  const [client, frame] = await Promise.all([readClient(clientId), readFrame()]);
  const canEdit = frame.me.role !== 'assistant';
  return (
    <div className="grid gap-x-12 gap-y-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div>
        <ProfileForm client={client} practiceZone={frame.practice.timeZone} canEdit={canEdit} />
      </div>
      <div>
        <ClientOverrides
          clientId={clientId}
          overrides={client.overrides}
          timeZone={frame.practice.timeZone}
          canEdit={canEdit}
        />
        <RaceList clientId={clientId} races={client.races} today={client.today} canEdit={canEdit} />
        <WorkingLoadList
          clientId={clientId}
          loads={client.workingLoads}
          loadable={loadable}
          unit={client.profile.unit}
          canEdit={canEdit}
        />
      </div>
    </div>
  );
}
