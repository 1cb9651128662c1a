import { findPrincipal, type Principal } from '@groundwork/auth/principal';
import type { ApiContext } from './context.ts';
import { Refusal } from './errors.ts';

/** The context of one request: the principal is looked up once, when somebody first asks. */
export function openContext(
  request: Omit<ApiContext, 'findPrincipal' | 'sharedReads'> & {
    readonly cookieHeader: string;
    readonly admitAccount?: ((userId: string) => boolean) | undefined;
  },
): ApiContext {
  const { cookieHeader, admitAccount = () => true, ...rest } = request;
  let principal: Promise<Principal | null> | undefined;
  return {
    ...rest,
    sharedReads: new Map(),
    findPrincipal: () => {
      principal ??= findPrincipal({ app: rest.app, cookieHeader, now: rest.now }).then((found) => {
        if (found !== null && !admitAccount(found.userId)) throw new Refusal('RATE_LIMITED');
        return found;
      });
      return principal;
    },
  };
}
