import { describe, expect, it } from 'vitest';
import { keepCookie } from './keep-cookie.ts';

const keep = (header: string) => {
  const kept: unknown[] = [];
  keepCookie({ set: (cookie) => kept.push(cookie) }, header);
  return kept;
};

describe('keepCookie', () => {
  it('hands every attribute on', () => {
    const header =
      '__Host-groundwork-portal.session=abc; Path=/; Expires=Thu, 19 Mar 2026 17:00:00 GMT; HttpOnly; SameSite=Lax; Secure';
    expect(keep(header)).toEqual([
      {
        name: '__Host-groundwork-portal.session',
        value: 'abc',
        path: '/',
        expires: new Date('2026-03-19T17:00:00Z'),
        httpOnly: true,
        secure: true,
        sameSite: 'lax',
      },
    ]);
  });

  it('keeps nothing of a header without a name', () => {
    expect(keep('=abc')).toEqual([]);
    expect(keep('')).toEqual([]);
  });
});
