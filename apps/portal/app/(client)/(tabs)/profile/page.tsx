import type { Metadata } from 'next';
import { PhoneFrame } from '../../../../frame/phone-frame.tsx';
import { ProfileOverview } from '../../../../profile/profile-overview.tsx';
import { readAsClient } from '../../../../server/read-as-client.ts';
import { readOwnId } from '../../../../server/read-own-id.ts';

export const metadata: Metadata = { title: 'You' };

type Props = { readonly searchParams: Promise<{ saved?: string }> };

export default async function ProfilePage({ searchParams }: Props) {
  const { saved } = await searchParams;
  const [intake, devices, passkeys] = await readAsClient((api) =>
    Promise.all([api.profile.get(), api.ownDevices.list(), api.ownPasskeys.list()]),
  );
  return (
    <PhoneFrame clientId={await readOwnId()}>
      <ProfileOverview intake={intake} isSaved={saved === '1'} devices={devices} passkeys={passkeys} />
    </PhoneFrame>
  );
}
