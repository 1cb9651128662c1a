import type { PortalRouter } from '@groundwork/api/portal-router';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';

/** The client's procedures over HTTP, from the browser. Server components call them without, see `server/open-api.ts`. */
export const createBrowserApi = () =>
  createTRPCClient<PortalRouter>({ links: [httpLink({ url: '/api/trpc', transformer: superjson })] });

export type ClientApi = ReturnType<typeof createBrowserApi>;
