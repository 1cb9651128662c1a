import { findCookie, formatCookie } from '@groundwork/auth/cookie';

const keptMs = 10 * 60_000;

/** The Set-Cookie header that keeps a typed address for the next page: in a URL it would stand in histories and in proxies' logs. */
export const keepTypedAddress = (email: string): string =>
  formatCookie('coach', 'address', Buffer.from(email).toString('base64url'), new Date(Date.now() + keptMs));

/** The address that was typed a moment ago; empty when none was. */
export const findTypedAddress = (cookieHeader: string | null): string =>
  Buffer.from(findCookie('coach', 'address', cookieHeader) ?? '', 'base64url').toString();
