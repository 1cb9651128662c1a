'use client';

import { useEffect, useState } from 'react';
import { serviceWorkerAddress } from './service-worker-address.ts';

/** Registers the service worker; says in one quiet line when a newer version waits. Nothing reloads by itself. */
export function ServiceWorkerLine() {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);

  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const watch = (registration: ServiceWorkerRegistration) => {
      // Without a controller this is the first version, which nobody has to be told of.
      if (registration.waiting && navigator.serviceWorker.controller) setWaiting(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const next = registration.installing;
        next?.addEventListener('statechange', () => {
          if (next.state === 'installed' && navigator.serviceWorker.controller) setWaiting(next);
        });
      });
    };
    navigator.serviceWorker.register(serviceWorkerAddress, { scope: '/' }).then(watch, () => undefined);
  }, []);

  if (!waiting) return null;
  const load = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  };
  return (
    <p role="status" className="mt-6 text-sm text-ink-3">
      A newer version is ready.{' '}
      <button type="button" onClick={load} className="py-2 font-semibold text-green underline underline-offset-3">
        Load it
      </button>
    </p>
  );
}
