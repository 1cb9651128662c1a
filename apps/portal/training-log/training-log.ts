import { dehydrate, hydrate, type Mutation, type QueryClient } from '@tanstack/react-query';
import type { LogEntry, LogOutcome, LogState, TrackedEntry } from './log-entry.ts';
import type { LogStore } from './log-store.ts';

/** Sends one entry. Resolves when the server has saved or refused it; rejects when nobody can say, and then it is tried again. */
export type SendEntry = (entry: LogEntry) => Promise<LogOutcome>;

/** Thrown by `SendEntry` when the session has ended: the entry waits until somebody signs in. */
export class SignedOutError extends Error {}

type LogMutation = Mutation<LogOutcome, Error, LogEntry>;

export const trainingLogKey = ['training-log'] as const;
// One scope: a session's start goes before its sets, and its sets before its finish.
const scope = { id: 'training-log' } as const;
const longestDelayMs = 30_000;
// What the server has is read from the server; the phone's copy only bridges pages that were cached before a set was logged.
const keepSavedMs = 3 * 24 * 60 * 60 * 1000;

export interface TrainingLog {
  /** Shows the entry at once, keeps it on the phone, sends it when it can. */
  record(entry: LogEntry): Promise<void>;
  /** Sends a refused entry again. */
  retry(entryId: string): Promise<void>;
  /** Removes a refused entry for good. */
  discard(entryId: string): void;
  /** Resolves when what an earlier visit left has been read; rejects when this browser keeps nothing. */
  readonly restored: Promise<void>;
}

/** The log of one client: a queue of paused mutations that outlives the page. */
export function createTrainingLog(
  client: QueryClient,
  store: LogStore,
  send: SendEntry,
  now: () => number,
): TrainingLog {
  const mutations = client.getMutationCache();
  client.setMutationDefaults(trainingLogKey, {
    mutationFn: (entry: LogEntry) => send(entry),
    gcTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: (failures) => Math.min(1000 * 2 ** failures, longestDelayMs),
  });

  const restored = restore();

  mutations.subscribe((event) => {
    if (event.type !== 'added' && event.type !== 'updated') return;
    const mutation = findLogMutation(event.mutation);
    if (mutation) void keep(mutation);
  });

  async function restore(): Promise<void> {
    const stored = (await store.list()).filter((mutation) => {
      const outdated = mutation.state.status === 'success' && mutation.state.submittedAt < now() - keepSavedMs;
      const saved = (mutation.state.data as LogOutcome | undefined)?.outcome === 'saved';
      if (outdated && saved) void store.remove((mutation.state.variables as LogEntry).id);
      return !(outdated && saved);
    });
    hydrate(client, { mutations: [...stored], queries: [] });
    // An entry that was on its way when the page closed is not paused, so it has to be continued by hand.
    for (const mutation of listLogMutations()) {
      if (mutation.state.status === 'pending') void mutation.continue().catch(() => undefined);
    }
  }

  async function keep(mutation: LogMutation): Promise<void> {
    const [stored] = dehydrate(client, {
      shouldDehydrateMutation: (other) => other === mutation,
      shouldDehydrateQuery: () => false,
    }).mutations;
    const entry = mutation.state.variables;
    if (!stored || !entry) return;
    // Errors cannot be cloned into the store; the next attempt makes its own.
    await store.put(entry.id, { ...stored, state: { ...stored.state, error: null, failureReason: null } });
  }

  async function execute(entry: LogEntry): Promise<void> {
    const mutation = mutations.build<LogOutcome, Error, LogEntry, unknown>(client, {
      mutationKey: trainingLogKey,
      scope,
    });
    await mutation.execute(entry);
  }

  function findEntry(entryId: string): LogMutation | undefined {
    return listLogMutations().find((mutation) => mutation.state.variables?.id === entryId);
  }

  function listLogMutations(): LogMutation[] {
    return mutations.getAll().flatMap((mutation) => findLogMutation(mutation) ?? []);
  }

  return {
    restored,
    async record(entry) {
      // A failed restore must not keep anybody from logging.
      await restored.catch(() => undefined);
      await execute(entry);
    },
    async retry(entryId) {
      const refused = findEntry(entryId);
      const entry = refused?.state.variables;
      if (!refused || !entry) return;
      mutations.remove(refused);
      await execute(entry);
    },
    discard(entryId) {
      const refused = findEntry(entryId);
      if (!refused) return;
      mutations.remove(refused);
      void store.remove(entryId);
    },
  };
}

/** What a mutation of the log says about its entry; undefined for any other mutation. */
export function trackEntry(mutation: Mutation): TrackedEntry | undefined {
  const logged = findLogMutation(mutation);
  const entry = logged?.state.variables;
  return logged && entry && { entry, status: describeState(logged) };
}

function describeState({ state }: LogMutation): LogState {
  if (state.data?.outcome === 'refused') return { state: 'refused', reason: state.data.reason };
  if (state.data?.outcome === 'saved') return { state: 'saved', loggedAt: state.data.loggedAt };
  return { state: state.failureReason instanceof SignedOutError ? 'signed-out' : 'waiting' };
}

function findLogMutation(mutation: Mutation): LogMutation | undefined {
  return mutation.options.mutationKey?.[0] === trainingLogKey[0] ? (mutation as unknown as LogMutation) : undefined;
}
