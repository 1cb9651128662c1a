'use client';

import { useEffect } from 'react';
import { arePagesKept, keepPages } from './service-worker-client.ts';

const settledAfterMs = 1000;
const longestWaitMs = 60_000;

/** Has pages fetched before they are needed, once the page itself has settled; again and again where the signal is poor. */
export function KeepPages({ pages }: { readonly pages: readonly string[] }) {
  const key = pages.join(' ');
  useEffect(() => {
    if (key === '') return;
    const urls = key.split(' ');
    let isMounted = true;
    let timer: ReturnType<typeof setTimeout>;
    const askAfter = (waitMs: number) => {
      timer = setTimeout(async () => {
        // What is kept is fetched anew the first time: it may be of yesterday.
        if (waitMs > settledAfterMs && (await arePagesKept(urls))) return;
        if (!isMounted) return;
        askAfter(Math.min(4 * waitMs, longestWaitMs));
        if (navigator.onLine) await keepPages(urls);
      }, waitMs);
    };
    askAfter(settledAfterMs);
    return () => {
      isMounted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return null;
}
