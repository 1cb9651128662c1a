import { headers } from 'next/headers';
import { cache } from 'react';
import type { App } from './app.ts';
import { findPrincipal, type Principal } from './principal.ts';

/** The person behind the page being rendered, looked up once however many components ask. For server components alone. */
export const findRequestPrincipal: (app: App) => Promise<Principal | null> = cache(async (app: App) =>
  findPrincipal({ app, cookieHeader: (await headers()).get('cookie'), now: new Date() }),
);
