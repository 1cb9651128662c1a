/** The whole work again after a failure that is not its own. */
export interface RetryPolicy {
  /** Further attempts after the first, 0 to 10. */
  readonly retries: number;
  /** Milliseconds before the first repetition; each further one waits twice as long. */
  readonly pauseMs: number;
  /** 0 to 1: spreads the waiting of those who failed together. */
  readonly jitter: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** What a request can bear: three repetitions within a quarter of a second. */
export const requestRetries: RetryPolicy = {
  retries: 3,
  pauseMs: 20,
  jitter: Math.random,
  wait: (ms) => new Promise((settle) => setTimeout(settle, ms)),
};

/**
 * Does work until it succeeds, fails for a reason of its own, or has been tried often enough.
 * @throws the last failure.
 */
export async function withRetries<Value>(
  policy: RetryPolicy,
  mayRepeat: (error: unknown) => boolean,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= policy.retries || !mayRepeat(error)) throw error;
      await policy.wait(policy.pauseMs * 2 ** attempt * (0.5 + policy.jitter()));
    }
  }
}
