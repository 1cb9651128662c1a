import { createServer, type Server } from 'node:http';
import { answerProbe, type LifeStage } from '../probes.ts';

/**
 * Answers `/healthz` and `/readyz` for the worker, which serves nothing else.
 * @throws when the port is taken.
 */
export async function serveProbes(options: {
  readonly port: number;
  readonly host?: string | undefined;
  readonly stage: () => LifeStage;
}): Promise<Server> {
  const server = createServer((request, response) => {
    if (answerProbe(request.url ?? '/', response, { stage: options.stage(), roles: ['app'] })) return;
    response.statusCode = 404;
    response.end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return server;
}
