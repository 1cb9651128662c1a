/** Asks the worker to fetch pages before they are needed. Does nothing in a browser without one. */
export async function keepPages(urls: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: 'keep-pages', urls });
}

/** Removes the client's pages from this phone, for signing out. What waits to be sent stays. */
export async function forgetPages(): Promise<void> {
  if ('caches' in window) await caches.delete('pages');
}

/** Whether all of these pages can be opened without a signal. */
export async function arePagesKept(urls: readonly string[]): Promise<boolean> {
  if (!('caches' in window)) return false;
  const cache = await caches.open('pages');
  const kept = await Promise.all(urls.map((url) => cache.match(url, { ignoreVary: true })));
  return kept.every(Boolean);
}
