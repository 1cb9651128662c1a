'use client';

import { useState } from 'react';
import { formatInstant } from '../format-date.ts';
import { Button } from './button.tsx';
import { FormError } from './form-error.tsx';

export interface Device {
  readonly deviceId: string;
  readonly app: 'coach' | 'portal';
  /** "Firefox on Android" */
  readonly name: string;
  readonly lastSeenAt: Date;
  readonly isThisOne: boolean;
}

/** Where somebody is signed in, with a button beside each but the browser at hand. */
export function DeviceList({
  devices,
  timeZone,
  onSignOut,
}: {
  readonly devices: readonly Device[];
  /** IANA zone. */
  readonly timeZone: string;
  /** Signs one out. Rejects when that failed; otherwise the row goes. */
  readonly onSignOut: (deviceId: string) => Promise<void>;
}) {
  const [gone, setGone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState(false);
  const signOut = async (deviceId: string) => {
    setBusy(deviceId);
    setFailed(false);
    try {
      await onSignOut(deviceId);
      setGone((before) => [...before, deviceId]);
    } catch {
      setFailed(true);
    }
    setBusy(undefined);
  };
  return (
    <>
      <ul>
        {devices
          .filter(({ deviceId }) => !gone.includes(deviceId))
          .map(({ deviceId, app, name, lastSeenAt, isThisOne }) => (
            <li
              key={deviceId}
              className="flex min-h-14 items-center justify-between gap-4 border-b border-rule py-2 dense:min-h-11"
            >
              <span>
                {name}
                <span className="block text-sm text-ink-3">
                  {app === 'coach' ? 'Dashboard' : 'Portal'}
                  {isThisOne ? ', this browser' : `, last seen ${formatInstant(lastSeenAt, timeZone)}`}
                </span>
              </span>
              {isThisOne ? null : (
                <Button
                  busy={busy === deviceId}
                  busyLabel="Signing out"
                  aria-label={`Sign out ${name}`}
                  onClick={() => void signOut(deviceId)}
                >
                  Sign out
                </Button>
              )}
            </li>
          ))}
      </ul>
      <FormError className="mt-3 empty:mt-0">{failed ? 'That did not work. Try again in a moment.' : null}</FormError>
    </>
  );
}
