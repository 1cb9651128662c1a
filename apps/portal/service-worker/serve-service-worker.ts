import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

const script = join(process.cwd(), 'dist/service-worker.js');

/** Answers with the built worker, never cached: a browser learns of a new version by asking for it. 404 where none was built. */
export async function serveServiceWorker(response: ServerResponse): Promise<void> {
  const body = await readFile(script).catch(() => undefined);
  response.statusCode = body ? 200 : 404;
  response.setHeader('Content-Type', body ? 'text/javascript; charset=utf-8' : 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.end(body ?? 'No service worker was built.\n');
}
