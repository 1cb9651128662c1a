import 'server-only';
import { createPortalCaller } from '@groundwork/api/caller';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { keepCookie } from './keep-cookie.ts';

/** The portal's procedures without HTTP, for server components and actions: one caller per request. */
export const openApi = cache(async () => {
  const asked = await headers();
  const jar = await cookies();
  return createPortalCaller({
    cookieHeader: asked.get('cookie') ?? '',
    // `server.ts` sees to it that this is the socket's address, or a trusted proxy's word.
    address: asked.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '',
    userAgent: (asked.get('user-agent') ?? '').slice(0, 300),
    setCookie: (header) => keepCookie(jar, header),
  });
});
