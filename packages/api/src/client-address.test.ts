import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { addressOf } from './client-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  addressOf({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage);

afterEach(() => {
  delete process.env.GROUNDWORK_TRUSTED_PROXIES;
});

describe('where a request comes from', () => {
  it('is the socket when no proxy is named, whatever the header claims', () => {
    expect(from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9');
  });

  it('is what a named proxy wrote, and no more', () => {
    process.env.GROUNDWORK_TRUSTED_PROXIES = '127.0.0.1, 172.16.0.0/12, fd00::/8';
    expect(from('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
    expect(from('127.0.0.1', '6.6.6.6, 198.51.100.1')).toBe('198.51.100.1');
    expect(from('127.0.0.1', '6.6.6.6, 198.51.100.1, 172.18.0.4')).toBe('198.51.100.1');
    expect(from('fd00::7', '2001:db8::1')).toBe('2001:db8::1');
    expect(from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
  });

  it('stays with the proxy where the claim is no address', () => {
    process.env.GROUNDWORK_TRUSTED_PROXIES = '127.0.0.1';
    for (const claim of ['', 'unknown', '198.51.100.1:80', '<script>', '1.2.3']) {
      expect(from('127.0.0.1', claim)).toBe('127.0.0.1');
    }
  });

  it('is refused where a proxy is misspelt, rather than left open', () => {
    process.env.GROUNDWORK_TRUSTED_PROXIES = 'proxy.example';
    expect(() => from('127.0.0.1')).toThrow('"proxy.example" is no address');
  });
});
