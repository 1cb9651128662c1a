import { createHmac } from 'node:crypto';
import type { App } from './app.ts';
import { findCookie, formatCookie } from './cookie.ts';
import { isSameHash, makeToken, requireSecret } from './token.ts';

/** A browser that nobody signs in with for so long is a stranger again. */
const rememberedDays = 180;
const dayMs = 86_400_000;

/**
 * The Set-Cookie header by which a browser can show later that somebody signed in there with an address. It signs nobody in; it is what a flood of strangers
 * does not have.
 */
export function rememberBrowser(app: App, email: string, now: Date): string {
  const day = Math.floor(now.getTime() / dayMs);
  const mark = `${day}.${makeToken()}`;
  const expires = new Date(now.getTime() + rememberedDays * dayMs);
  return formatCookie(app, 'known', `${mark}.${markOf(app, email, mark)}`, expires);
}

/** The mark of a browser that was signed in with the address before, the same each time; undefined for a stranger's. */
export function findKnownBrowser(
  browser: { readonly app: App; readonly email: string; readonly cookieHeader?: string | null | undefined },
  now: Date,
): string | undefined {
  const { app, email, cookieHeader } = browser;
  const [day = '', token = '', mac = ''] = (findCookie(app, 'known', cookieHeader) ?? '').split('.');
  const mark = `${day}.${token}`;
  if (!isSameHash(mac, markOf(app, email, mark))) return undefined;
  return Number(day) > Math.floor(now.getTime() / dayMs) - rememberedDays ? mark : undefined;
}

const markOf = (app: App, email: string, mark: string): string =>
  createHmac('sha256', requireSecret()).update(`known-browser/${app}/${email}/${mark}`).digest('base64url');
