import type { IncomingMessage } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { findTraceParent } from './trace-parent.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';

const find = (traceparent: string, remoteAddress = '10.0.0.2') => {
  vi.stubEnv('GROUNDWORK_TRUSTED_PROXIES', '10.0.0.2');
  return findTraceParent({ headers: { traceparent }, socket: { remoteAddress } } as unknown as IncomingMessage);
};
afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  [`00-${traceId}-${spanId}-01`, true],
  [`00-${traceId}-${spanId}-00`, false],
  [`00-${traceId}-${spanId}-03`, true],
  [`01-${traceId}-${spanId}-01-later`, true],
])('a proxy that the operator named may say where a request comes from: %s', (traceparent, isSampled) => {
  expect(find(traceparent)).toEqual({ traceId, spanId, isSampled });
});

it('nobody else may', () => {
  expect(find(`00-${traceId}-${spanId}-01`, '10.0.0.3')).toBeUndefined();
});

it.each([
  '',
  `ff-${traceId}-${spanId}-01`,
  `00-${'0'.repeat(32)}-${spanId}-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `00-${traceId.toUpperCase()}-${spanId}-01`,
  `00-${traceId}-${spanId}-01-more`,
  `00-${traceId}-${spanId}`,
  `00-${traceId}x-${spanId}-01`,
])('what is not in the form is nothing: %s', (traceparent) => {
  expect(find(traceparent)).toBeUndefined();
});
