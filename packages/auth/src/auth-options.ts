import type { AuthOptions } from 'next-auth';
import { makeAdapter } from './adapter.ts';
import type { App } from './app.ts';
import { cookieName, isSecure } from './cookie.ts';
import { sessionDays } from './session.ts';

/** next-auth for one app: database sessions under our cookie, and no way in of its own (`sign-in.ts` is the way in; docs/adr/0003-sign-in.md says why). */
export function authOptions(app: App): AuthOptions {
  const secure = isSecure(app);
  const cookie = (name: string) => ({ name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }) as const;
  const prefix = secure ? '__Host-' : '';
  return {
    providers: [],
    adapter: makeAdapter(app),
    session: { strategy: 'database', maxAge: sessionDays * 24 * 60 * 60 },
    secret: process.env.GROUNDWORK_SECRET,
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookie(cookieName(app, 'session')),
      csrfToken: cookie(`${prefix}groundwork-${app}.csrf`),
      callbackUrl: cookie(`${prefix}groundwork-${app}.callback`),
    },
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
  };
}
