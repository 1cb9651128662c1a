import { portalRouter } from '@groundwork/api/portal-router';
import { serveApp } from '@groundwork/api/serve-app';
import next from 'next';
import { serviceWorkerAddress } from './pwa/service-worker-address.ts';
import { serveServiceWorker } from './service-worker/serve-service-worker.ts';

const dev = process.env.NODE_ENV !== 'production';
const port = Number(process.env.GROUNDWORK_PORTAL_PORT ?? 3001);
const pages = next({ dev, port });
await pages.prepare();
const showPage = pages.getRequestHandler();

await serveApp({
  app: 'portal',
  router: portalRouter,
  port,
  host: process.env.GROUNDWORK_HOST,
  publicUrl: process.env.GROUNDWORK_PORTAL_URL ?? `http://localhost:${port}`,
  dev,
  pages: (request, response) => {
    // Without a trusted proxy the header is anybody's claim; Next then puts the socket's address in its place.
    if (process.env.GROUNDWORK_TRUST_PROXY !== '1') delete request.headers['x-forwarded-for'];
    return request.url === serviceWorkerAddress ? serveServiceWorker(response) : showPage(request, response);
  },
  onStop: () => pages.close(),
});
