import type { DehydratedState } from '@tanstack/react-query';
import { createStore, del, entries, set } from 'idb-keyval';

export type StoredMutation = DehydratedState['mutations'][number];

/**
 * Keeps every entry as a record of its own, so that two tabs never overwrite each other's and a crash between two taps loses neither.
 * Keys sort in the order the entries were made.
 */
export interface LogStore {
  put(entryId: string, mutation: StoredMutation): Promise<void>;
  remove(entryId: string): Promise<void>;
  list(): Promise<readonly StoredMutation[]>;
}

/** The store of one client on this phone: what another signed-in person logged is neither shown nor sent. */
export function openLogStore(clientId: string): LogStore {
  const store = createStore('groundwork-training-log', 'entries');
  const prefix = `${clientId}/`;
  return {
    put: (entryId, mutation) => set(prefix + entryId, mutation, store),
    remove: (entryId) => del(prefix + entryId, store),
    list: async () =>
      (await entries<string, StoredMutation>(store))
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, mutation]) => mutation),
  };
}
