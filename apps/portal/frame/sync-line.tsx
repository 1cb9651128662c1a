'use client';

import { Tick } from '@groundwork/ui/primitives/tick';
import { CloudAlert, CloudUpload, WifiOff } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { arePagesKept } from '../pwa/service-worker-client.ts';
import { useTrackedEntries, useTrainingLog } from '../training-log/training-log-provider.tsx';

const icon = { 'aria-hidden': true, className: 'size-4', strokeWidth: 1.75 } as const;

/** The line at the top of the phone: what waits here, what was refused, or that everything needed is on this phone. */
export function SyncLine({ pages }: { readonly pages: readonly string[] }) {
  const entries = useTrackedEntries();
  const { isKept } = useTrainingLog();
  const isOnline = useIsOnline();
  const isReady = useArePagesKept(pages);
  const waiting = entries.filter(({ status }) => status.state === 'waiting' || status.state === 'signed-out');
  const refused = entries.find(({ status }) => status.state === 'refused');
  return (
    <span role="status" className="inline-flex min-h-6 items-center gap-1.5 text-sm text-ink-2">
      {waiting.some(({ status }) => status.state === 'signed-out') ? (
        <>
          <CloudAlert {...icon} />
          {waiting.length} waiting, <a href="/sign-in">sign in</a>
        </>
      ) : waiting.length > 0 ? (
        <>
          {isOnline ? <CloudUpload {...icon} /> : <WifiOff {...icon} />}
          {isKept ? `Saved here, ${waiting.length} waiting` : `${waiting.length} not sent, keep this page open`}
        </>
      ) : refused ? (
        <>
          <CloudAlert {...icon} />
          <Link href={`/session/${refused.entry.sessionId}`} prefetch={false}>
            Not accepted
          </Link>
        </>
      ) : isReady ? (
        <>
          <Tick className="size-4" />
          On this phone
        </>
      ) : isOnline ? null : (
        <>
          <WifiOff {...icon} />
          No signal
        </>
      )}
    </span>
  );
}

function subscribeToConnection(listen: () => void) {
  window.addEventListener('online', listen);
  window.addEventListener('offline', listen);
  return () => {
    window.removeEventListener('online', listen);
    window.removeEventListener('offline', listen);
  };
}

const useIsOnline = (): boolean =>
  useSyncExternalStore(
    subscribeToConnection,
    () => navigator.onLine,
    () => true,
  );

/** Asks the worker once it runs, and again shortly after, because it fetches the pages in the background. */
function useArePagesKept(pages: readonly string[]): boolean {
  const [areKept, setAreKept] = useState(false);
  const key = pages.join(' ');
  useEffect(() => {
    let isMounted = true;
    const look = async () => {
      const kept = key !== '' && (await arePagesKept(key.split(' ')));
      if (isMounted) setAreKept(kept);
    };
    void look();
    const again = setInterval(look, 4000);
    return () => {
      isMounted = false;
      clearInterval(again);
    };
  }, [key]);
  return areKept;
}
