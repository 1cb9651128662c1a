'use client';

import { useEffect, useState } from 'react';
import { lengthenRest, readRest, type StoredRest, storeRest } from './rest-store.ts';
import { readSignalSettings, scheduleTone, vibrate } from './signals.ts';

/** The rest of a session, kept on the phone: it survives a reload and a closed page. */
export function useRest(sessionId: string) {
  const [rest, setRest] = useState<StoredRest>();

  useEffect(() => setRest(readRest(sessionId, Date.now())), [sessionId]);

  // The tone is set on the audio clock as soon as the rest is known, because a page in the background may not be woken in time.
  const endsAt = rest?.endsAt;
  useEffect(() => {
    const seconds = endsAt === undefined ? 0 : (endsAt - Date.now()) / 1000;
    return seconds > 0 && readSignalSettings().sound ? scheduleTone(seconds) : undefined;
  }, [endsAt]);

  const change = (next: StoredRest | undefined) => {
    storeRest(next);
    setRest(next);
  };
  return {
    rest,
    start: (seconds: number, next: string) =>
      change(seconds > 0 ? { sessionId, endsAt: Date.now() + seconds * 1000, totalSeconds: seconds, next } : undefined),
    extend: (seconds: number) => rest && change(lengthenRest(rest, seconds, Date.now())),
    skip: () => change(undefined),
    over: () => {
      if (readSignalSettings().vibration) vibrate();
    },
  };
}
