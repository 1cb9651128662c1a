'use client';

import { Checkbox } from '@groundwork/ui/primitives/checkbox';
import { useEffect, useState } from 'react';
import { readSignalSettings, type SignalSettings, storeSignalSettings } from './signals.ts';

/** What the end of a rest or a hold does besides being shown. */
export function SignalSwitches() {
  const [settings, setSettings] = useState<SignalSettings>({ sound: true, vibration: true });
  useEffect(() => setSettings(readSignalSettings()), []);
  const change = (part: Partial<SignalSettings>) => {
    const next = { ...settings, ...part };
    setSettings(next);
    storeSignalSettings(next);
  };
  return (
    <fieldset className="flex gap-5">
      <legend className="sr-only">When a rest is over</legend>
      <Checkbox checked={settings.sound} onChange={(event) => change({ sound: event.target.checked })}>
        <span className="text-md">Sound</span>
      </Checkbox>
      <Checkbox checked={settings.vibration} onChange={(event) => change({ vibration: event.target.checked })}>
        <span className="text-md">Vibration</span>
      </Checkbox>
    </fieldset>
  );
}
