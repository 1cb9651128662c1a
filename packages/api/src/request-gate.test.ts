import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { findCallRefusal, findPageRefusal } from './request-gate.ts';

const publicUrl = 'https://portal.example';
const form = { host: 'portal.example', 'content-type': 'application/x-www-form-urlencoded', 'content-length': '9' };
const own = { ...form, origin: publicUrl, 'sec-fetch-site': 'same-origin' };
const ask = (headers: Readonly<Record<string, string | undefined>>, method = 'POST') =>
  findPageRefusal({ method, headers } as unknown as IncomingMessage, publicUrl)?.status;

describe('what changes something', () => {
  it('is let through from a page of the app, by any browser', () => {
    expect(ask(own)).toBeUndefined();
    expect(ask({ ...own, origin: undefined })).toBeUndefined();
    expect(ask({ ...own, 'sec-fetch-site': undefined })).toBeUndefined();
    expect(ask({ ...own, origin: 'null' }), 'from a page without referrer').toBeUndefined();
    expect(ask({ ...own, host: 'proxied:3000' }), 'behind a proxy that names itself').toBeUndefined();
    expect(ask({ ...own, 'content-type': 'multipart/form-data; boundary=x' })).toBeUndefined();
    expect(ask({ ...own, 'content-type': 'text/plain;charset=UTF-8', 'next-action': '40ab' })).toBeUndefined();
  });

  it.each([
    ['a cross-site form', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a form of a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://coach.example' }],
    ['a form from nowhere', { 'sec-fetch-site': 'none' }],
    ['an origin that differs from what the browser says', { origin: 'https://evil.example' }],
    ['a null origin of an old browser', { 'sec-fetch-site': undefined, origin: 'null' }],
    ['a request that does not say', { 'sec-fetch-site': undefined, origin: undefined }],
    ['another port', { 'sec-fetch-site': undefined, origin: 'https://portal.example:8443' }],
    ['plain http', { 'sec-fetch-site': undefined, origin: 'http://portal.example', host: 'inside:3001' }],
    ['an origin that begins like ours', { 'sec-fetch-site': undefined, origin: 'https://portal.example.evil.example' }],
    ['nonsense', { 'sec-fetch-site': undefined, origin: 'portal.example' }],
  ])('is refused: %s', (_, headers) => {
    expect(ask({ ...own, ...headers })).toBe(403);
  });

  it('is refused in another form, unannounced or too large', () => {
    expect(ask({ ...own, 'content-type': 'application/json' })).toBe(415);
    expect(ask({ ...own, 'content-type': 'text/plain' })).toBe(415);
    expect(ask({ ...own, 'content-type': undefined })).toBe(415);
    expect(ask({ ...own, 'content-length': undefined })).toBe(411);
    expect(ask({ ...own, 'content-length': '1000001' })).toBe(413);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) expect(ask(own, method)).toBe(405);
  });
});

it('a call that changes something is in JSON, which no form sends, and small enough', () => {
  const call = { ...own, 'content-type': 'application/json' };
  const askCall = (headers: Readonly<Record<string, string | undefined>>) =>
    findCallRefusal({ method: 'POST', headers } as unknown as IncomingMessage, publicUrl);
  expect(askCall(call)).toBeUndefined();
  expect(askCall({ ...call, 'content-type': 'application/json; charset=utf-8' })).toBeUndefined();
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain', undefined]) {
    expect(askCall({ ...call, 'content-type': type }), type).toBe('INVALID_INPUT');
  }
  expect(askCall({ ...call, 'content-length': '1000000' })).toBeUndefined();
  expect(askCall({ ...call, 'content-length': '1000001' })).toBe('TOO_LARGE');
});

it('a plain read may come from anywhere: letters link to it', () => {
  expect(ask({ 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }, 'GET')).toBeUndefined();
  expect(ask({}, 'HEAD')).toBeUndefined();
});
