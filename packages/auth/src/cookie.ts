import { type App, urlOfApp } from './app.ts';

/** `session` signs a browser in; `sign-in` and `passkey` remember which request a code, which question a passkey's answer belongs to; `known` that it was signed in before; `address` is what was typed, which no URL may hold. */
export type CookieKind = 'session' | 'sign-in' | 'passkey' | 'known' | 'address';

/** Each app's cookies have names of their own: on one host, browsers send both apps' cookies to either port. */
export function cookieName(app: App, kind: CookieKind): string {
  return `${isSecure(app) ? '__Host-' : ''}groundwork-${app}.${kind}`;
}

export const isSecure = (app: App): boolean => urlOfApp(app).protocol === 'https:';

/** A Set-Cookie header. Our values are base64url and UUIDs: nothing in them needs escaping. */
export function formatCookie(app: App, kind: CookieKind, value: string, expires: Date): string {
  const secure = isSecure(app) ? '; Secure' : '';
  return `${cookieName(app, kind)}=${value}; Path=/; Expires=${expires.toUTCString()}; HttpOnly; SameSite=Lax${secure}`;
}

/** A Set-Cookie header that makes the browser forget the cookie. */
export const formatExpiredCookie = (app: App, kind: CookieKind): string => formatCookie(app, kind, '', new Date(0));

/** A cookie's value from a Cookie header, be it Node's `request.headers.cookie` or Next's `(await headers()).get('cookie')`. */
export function findCookie(app: App, kind: CookieKind, cookieHeader: string | null | undefined): string | undefined {
  const name = cookieName(app, kind);
  for (const part of (cookieHeader ?? '').split(';')) {
    const split = part.indexOf('=');
    if (split > 0 && part.slice(0, split).trim() === name) return part.slice(split + 1).trim() || undefined;
  }
  return undefined;
}
