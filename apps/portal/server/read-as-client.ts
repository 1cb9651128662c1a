import 'server-only';
import { codeOf } from '@groundwork/api/errors';
import { notFound, redirect } from 'next/navigation';
import { openApi } from './open-api.ts';

type PortalCaller = Awaited<ReturnType<typeof openApi>>;

/** Reads as the signed-in client; leads to the sign-in, or to the not-found page, when that is the answer. */
export async function readAsClient<Value>(read: (api: PortalCaller) => Promise<Value>): Promise<Value> {
  try {
    return await read(await openApi());
  } catch (error) {
    switch (codeOf(error)) {
      case 'UNAUTHENTICATED':
      case 'FORBIDDEN':
        redirect('/sign-in');
        break;
      case 'NOT_FOUND':
      case 'INVALID_INPUT':
        notFound();
        break;
      default:
        throw error;
    }
  }
}
