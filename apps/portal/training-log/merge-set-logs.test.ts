import { describe, expect, it } from 'vitest';
import type { SetEntry, TrackedEntry } from './log-entry.ts';
import { mergeSetLogs } from './merge-set-logs.ts';

const fromServer = (id: string, amount: number, loggedAt: string) => ({
  id,
  prescriptionId: 'p1',
  setNumber: 1,
  amount,
  amountOtherSide: null,
  load: null,
  rir: null,
  loggedAt,
});

const fromPhone = (id: string, amount: number, at: string, state: 'waiting' | 'saved' = 'waiting'): TrackedEntry => ({
  entry: { kind: 'set', id, sessionId: 's1', prescriptionId: 'p1', setNumber: 1, amount, at } satisfies SetEntry,
  status: { state },
});

describe('mergeSetLogs', () => {
  it('counts the newest of the server and the phone', () => {
    const older = fromServer('a', 5, '2026-03-19T17:00:00.000Z');
    const merged = mergeSetLogs([older], [fromPhone('b', 4, '2026-03-19T17:01:00.000Z')], 's1');
    expect(merged.get('p1')?.get(1)).toMatchObject({ amount: 4, status: { state: 'waiting' } });
  });

  it('lets a later correction from another phone stand over this one', () => {
    const later = fromServer('b', 6, '2026-03-19T18:00:00.000Z');
    const merged = mergeSetLogs([later], [fromPhone('a', 4, '2026-03-19T17:01:00.000Z', 'saved')], 's1');
    expect(merged.get('p1')?.get(1)?.amount).toBe(6);
  });

  it('lets a later correction stand over a set that this phone dated two days ahead, once the server has dated that', () => {
    const ahead = fromPhone('z', 4, '2026-03-21T17:00:00.000Z');
    const dated: TrackedEntry = { ...ahead, status: { state: 'saved', loggedAt: '2026-03-19T17:00:00.000Z' } };
    const later = fromServer('b', 6, '2026-03-19T17:01:00.000Z');
    const merge = (entry: TrackedEntry) => mergeSetLogs([later], [entry], 's1').get('p1')?.get(1);
    expect(merge(ahead)).toMatchObject({ amount: 4, status: { state: 'waiting' } });
    expect(merge(dated)?.amount).toBe(6);
  });

  it('settles the same instant by the higher id', () => {
    const at = '2026-03-19T17:00:00.000Z';
    expect(
      mergeSetLogs([fromServer('a', 5, at)], [fromPhone('b', 4, at)], 's1')
        .get('p1')
        ?.get(1)?.amount,
    ).toBe(4);
    expect(
      mergeSetLogs([fromServer('c', 5, at)], [fromPhone('b', 4, at)], 's1')
        .get('p1')
        ?.get(1)?.amount,
    ).toBe(5);
  });

  it('leaves out what belongs to another session', () => {
    expect(mergeSetLogs([], [fromPhone('a', 4, '2026-03-19T17:00:00.000Z')], 's2').size).toBe(0);
  });
});
