import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query';
import superjson from 'superjson';

/** Data counts as fresh this long: a page that was rendered on the server is not fetched again when it wakes up in the browser. */
const FRESH_MS = 30_000;

/** A query client for one browser, or for one request on the server. */
export function buildQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: FRESH_MS },
      dehydrate: {
        serializeData: superjson.serialize,
        // Pending queries stream in while the page is on its way.
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
