'use client';

import { useEffect } from 'react';
import { keepPages } from './service-worker-client.ts';

/** Has pages fetched before they are needed, once the page itself has settled. */
export function KeepPages({ pages }: { readonly pages: readonly string[] }) {
  const key = pages.join(' ');
  useEffect(() => {
    if (key === '' || !navigator.onLine) return;
    const timer = setTimeout(() => void keepPages(key.split(' ')), 1000);
    return () => clearTimeout(timer);
  }, [key]);
  return null;
}
