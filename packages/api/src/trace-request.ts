import type { IncomingMessage, ServerResponse } from 'node:http';
import { findTelemetry } from '@groundwork/db/telemetry';
import { basePath } from './http.ts';
import { labelOf } from './request-label.ts';
import { findTraceParent } from './trace-parent.ts';

/** Answers a request inside a span that carries the id of its log lines, if anybody listens. */
export function traceRequest(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  answer: () => void,
): void {
  const telemetry = findTelemetry();
  if (telemetry === undefined) {
    answer();
    return;
  }
  const { method = 'GET', url = '/' } = request;
  const began = performance.now();
  const parent = findTraceParent(request);
  void telemetry.inSpan(
    {
      name: method,
      kind: 'server',
      ...(parent ? { parent } : {}),
      attributes: { 'http.request.method': method, 'groundwork.request_id': requestId },
    },
    (span) =>
      new Promise<void>((settle) => {
        response.once('close', () => {
          const { statusCode: status } = response;
          const route = routeOf(url, status);
          span.rename(`${method} ${route}`);
          span.note({ 'http.route': route, 'http.response.status_code': status });
          if (status >= 500) span.fail(String(status));
          else if (!response.writableFinished) span.fail('aborted');
          telemetry.time('http.server.request.duration', (performance.now() - began) / 1000, {
            'http.request.method': method,
            'http.route': route,
            'http.response.status_code': status,
          });
          settle();
        });
        answer();
      }),
  );
}

/** Few names for everything: what was refused may be anything that somebody typed, and calls can be batched in any number of ways. */
function routeOf(url: string, status: number): string {
  if (status >= 400 && status < 500 && !url.startsWith(basePath)) return 'refused';
  if (status === 404) return 'unknown';
  if (url.startsWith('/_next/static/')) return '/_next/static';
  const label = labelOf(url).replace(/^\/p\/[^/]+/, '/p/:practice');
  return label.startsWith(basePath) && label.includes(',') ? `${basePath}batch` : label;
}
