import { portalRouter } from '@groundwork/api/portal-router';
import { serveApp } from '@groundwork/api/serve-app';
import next from 'next';

const dev = process.env.NODE_ENV !== 'production';
const port = Number(process.env.GROUNDWORK_PORTAL_PORT ?? 3001);
const pages = next({ dev, port });
await pages.prepare();

await serveApp({
  app: 'portal',
  router: portalRouter,
  port,
  host: process.env.GROUNDWORK_HOST,
  publicUrl: process.env.GROUNDWORK_PORTAL_URL ?? `http://localhost:${port}`,
  dev,
  pages: pages.getRequestHandler(),
  onStop: () => pages.close(),
});
