import 'server-only';
import { createPortalCaller } from '@groundwork/api/caller';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { keepCookie } from './keep-cookie.ts';

/** The portal's procedures without HTTP, for server components and actions: one caller per request. @param mutationKey the form's own id (`MutationField`), for a change. */
export const openApi = cache(async (mutationKey?: string) => {
  const asked = await headers();
  const jar = await cookies();
  return createPortalCaller({
    cookieHeader: asked.get('cookie') ?? '',
    // The server has put the one address there that may be believed.
    address: asked.get('x-forwarded-for') ?? '',
    userAgent: (asked.get('user-agent') ?? '').slice(0, 300),
    mutationKey,
    setCookie: (header) => keepCookie(jar, header),
  });
});
