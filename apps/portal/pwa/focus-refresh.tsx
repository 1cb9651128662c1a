'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const seldomMs = 20_000;
const patienceMs = 3000;

/** Brings the page up to date when the phone is taken out again, so that a published edit appears. Stays still without a signal. */
export function FocusRefresh() {
  const router = useRouter();
  useEffect(() => {
    let lastAt = Date.now();
    const refresh = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - lastAt < seldomMs) return;
      lastAt = Date.now();
      // A refresh that fails would reload the page: first see whether anybody answers.
      const answered = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answered) router.refresh();
    };
    document.addEventListener('visibilitychange', refresh);
    return () => document.removeEventListener('visibilitychange', refresh);
  }, [router]);
  return null;
}
