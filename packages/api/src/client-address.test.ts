import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, isFromUnnamedProxy, isOperators } from './client-address.ts';

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

describe('a request is the operator’s own', () => {
  const request = (remoteAddress: string, headers: Readonly<Record<string, string>> = {}) =>
    ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;
  const here = 'http://localhost:3001';

  it('when it comes from this machine to an app for this machine alone', () => {
    for (const url of [here, 'http://127.0.0.1:3001', 'http://[::1]:3001', 'https://coach.localhost']) {
      expect(isOperators(request('127.0.0.1'), url), url).toBe(true);
    }
    expect(isOperators(request('::1'), here)).toBe(true);
    expect(isOperators(request('::ffff:127.0.0.1'), here)).toBe(true);
    expect(isOperators(request('10.0.0.9'), here)).toBe(false);
  });

  it('not when a proxy on this machine that nobody named hands it on', () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-host', 'x-forwarded-proto', 'via']) {
      const handedOn = request('127.0.0.1', { [name]: '127.0.0.1' });
      expect(isOperators(handedOn, here), name).toBe(false);
      expect(isFromUnnamedProxy(handedOn), name).toBe(true);
    }
  });

  it('not where a proxy has to stand in front, even one that says nothing of itself', () => {
    expect(isOperators(request('127.0.0.1'), 'https://coach.example.org')).toBe(false);
    expect(isOperators(request('127.0.0.1'), 'https://notlocalhost')).toBe(false);
  });

  it('when a named proxy says that it is from this machine', () => {
    process.env.GROUNDWORK_TRUSTED_PROXIES = '127.0.0.1';
    expect(isOperators(request('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }), here)).toBe(true);
    expect(isOperators(request('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }), here)).toBe(false);
    expect(isFromUnnamedProxy(request('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }))).toBe(false);
    expect(isFromUnnamedProxy(request('203.0.113.9', { 'x-forwarded-for': '203.0.113.9' }))).toBe(true);
  });
});
