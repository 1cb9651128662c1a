import { openContext } from './call-context.ts';
import { coachRouter } from './coach/coach-router.ts';
import { isMutationKey } from './once.ts';
import { portalRouter } from './portal-router.ts';
import { createCallerFactory } from './trpc.ts';

/** What a server component knows of its request. */
export interface CallerRequest {
  /** The request's Cookie header; "" without one. */
  readonly cookieHeader: string;
  readonly userAgent?: string;
  readonly address?: string;
  /** The instant of the request; the clock when left out. */
  readonly now?: Date;
  /** What the page's form made up for this one change: under it the change happens once, however often the form is sent. */
  readonly mutationKey?: string | undefined;
  /** Where a procedure may set a cookie; a page that only reads needs none. */
  readonly setCookie?: (header: string) => void;
}

const callCoach = createCallerFactory(coachRouter);
const callPortal = createCallerFactory(portalRouter);

const contextOf = (app: 'coach' | 'portal', request: CallerRequest) =>
  openContext({
    app,
    cookieHeader: request.cookieHeader,
    userAgent: request.userAgent ?? '',
    address: request.address ?? '',
    now: request.now ?? new Date(),
    mutationKey: isMutationKey(request.mutationKey) ? request.mutationKey : undefined,
    setCookie: request.setCookie ?? refuseCookie,
  });

function refuseCookie(): never {
  throw new Error('This caller cannot set cookies: pass setCookie');
}

/** The coach's procedures without HTTP, for server components: make one per request. Errors are read with `codeOf` from `errors.ts`. */
export const createCoachCaller = (request: CallerRequest) => callCoach(contextOf('coach', request));

/** The portal's procedures without HTTP: the client's and the public ones. */
export const createPortalCaller = (request: CallerRequest) => callPortal(contextOf('portal', request));
