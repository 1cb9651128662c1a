import type { RunningWeek } from '@groundwork/engine/running-week';
import type { RunKind } from '@groundwork/engine/vocabulary';
import { describe, expect, it } from 'vitest';
import { findRunningWeek, findUsualWeek, hasOwnWeek, listKinds, type WeekScope } from './resolve-week.ts';

/** A week told from the others by its Monday. */
const weekOf = (monday: RunKind): RunningWeek => [
  { kind: monday },
  { kind: 'rest' },
  { kind: 'easy' },
  { kind: 'rest' },
  { kind: 'rest' },
  { kind: 'long' },
  { kind: 'rest' },
];
const entry = (scope: WeekScope, startsOn: string, monday: RunKind) => ({ scope, startsOn, days: weekOf(monday) });

const winter = entry('from', '2026-01-05', 'easy');
const spring = entry('from', '2026-03-02', 'tempo');
const camp = entry('only', '2026-02-09', 'hills');
// In no order: the list is not promised to come sorted.
const stored = [spring, camp, winter];

describe('findRunningWeek', () => {
  it('takes the latest usual week begun by then, whatever the order it comes in', () => {
    expect(findRunningWeek(stored, '2026-02-02')).toBe(winter.days);
    expect(findRunningWeek(stored, '2026-03-02')).toBe(spring.days);
    expect(findRunningWeek([...stored].reverse(), '2026-05-04')).toBe(spring.days);
  });

  it('lets a single week outweigh the usual one, in that week alone', () => {
    expect(findRunningWeek(stored, '2026-02-09')).toBe(camp.days);
    expect(findRunningWeek(stored, '2026-02-16')).toBe(winter.days);
  });

  it('knows nothing before the first usual week, and a single week without one', () => {
    expect(findRunningWeek(stored, '2025-12-29')).toBeUndefined();
    expect(findRunningWeek([], '2026-01-05')).toBeUndefined();
    expect(findRunningWeek([camp], '2026-02-09')).toBe(camp.days);
  });
});

describe('findUsualWeek', () => {
  it('looks past a single week', () => {
    expect(findUsualWeek(stored, '2026-02-09')).toBe(winter.days);
    expect(findUsualWeek([camp], '2026-02-09')).toBeUndefined();
  });
});

describe('hasOwnWeek', () => {
  it('is true for the one week that was written for itself', () => {
    expect(hasOwnWeek(stored, '2026-02-09')).toBe(true);
    expect(hasOwnWeek(stored, '2026-02-16')).toBe(false);
  });

  it('is false where a usual week begins', () => {
    expect(hasOwnWeek(stored, '2026-03-02')).toBe(false);
  });
});

describe('listKinds', () => {
  const monday = '2026-03-23';

  it('lets a race outweigh the run written for its day', () => {
    expect(listKinds(weekOf('easy'), monday, [{ date: '2026-03-28' }])[5]).toBe('race');
  });

  it('counts races on the Monday and on the Sunday, and none on the days around the week', () => {
    const races = ['2026-03-22', '2026-03-23', '2026-03-29', '2026-03-30'].map((date) => ({ date }));
    expect(listKinds(weekOf('easy'), monday, races)).toEqual(['race', 'rest', 'easy', 'rest', 'rest', 'long', 'race']);
  });

  it('keeps its days over the end of a year', () => {
    expect(listKinds(weekOf('easy'), '2025-12-29', [{ date: '2026-01-01' }])[3]).toBe('race');
  });

  it('takes two races on one day for one', () => {
    const kinds = listKinds(weekOf('easy'), monday, [{ date: '2026-03-25' }, { date: '2026-03-25' }]);
    expect(kinds.filter((kind) => kind === 'race')).toHaveLength(1);
  });
});
