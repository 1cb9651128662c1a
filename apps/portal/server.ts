import { portalRouter } from '@groundwork/api/portal-router';
import { serveApp } from '@groundwork/api/serve-app';
import { themeScript } from '@groundwork/ui/primitives/theme';
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
  inlineScripts: [themeScript],
  pages: (request, response) =>
    request.url === serviceWorkerAddress ? serveServiceWorker(response) : showPage(request, response),
  onStop: () => pages.close(),
});
