'use client';

import type { CoachRouter } from '@groundwork/api/coach/coach-router';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import { v7 as uuidv7 } from 'uuid';
import { buildQueryClient } from './query-client.ts';
import { sendOnce } from './send-once.ts';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<CoachRouter>();

export { useTRPC, useTRPCClient };

/** Longer addresses are refused by some proxies; a batch beyond it is split. */
const LONGEST_ADDRESS = 2_000;

let browserQueryClient: QueryClient | undefined;

/** One for the life of the page in the browser, so that a suspended first render does not lose it; one per request on the server. */
function findQueryClient(): QueryClient {
  if (typeof window === 'undefined') return buildQueryClient();
  browserQueryClient ??= buildQueryClient();
  return browserQueryClient;
}

/** Gives everything inside it `useTRPC()`, the typed procedures of the API, and the query cache. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const queryClient = findQueryClient();
  const [trpcClient] = useState(() =>
    createTRPCClient<CoachRouter>({
      links: [
        httpBatchLink({
          url: '/api/trpc',
          transformer: superjson,
          maxURLLength: LONGEST_ADDRESS,
          fetch: sendOnce({
            fetch: (address, init) => fetch(address, init),
            wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
            makeKey: uuidv7,
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider queryClient={queryClient} trpcClient={trpcClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
