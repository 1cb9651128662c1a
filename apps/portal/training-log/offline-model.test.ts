import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry, LogOutcome, SetEntry, TrackedEntry } from './log-entry.ts';
import type { LogStore, StoredMutation } from './log-store.ts';
import { mergeSetLogs } from './merge-set-logs.ts';
import { createTrainingLog, SignedOutError, type TrainingLog, trackEntry } from './training-log.ts';

/**
 * A client's three phones log the same session: without a signal, with lost requests and lost answers, closed in between, by clocks that
 * are days apart. Once all of them have a signal, all say the same, and the server has each set that was confirmed, once. What is confirmed after
 * another set of the same number has arrived stands over it, unless its own phone's clock is behind.
 */

type Step =
  | { readonly kind: 'log'; readonly setNumber: number; readonly amount: number }
  | { readonly kind: 'signal'; readonly line: Line }
  | { readonly kind: 'close' | 'open' }
  /** The phone's clock is set, by minutes from the true one. */
  | { readonly kind: 'clock'; readonly offset: number }
  | { readonly kind: 'wait'; readonly seconds: number };

/** What becomes of what a phone sends. */
type Line = 'good' | 'none' | 'answers lost' | 'signed out';

type History = readonly { readonly phone: number; readonly step: Step }[];

/** What a double does otherwise. */
interface Breakage {
  readonly store?: (kept: LogStore) => LogStore;
  readonly send?: (entry: LogEntry) => LogEntry;
  readonly merge?: typeof mergeSetLogs;
  /** From when the server counts a set that a phone dates so. */
  readonly date?: (at: string, now: number) => string;
}

const sessionId = 'session';
const latencyMs = 200;

interface Row {
  readonly entry: SetEntry;
  readonly loggedAt: string;
  readonly arrivedMs: number;
}

/** The server's rule: an id that is there already is the same row, and nothing is dated past its arrival. */
class Server {
  readonly rows = new Map<string, Row>();
  constructor(readonly broken: Breakage) {}
  save(entry: LogEntry): string | undefined {
    if (entry.kind !== 'set') return undefined;
    const arrivedMs = Date.now();
    const date = this.broken.date ?? dateSet;
    const row = this.rows.get(entry.id) ?? { entry, loggedAt: date(entry.at, arrivedMs), arrivedMs };
    this.rows.set(entry.id, row);
    return row.loggedAt;
  }
}

const dateSet = (at: string, now: number): string => new Date(Math.min(Date.parse(at), now)).toISOString();

/** A set as it was confirmed, and when that truly was. */
interface Recorded {
  readonly entry: SetEntry;
  readonly confirmedMs: number;
  readonly isClockBehind: boolean;
}

class Phone {
  readonly recorded: Recorded[] = [];
  line: Line = 'good';
  /** Minutes from the true time. */
  offset = 0;
  readonly #kept = new Map<string, StoredMutation>();
  #page: { readonly client: QueryClient; readonly log: TrainingLog; isOpen: boolean } | undefined;

  constructor(
    readonly number: number,
    readonly server: Server,
    readonly broken: Breakage,
  ) {
    this.open();
  }

