import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from './log.ts';
import { labelOf } from './request-label.ts';

/** One line once the answer is out: method, route without ids and query, status, milliseconds. Files of the build only at debug level. */
export function writeAccessLine(request: IncomingMessage, response: ServerResponse): void {
  const start = performance.now();
  const { method = 'GET', url = '/' } = request;
  response.once('close', () => {
    const { statusCode: status } = response;
    const fields = {
      method,
      // What was not found may be anything that somebody typed.
      route: status === 404 ? 'unknown' : labelOf(url),
      status,
      ms: Math.round(performance.now() - start),
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    if (status >= 500) log.error(fields, 'request');
    else if (url.startsWith('/_next/static/')) log.debug(fields, 'request');
    else log.info(fields, 'request');
  });
}
