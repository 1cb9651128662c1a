import { coachRouter } from '@groundwork/api/coach/coach-router';
import { serveApp } from '@groundwork/api/serve-app';
import { themeScript } from '@groundwork/ui/primitives/theme';
import next from 'next';

const dev = process.env.NODE_ENV !== 'production';
const port = Number(process.env.GROUNDWORK_COACH_PORT ?? 3000);
const pages = next({ dev, port });
await pages.prepare();

await serveApp({
  app: 'coach',
  router: coachRouter,
  port,
  host: process.env.GROUNDWORK_HOST,
  publicUrl: process.env.GROUNDWORK_COACH_URL ?? `http://localhost:${port}`,
  dev,
  inlineScripts: [themeScript],
  pages: pages.getRequestHandler(),
  onStop: () => pages.close(),
});
