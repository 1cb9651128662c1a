import 'server-only';
import { createCoachCaller } from '@groundwork/api/caller';
import { headers } from 'next/headers';
import { cache } from 'react';

export type CoachCaller = ReturnType<typeof createCoachCaller>;

/** The API of this request, without HTTP: the principal is looked up once, however many reads a page has. */
export const findCaller = cache(async (): Promise<CoachCaller> => {
  const request = await headers();
  return createCoachCaller({
    cookieHeader: request.get('cookie') ?? '',
    userAgent: request.get('user-agent') ?? '',
  });
});
