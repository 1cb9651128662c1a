'use client';

import { type Device, DeviceList } from '@groundwork/ui/primitives/device-list';
import { useTRPCClient } from '../lib/trpc.tsx';

export function DeviceRows({ devices, timeZone }: { readonly devices: readonly Device[]; readonly timeZone: string }) {
  const api = useTRPCClient();
  return (
    <DeviceList
      devices={devices}
      timeZone={timeZone}
      onSignOut={async (deviceId) => {
        await api.devices.signOut.mutate({ deviceId });
      }}
      onSignOutOthers={async () => {
        await api.devices.signOutOthers.mutate();
      }}
    />
  );
}
