import { findPrincipal, type Principal } from '@groundwork/auth/principal';
import type { ApiContext } from './context.ts';

/** The context of one request: the principal is looked up once, when somebody first asks. */
export function openContext(
  request: Omit<ApiContext, 'findPrincipal'> & { readonly cookieHeader: string },
): ApiContext {
  const { cookieHeader, ...rest } = request;
  let principal: Promise<Principal | null> | undefined;
  return {
    ...rest,
    findPrincipal: () => {
      principal ??= findPrincipal({ app: rest.app, cookieHeader, now: rest.now });
      return principal;
    },
  };
}
