import { clientRouter } from './client/client-router.ts';
import { publicRouter } from './public/public-router.ts';
import { mergeRouters } from './trpc.ts';

/** What the portal mounts: the client's own procedures beside the public ones; no name is in both. */
export const portalRouter = mergeRouters(clientRouter, publicRouter);

export type PortalRouter = typeof portalRouter;