  open(): void {
    if (this.#page?.isOpen) return;
    const client = new QueryClient();
    client.mount();
    const page = { client, isOpen: true };
    // What a closed page still does reaches neither the phone's store nor the server.
    const store: LogStore = {
      put: async (id, mutation) => void (page.isOpen && this.#kept.set(id, structuredClone(mutation))),
      remove: async (id) => void (page.isOpen && this.#kept.delete(id)),
      list: async () => [...this.#kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mutation]) => mutation),
    };
    const send = async (entry: LogEntry): Promise<LogOutcome> => {
      await pass(latencyMs);
      if (!page.isOpen) return new Promise(() => undefined);
      if (this.line === 'none') throw new TypeError('Failed to fetch');
      if (this.line === 'signed out') throw new SignedOutError();
      const loggedAt = this.server.save(this.broken.send?.(entry) ?? entry);
      await pass(latencyMs);
      if (this.line === 'answers lost') throw new TypeError('Failed to fetch');
      return { outcome: 'saved', ...(loggedAt && { loggedAt }) };
    };
    const kept = this.broken.store?.(store) ?? store;
    this.#page = Object.assign(page, { log: createTrainingLog(client, kept, send, () => Date.now()) });
  }

  close(): void {
    if (!this.#page) return;
    this.#page.client.unmount();
    this.#page.isOpen = false;
  }

  record(setNumber: number, amount: number): void {
    if (!this.#page?.isOpen) return;
    const at = Date.now() + this.offset * 60_000;
    const entry: SetEntry = {
      kind: 'set',
      // As a UUIDv7: the phone's own time first.
      id: `${at.toString(16).padStart(12, '0')}-${this.number}-${this.recorded.length}`,
      sessionId,
      prescriptionId: 'p1',
      setNumber,
      amount,
      at: new Date(at).toISOString(),
    };
    this.recorded.push({ entry, confirmedMs: Date.now(), isClockBehind: this.offset < 0 });
    void this.#page.log.record(entry);
  }

  tracked(): readonly TrackedEntry[] {
    const mutations = this.#page?.client.getMutationCache().getAll() ?? [];
    return mutations.map(trackEntry).filter((one) => one !== undefined);
  }

  /** What the session's page shows: amounts by set. */
  show(): string {
    const rows = [...this.server.rows.values()].map(
      ({ entry: { id, prescriptionId, setNumber, amount }, loggedAt }) => {
        const left = { amountOtherSide: null, load: null, rir: null };
        return { id, prescriptionId, setNumber, amount, ...left, loggedAt };
      },
    );
    const sets = (this.broken.merge ?? mergeSetLogs)(rows, this.tracked(), sessionId).get('p1') ?? new Map();
    return [...sets.values()]
      .map(({ setNumber, amount }) => `${setNumber}: ${amount}`)
      .sort()
      .join(', ');
  }
}

const pass = (ms: number) => new Promise<void>((settle) => setTimeout(settle, ms));

/** Lives a history through and tells of each set that was lost or doubled, and of phones that disagree when all has arrived. */
async function listBreaches(history: History, broken: Breakage = {}): Promise<readonly string[]> {
  const server = new Server(broken);
  const phones = [0, 1, 2].map((number) => new Phone(number, server, broken));
  const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  await settle(0);
  for (const { phone: number, step } of history) {
    const phone = phones[number];
    if (!phone) continue;
    if (step.kind === 'log') phone.record(step.setNumber, step.amount);
    else if (step.kind === 'signal') phone.line = step.line;
    else if (step.kind === 'clock') phone.offset = step.offset;
    else if (step.kind === 'wait') await settle(step.seconds * 1000);
    else phone[step.kind]();
    // As long as a tap takes: less than an answer.
    await settle(50);
  }
  for (const phone of phones) {
    phone.line = 'good';
    phone.open();
  }
  // Longer than the longest pause before a try, for the longest queue.
  await settle(120_000);
  const recorded = phones.flatMap((phone) => phone.recorded);
  const newest = new Map<number, Row>();
  for (const row of server.rows.values()) {
    const other = newest.get(row.entry.setNumber);
    if (!other || [row.loggedAt, row.entry.id].join() > [other.loggedAt, other.entry.id].join()) {
      newest.set(row.entry.setNumber, row);
    }
  }
  const right = [...newest.values()]
    .map(({ entry: { setNumber, amount } }) => `${setNumber}: ${amount}`)
    .sort()
    .join(', ');
  const isOutlived = ({ entry: { setNumber, id }, confirmedMs, isClockBehind }: Recorded): boolean => {
    const standing = newest.get(setNumber);
    return !isClockBehind && standing !== undefined && standing.entry.id !== id && standing.arrivedMs < confirmedMs;
  };
  const waiting = phones.flatMap((phone) => phone.tracked()).filter(({ status }) => status.state !== 'saved');
  const breaches = [
    ...recorded.filter(({ entry: { id } }) => !server.rows.has(id)).map(({ entry: { id } }) => `lost: ${id}`),
    ...recorded.filter(isOutlived).map(({ entry: { id } }) => `outlived by an older one: ${id}`),
    ...(server.rows.size > recorded.length ? [`doubled: ${server.rows.size} rows of ${recorded.length} sets`] : []),
    ...waiting.map(({ entry, status }) => `never settled: ${entry.id} is ${status.state}`),
    ...phones.flatMap((phone) =>
      phone.show() === right ? [] : [`phone ${phone.number} shows ${phone.show()}, not ${right}`],
    ),
  ];
  for (const phone of phones) phone.close();
  vi.clearAllTimers();
  return breaches;
}

const twoDays = 2 * 24 * 60;

const histories: fc.Arbitrary<History> = fc.array(
  fc.record({
    phone: fc.nat({ max: 2 }),
    step: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('log' as const),
          setNumber: fc.integer({ min: 1, max: 3 }),
          amount: fc.integer({ min: 1, max: 12 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('signal' as const),
          line: fc.constantFrom<Line>('good', 'none', 'answers lost', 'signed out'),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('close' as const, 'open' as const) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('clock' as const),
          offset: fc.integer({ min: -twoDays, max: twoDays }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 40 }) }),
      },
    ),
  }),
  { minLength: 5, maxLength: 40 },
);

const seed = Number(process.env.GROUNDWORK_TEST_SEED ?? 1);

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-03-19T17:00:00Z') }));
afterEach(() => void vi.useRealTimers());

it('whatever three phones live through, all of them end with the same sets, none lost and none doubled', async () => {
  const converges = fc.asyncProperty(histories, async (history) => {
    expect(await listBreaches(history)).toEqual([]);
  });
  await fc.assert(converges, { numRuns: 1000, seed });
}, 60_000);

describe('the model has teeth', () => {
  const find = async (broken: Breakage) => {
    const found: string[] = [];
    for (const history of fc.sample(histories, { numRuns: 60, seed })) {
      found.push(...(await listBreaches(history, broken)));
    }
    return found.join('\n');
  };

  it('a phone that keeps nothing over a closed page loses sets', async () => {
    expect(await find({ store: (kept) => ({ ...kept, put: async () => undefined }) })).toContain('lost: ');
  });

  it('an id that is made when it is sent doubles sets', async () => {
    let sent = 0;
    expect(await find({ send: (entry) => ({ ...entry, id: `sent-${sent++}` }) })).toContain('doubled: ');
  });

  it('a server that believes every clock lets an old set stand over later ones', async () => {
    expect(await find({ date: (at) => at })).toContain('outlived by an older one: ');
  });

  it('a phone that keeps its own date of a set, whatever the server counts it from, never agrees with the others', async () => {
    const merge: typeof mergeSetLogs = (fromServer, fromPhone, id) => {
      const undated = fromPhone.map(({ entry, status }) => ({
        entry,
        status: status.state === 'saved' ? ({ state: 'saved' } as const) : status,
      }));
      return mergeSetLogs(fromServer, undated, id);
    };
    expect(await find({ merge })).toMatch(/phone \d shows/);
  });

  it('a phone that believes itself more than the others never agrees with them', async () => {
    const merge: typeof mergeSetLogs = (fromServer, fromPhone, id) =>
      new Map(
        [...mergeSetLogs(fromServer, [], id)].map(([key, sets]) => [
          key,
          new Map([...sets, ...(mergeSetLogs([], fromPhone, id).get(key) ?? [])]),
        ]),
      );
    expect(await find({ merge })).toMatch(/phone \d shows/);
  });
});
