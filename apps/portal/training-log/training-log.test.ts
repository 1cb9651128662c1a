import { onlineManager, QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry, LogOutcome, SetEntry, TrackedEntry } from './log-entry.ts';
import type { LogStore, StoredMutation } from './log-store.ts';
import { createTrainingLog, SignedOutError, trackEntry } from './training-log.ts';

const sessionId = '01900000-0000-7000-8000-000000000000';

const start: LogEntry = { kind: 'start', id: '01', sessionId, at: '2026-03-19T17:00:00.000Z' };
const set = (number: number): SetEntry => ({
  kind: 'set',
  id: `0${number + 1}`,
  sessionId,
  prescriptionId: 'p1',
  setNumber: number,
  amount: 5,
  at: `2026-03-19T17:0${number}:00.000Z`,
});

/** Stands for the phone's store: it outlives the page, and keeps only what can be cloned. */
function makeStore(): LogStore & { readonly kept: Map<string, StoredMutation> } {
  const kept = new Map<string, StoredMutation>();
  return {
    kept,
    put: async (id, mutation) => void kept.set(id, structuredClone(mutation)),
    remove: async (id) => void kept.delete(id),
    list: async () => [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mutation]) => mutation),
  };
}

/** Stands for one visit of the page. */
function openPage(store: LogStore, send: (entry: LogEntry) => Promise<LogOutcome>) {
  const client = new QueryClient();
  client.mount();
  const log = createTrainingLog(client, store, send, () => Date.now());
  const states = () =>
    client
      .getMutationCache()
      .getAll()
      .map(trackEntry)
      .filter((tracked): tracked is TrackedEntry => tracked !== undefined)
      .map(({ entry, status }) => `${entry.id} ${status.state}`);
  return { client, log, states };
}

const saves: (seen: string[]) => (entry: LogEntry) => Promise<LogOutcome> = (seen) => async (entry) => {
  seen.push(entry.id);
  return { outcome: 'saved' };
};

afterEach(() => {
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

describe('createTrainingLog', () => {
  it('shows and keeps an entry before the server has heard of it', async () => {
    onlineManager.setOnline(false);
    const store = makeStore();
    const page = openPage(store, saves([]));
    void page.log.record(set(1));
    await vi.waitFor(() => expect(page.states()).toEqual(['02 waiting']));
    expect([...store.kept.keys()]).toEqual(['02']);
  });

  it('sends what waits in the order it was made, once there is a signal', async () => {
    onlineManager.setOnline(false);
    const seen: string[] = [];
    const page = openPage(makeStore(), saves(seen));
    for (const entry of [start, set(1), set(2)]) void page.log.record(entry);
    await vi.waitFor(() => expect(page.states()).toHaveLength(3));
    expect(seen).toEqual([]);
    onlineManager.setOnline(true);
    await vi.waitFor(() => expect(page.states()).toEqual(['01 saved', '02 saved', '03 saved']));
    expect(seen).toEqual(['01', '02', '03']);
  });

  it('goes on after the page was closed without a signal, in the same order', async () => {
    onlineManager.setOnline(false);
    const store = makeStore();
    const first = openPage(store, saves([]));
    for (const entry of [start, set(1), set(2)]) void first.log.record(entry);
    await vi.waitFor(() => expect(store.kept.size).toBe(3));
    first.client.unmount();

    const seen: string[] = [];
    const second = openPage(store, saves(seen));
    await second.log.restored;
    expect(second.states()).toEqual(['01 waiting', '02 waiting', '03 waiting']);
    onlineManager.setOnline(true);
    await vi.waitFor(() => expect(seen).toEqual(['01', '02', '03']));
  });

  it('sends an entry again that was on its way when the page closed', async () => {
    const store = makeStore();
    const first = openPage(store, () => new Promise(() => undefined));
    void first.log.record(set(1));
    await vi.waitFor(() => expect(store.kept.size).toBe(1));
    first.client.unmount();

    const seen: string[] = [];
    const second = openPage(store, saves(seen));
    await vi.waitFor(() => expect(second.states()).toEqual(['02 saved']));
    expect(seen).toEqual(['02']);
  });

  it('keeps a refused entry with its reason over a reload, and lets the others pass', async () => {
    const store = makeStore();
    const refuseFirst = async (entry: LogEntry): Promise<LogOutcome> =>
      entry.id === '02'
        ? { outcome: 'refused', code: 'NOT_FOUND', reason: 'There is nothing here.' }
        : { outcome: 'saved' };
    const first = openPage(store, refuseFirst);
    await Promise.all([first.log.record(set(1)), first.log.record(set(2))]);
    expect(first.states()).toEqual(['02 refused', '03 saved']);
    await vi.waitFor(() => expect(store.kept.get('02')?.state.status).toBe('success'));
    first.client.unmount();

    const second = openPage(store, saves([]));
    await second.log.restored;
    expect(second.states()).toEqual(['02 refused', '03 saved']);
    await second.log.retry('02');
    expect(second.states().toSorted()).toEqual(['02 saved', '03 saved']);
  });

  it('forgets a refused entry only when told to', async () => {
    const store = makeStore();
    const page = openPage(store, async () => ({ outcome: 'refused', code: 'INVALID_INPUT', reason: 'No.' }));
    await page.log.record(set(1));
    await vi.waitFor(() => expect(store.kept.size).toBe(1));
    page.log.discard('02');
    expect(page.states()).toEqual([]);
    await vi.waitFor(() => expect(store.kept.size).toBe(0));
  });

  it('waits for a sign-in instead of giving up', async () => {
    vi.useFakeTimers();
    let isSignedIn = false;
    const page = openPage(makeStore(), async () => {
      if (!isSignedIn) throw new SignedOutError();
      return { outcome: 'saved' };
    });
    void page.log.record(set(1));
    await vi.advanceTimersByTimeAsync(1500);
    expect(page.states()).toEqual(['02 signed-out']);
    isSignedIn = true;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(page.states()).toEqual(['02 saved']);
  });

  it('drops saved entries after three days and never one that waits', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-03-19T17:00:00Z') });
    const store = makeStore();
    const first = openPage(store, saves([]));
    await first.log.record(set(1));
    onlineManager.setOnline(false);
    void first.log.record(set(2));
    await vi.advanceTimersByTimeAsync(100);
    first.client.unmount();

    vi.setSystemTime(Date.parse('2026-03-23T17:00:00Z'));
    const second = openPage(store, saves([]));
    await second.log.restored;
    expect(second.states()).toEqual(['03 waiting']);
    expect([...store.kept.keys()]).toEqual(['03']);
  });
});
