import 'server-only';
import { clientRouter } from '@groundwork/api/client/client-router';
import type { ApiContext } from '@groundwork/api/context';
import { publicRouter } from '@groundwork/api/public/public-router';
import { createCallerFactory } from '@groundwork/api/trpc';
import { findPrincipal } from '@groundwork/auth/find-principal';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { keepCookie } from './keep-cookie.ts';

const createClientCaller = createCallerFactory(clientRouter);
const createPublicCaller = createCallerFactory(publicRouter);

/** The signed-in person, looked up once per request. */
export const getPrincipal = cache(async () => findPrincipal({ app: 'portal', headers: await headers() }));

const openContext = cache(async (): Promise<ApiContext> => {
  const asked = await headers();
  const jar = await cookies();
  return {
    app: 'portal',
    findPrincipal: getPrincipal,
    now: new Date(),
    address: asked.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '',
    userAgent: asked.get('user-agent') ?? '',
    setCookie: (header) => keepCookie(jar, header),
  };
});

/** The client's procedures without HTTP, for server components and actions. */
export const openClientApi = async () => createClientCaller(await openContext());

/** The visitor's procedures without HTTP. */
export const openPublicApi = async () => createPublicCaller(await openContext());
