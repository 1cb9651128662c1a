import type { ClientRouter } from '@groundwork/api/client/client-router';
import { createTRPCClient, httpLink } from '@trpc/client';
import superjson from 'superjson';

/** The client's procedures over HTTP, from the browser. Server components call them without: see `client-api.ts`. */
export const createBrowserApi = () =>
  createTRPCClient<ClientRouter>({ links: [httpLink({ url: '/api/trpc', transformer: superjson })] });

export type ClientApi = ReturnType<typeof createBrowserApi>;
