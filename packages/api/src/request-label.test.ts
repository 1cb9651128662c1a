import { expect, it } from 'vitest';
import { labelOf, readRequestId } from './request-label.ts';

it.each([
  ['/clients/019ab0de-0000-7000-8000-000000000001/running?tab=x', '/clients/:id/running'],
  ['/sign-in/link?token=0Zk3vQ8d7mB1xY5wR2nL9pT4sJ6h', '/sign-in/link'],
  ['/api/trpc/clients.list,practice.frame?batch=1', '/api/trpc/clients.list,practice.frame'],
  ['/p/%6dei%40example.org', '/p/:other'],
  ['/0Zk3vQ8d7mB1xY5wR2nL9pT4sJ6h0Zk3vQ8d7mB1xY5wR2nL9pT4sJ6h', '/:other'],
  ['/', '/'],
])('names %s %s', (url, label) => {
  expect(labelOf(url)).toBe(label);
});

it('takes over a proxy’s id only when it is one', () => {
  const idOf = (given: string) => readRequestId({ headers: { 'x-request-id': given } } as never);
  expect(idOf('edge-20261122-0001')).toBe('edge-20261122-0001');
  for (const given of ['', 'short', 'a b c d e f g h', `${'x'.repeat(65)}`, 'id"},{"forged']) {
    expect(idOf(given)).toMatch(/^[0-9a-f-]{36}$/);
  }
});
