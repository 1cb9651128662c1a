/** Waits before sending again: a server that restarts is back within them. */
const waitsMs = [500, 1500, 3000] as const;

/** What `fetch` is called with and answers, as far as this needs to know. */
type Fetch = (address: RequestInfo | URL | string, init?: RequestInit) => Promise<Response>;

export interface SendTools {
  readonly fetch: Fetch;
  readonly wait: (ms: number) => Promise<void>;
  readonly makeKey: () => string;
}

/**
 * A `fetch` that gives every change an id and, when no answer comes or the server is away for a moment, sends it again under the same id: the
 * server makes it once and answers as it did.
 */
export const sendOnce =
  (tools: SendTools): Fetch =>
  async (address, init) => {
    if (init?.method !== 'POST') return tools.fetch(address, init);
    const headers = new Headers(init.headers);
    headers.set('Idempotency-Key', tools.makeKey());
    for (const waitMs of waitsMs) {
      const response = await tools.fetch(address, { ...init, headers }).catch((error: unknown) => {
        // Left by whoever asked: nobody waits for the answer.
        if (init.signal?.aborted) throw error;
        return undefined;
      });
      if (response && response.status !== 503) return response;
      await tools.wait(waitMs);
    }
    return tools.fetch(address, { ...init, headers });
  };
