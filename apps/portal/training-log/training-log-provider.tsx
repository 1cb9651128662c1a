'use client';

import { onlineManager, QueryClient, QueryClientProvider, useMutationState } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { createBrowserApi } from './browser-api.ts';
import type { TrackedEntry } from './log-entry.ts';
import { openLogStore } from './log-store.ts';
import { sendEntry } from './send-entry.ts';
import { createTrainingLog, type TrainingLog, trackEntry, trainingLogKey } from './training-log.ts';

interface OpenLog {
  readonly client: QueryClient;
  readonly log: TrainingLog;
}

// One per client and browser page: moving between screens must not read the phone's store again, or send twice.
const openLogs = new Map<string, OpenLog>();

function openLog(clientId: string): OpenLog {
  const known = openLogs.get(clientId);
  if (known) return known;
  onlineManager.setOnline(navigator.onLine);
  const client = new QueryClient();
  const api = createBrowserApi();
  const log = createTrainingLog(client, openLogStore(clientId), (entry) => sendEntry(api, entry), Date.now);
  const opened = { client, log };
  openLogs.set(clientId, opened);
  return opened;
}

interface TrainingLogValue {
  readonly log: TrainingLog | null;
  /** False until what an earlier visit left on this phone has been read. */
  readonly isRestored: boolean;
  /** False when this browser keeps nothing, as in some private windows: what waits is lost with the page. */
  readonly isKept: boolean;
}

const TrainingLogContext = createContext<TrainingLogValue>({ log: null, isRestored: false, isKept: true });

/** Opens the training log of the signed-in client for the screens below. */
export function TrainingLogProvider({
  clientId,
  children,
}: {
  readonly clientId: string;
  readonly children: ReactNode;
}) {
  // On the server there is no phone to read: an empty client renders what the page was given.
  const [opened] = useState(() => (typeof window === 'undefined' ? null : openLog(clientId)));
  const [client] = useState(() => opened?.client ?? new QueryClient());
  const [restored, setRestored] = useState<'reading' | 'kept' | 'lost'>('reading');

  useEffect(() => {
    let isMounted = true;
    opened?.log.restored.then(
      () => isMounted && setRestored('kept'),
      () => isMounted && setRestored('lost'),
    );
    return () => {
      isMounted = false;
    };
  }, [opened]);

  const value = useMemo(
    () => ({ log: opened?.log ?? null, isRestored: restored !== 'reading', isKept: restored !== 'lost' }),
    [opened, restored],
  );
  return (
    <QueryClientProvider client={client}>
      <TrainingLogContext value={value}>{children}</TrainingLogContext>
    </QueryClientProvider>
  );
}

export const useTrainingLog = (): TrainingLogValue => use(TrainingLogContext);

/** Everything logged on this phone that is not yet old, in the order it was made. */
export function useTrackedEntries(): readonly TrackedEntry[] {
  const tracked = useMutationState({ filters: { mutationKey: trainingLogKey }, select: trackEntry });
  return useMemo(() => tracked.filter((entry) => entry !== undefined), [tracked]);
}
