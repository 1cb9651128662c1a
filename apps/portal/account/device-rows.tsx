'use client';

import { type Device, DeviceList } from '@groundwork/ui/primitives/device-list';
import { useTimeZone } from '../frame/local-time.tsx';
import { createBrowserApi } from '../training-log/browser-api.ts';

export function DeviceRows({ devices }: { readonly devices: readonly Device[] }) {
  return (
    <DeviceList
      devices={devices}
      timeZone={useTimeZone()}
      onSignOut={async (deviceId) => {
        await createBrowserApi().ownDevices.signOut.mutate({ deviceId });
      }}
      onSignOutOthers={async () => {
        await createBrowserApi().ownDevices.signOutOthers.mutate();
      }}
    />
  );
}
