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

/** Busy with all of them, as no device is named. */
const everywhereElse = 'everywhere else';

/** Where somebody is signed in, with a button beside each but the browser at hand, and one for all of those. */
export function DeviceList({
  devices,
  timeZone,
  onSignOut,
  onSignOutOthers,
}: {
  readonly devices: readonly Device[];
  /** IANA zone. */
  readonly timeZone: string;
  /** Signs one out. Rejects when that failed; otherwise the row goes. */
  readonly onSignOut: (deviceId: string) => Promise<void>;
  /** Signs out all but this browser. Rejects when that failed; otherwise their rows go. */
  readonly onSignOutOthers: () => Promise<void>;
}) {
  const [gone, setGone] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState<string>();
  const [failed, setFailed] = useState(false);
  const signOut = async (name: string, deviceIds: readonly string[], send: () => Promise<void>) => {
    setBusy(name);
    setFailed(false);
    try {
      await send();
      setGone((before) => [...before, ...deviceIds]);
    } catch {
      setFailed(true);
    }
    setBusy(undefined);
  };
  const shown = devices.filter(({ deviceId }) => !gone.includes(deviceId));
  const others = shown.filter(({ isThisOne }) => !isThisOne).map(({ deviceId }) => deviceId);
  return (
    <>
      <ul>
        {shown.map(({ deviceId, app, name, lastSeenAt, isThisOne }) => (
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
                onClick={() => void signOut(deviceId, [deviceId], () => onSignOut(deviceId))}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button
        className="mt-3"
        busy={busy === everywhereElse}
        busyLabel="Signing out"
        offReason={others.length > 0 ? null : 'Signed in nowhere else'}
        onClick={() => void signOut(everywhereElse, others, onSignOutOthers)}
      >
        Sign out everywhere else
      </Button>
      <FormError className="mt-3 empty:mt-0">{failed ? 'That did not work. Try again in a moment.' : null}</FormError>
    </>
  );
}
