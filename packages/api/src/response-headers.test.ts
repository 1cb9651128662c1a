import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { hashScript, readBuiltPages } from './built-pages.ts';
import { commonHeaders, type HeaderOptions, settlePageHeaders } from './response-headers.ts';

const options = (publicUrl: string, dev?: boolean): HeaderOptions => ({
  publicUrl,
  dev,
  inlineScripts: ['theme()'],
  built: readBuiltPages('/nowhere'),
});
const secure = options('https://coach.example');

describe('every answer', () => {
  it('says what a browser may do with it, to the letter', () => {
    const headers = Object.fromEntries(commonHeaders(secure));
    expect(headers).toEqual({
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': expect.stringMatching(
        /^camera=\(\), microphone=\(\), geolocation=\(\), payment=\(\), usb=\(\)/,
      ),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    });
  });

  it('asks for https only where the app is reached by it', () => {
    const names = commonHeaders(options('http://localhost:3000')).map(([name]) => name);
    expect(names).not.toContain('Strict-Transport-Security');
    expect(names).toHaveLength(8);
  });
});

/** The policy of a page made for the request, by directive. */
function policyOf(given: HeaderOptions): Record<string, string> {
  const headers = new Map<string, string>();
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    hasHeader: (name: string) => headers.has(name.toLowerCase()),
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    writeHead: () => response,
  } as unknown as ServerResponse;
  settlePageHeaders(given, { url: '/today', headers: {} } as IncomingMessage, response);
  response.writeHead(200);
  const parts = (headers.get('content-security-policy') ?? '').split('; ');
  return Object.fromEntries(parts.map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]));
}

describe('a page made for the request', () => {
  it('runs what the server named and nothing else, to the letter', () => {
    const nonce = /^'self' 'nonce-[\w+/]{24}' /;
    const { 'script-src': scripts, ...rest } = policyOf(secure);
    expect(scripts).toMatch(nonce);
    expect(scripts?.replace(nonce, '')).toBe(`${hashScript('theme()')} 'strict-dynamic'`);
    expect(rest).toEqual({
      'default-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'style-src-attr': "'none'",
      'img-src': "'self' data: blob:",
      'connect-src': "'self'",
      'worker-src': "'self'",
      'object-src': "'none'",
      'frame-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
      'upgrade-insecure-requests': '',
    });
    expect(policyOf(secure)['script-src']).not.toBe(scripts);
  });

  it('is looser in development alone', () => {
    expect(policyOf(options('http://localhost:3000', true))).toMatchObject({ 'connect-src': "'self' ws:" });
    expect(policyOf(options('http://localhost:3000'))).not.toHaveProperty('upgrade-insecure-requests');
  });
});
