import { CacheFirst, ExpirationPlugin, NetworkFirst, NetworkOnly, type PrecacheEntry, Serwist } from 'serwist';

declare const self: ServiceWorkerGlobalScope;
/** Filled in by `build.mjs`: every static file of the build, the offline page and the icons. */
declare const filesToKeep: PrecacheEntry[];

/** Holds the client's own pages: emptied when she signs out. */
const pagesCache = 'pages';
const offlinePage = '/offline';
// A gym's Wi-Fi that answers nothing must not keep the page away: after this the copy on the phone is shown.
const patienceSeconds = 3;
const ownPages = /^\/(today|week|ladders|session\/[0-9a-f-]{36})$/;

// Only a page that was really shown: a redirect to the sign-in must not be kept under Today's address.
const keepOnlyPages = {
  cacheWillUpdate: async ({ response }: { response: Response }) => (isKeepable(response) ? response : null),
};

const worker = new Serwist({
  precacheEntries: filesToKeep,
  // The page that is open keeps its version; a quiet line offers the new one.
  skipWaiting: false,
  clientsClaim: true,
  disableDevLogs: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === 'navigate' && ownPages.test(url.pathname),
      handler: new NetworkFirst({
        cacheName: pagesCache,
        networkTimeoutSeconds: patienceSeconds,
        matchOptions: { ignoreVary: true },
        plugins: [keepOnlyPages, new ExpirationPlugin({ maxEntries: 24, maxAgeSeconds: 14 * 24 * 60 * 60 })],
      }),
    },
    {
      // Everything else, mailed links with their tokens above all, is never kept.
      matcher: ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
      handler: new NetworkOnly(),
    },
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
      handler: new CacheFirst({ cacheName: 'static', plugins: [new ExpirationPlugin({ maxEntries: 120 })] }),
    },
  ],
  fallbacks: { entries: [{ url: offlinePage, matcher: ({ request }) => request.destination === 'document' }] },
});

self.addEventListener('message', (event) => {
  const message = event.data as { type?: string; urls?: readonly string[] } | null;
  if (message?.type === 'keep-pages') event.waitUntil(keepPages(message.urls ?? []));
  if (message?.type === 'forget-pages') event.waitUntil(caches.delete(pagesCache));
});

self.addEventListener('activate', (event) => {
  // Pages kept by the version before ask for files that it took with it.
  event.waitUntil(renewPages());
});

worker.addEventListeners();

/** Fetches pages before they are needed: today's session is on the phone before she is in the basement. */
async function keepPages(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(pagesCache);
  await Promise.all(urls.map((url) => keepPage(cache, url)));
}

/**
 * Page by page, never the cache as a whole: a page of the client asks for hers as soon as there is a worker, while this one
 * is still becoming active, and what it keeps would go with the cache.
 */
async function renewPages(): Promise<void> {
  const cache = await caches.open(pagesCache);
  const requests = await cache.keys();
  await Promise.all(
    requests.map(async (request) => {
      if (!(await keepPage(cache, request.url))) await cache.delete(request, { ignoreVary: true });
    }),
  );
}

/** Whether the page is kept now as the server has it. */
async function keepPage(cache: Cache, url: string): Promise<boolean> {
  if (!ownPages.test(new URL(url, self.location.origin).pathname)) return false;
  const response = await fetch(url, { credentials: 'same-origin' }).catch(() => undefined);
  if (!response || !isKeepable(response)) return false;
  await cache.put(url, response);
  return true;
}

function isKeepable(response: Response): boolean {
  return (
    response.status === 200 &&
    !response.redirected &&
    (response.headers.get('content-type') ?? '').startsWith('text/html')
  );
}
