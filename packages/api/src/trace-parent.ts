import type { IncomingMessage } from 'node:http';
import type { RemoteSpan } from '@groundwork/db/telemetry';
import { isFromProxy } from './client-address.ts';

/** "00-<trace>-<span>-<flags>" of the W3C's Trace Context; later versions may say more behind it. */
const form = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.*)?$/;

/** The span that a request goes on from: only a proxy that the operator named may say. Anybody else could send her requests into traces of others. */
export function findTraceParent(request: IncomingMessage): RemoteSpan | undefined {
  const { traceparent } = request.headers;
  if (typeof traceparent !== 'string' || !isFromProxy(request)) return undefined;
  const [, version, traceId, spanId, flags = '', more] = form.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined || (version === '00' && more !== undefined)) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
