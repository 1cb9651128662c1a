import 'server-only';
import { codeOf } from '@groundwork/api/errors';
import { notFound, redirect } from 'next/navigation';
import { type CoachCaller, findCaller } from './coach-caller.ts';

/** Reads for a page: a missing thing becomes the not-found page, a missing sign-in the way to it. */
export async function readForPage<Value>(read: (api: CoachCaller) => Promise<Value>): Promise<Value> {
  const api = await findCaller();
  try {
    return await read(api);
  } catch (error) {
    switch (codeOf(error)) {
      case 'NOT_FOUND':
      // A malformed id in an address names nothing.
      case 'INVALID_INPUT':
        return notFound();
      case 'UNAUTHENTICATED':
      case 'FORBIDDEN':
        return redirect('/sign-in');
      case 'CONFLICT':
      case 'GONE':
      case 'NO_SPOTS':
      case 'TOO_LARGE':
      case 'RATE_LIMITED':
      case 'UNAVAILABLE':
      case 'INTERNAL':
        throw error;
      default: {
        const unknown: never = codeOf(error) as never;
        throw new Error(`Unknown code ${unknown}`);
      }
    }
  }
}
