import { beforeAll, describe, expect, test } from 'vitest';
import { type Decision, decidePlacement, gapBetween } from './decide-placement.ts';
import { suggestRepairs } from './suggest-repairs.ts';
import { type RunKind, type Tier, tiers } from './vocabulary.ts';
import { listDays, readWeekMasks } from './week-masks.ts';

/**
 * Golden tables over every week of rest, easy, speed and long days: 4^7 = 16,384. Counts from the rulebook, section 1, "Week
 * search" and "Placement and relaxations".
 */
interface Counted {
  readonly week: readonly RunKind[];
  readonly wrapped: Decision;
  readonly alone: Decision;
  readonly long: number;
  readonly speed: number;
  readonly rest: number;
}

const kinds = ['rest', 'easy', 'speed', 'long'] as const;
let all: readonly Counted[];

beforeAll(() => {
  all = Array.from({ length: 4 ** 7 }, (_, code) => {
    const week = Array.from({ length: 7 }, (_, day) => kinds[(code >> (2 * day)) & 3] as RunKind);
    const count = (kind: RunKind) => week.filter((run) => run === kind).length;
    return {
      week,
      wrapped: decidePlacement(readWeekMasks({ week }), 2),
      alone: decidePlacement(readWeekMasks({ week, before: 'rest', after: 'rest' }), 2),
      long: count('long'),
      speed: count('speed'),
      rest: count('rest'),
    };
  });
});

const legalCount = (decision: Decision) => listDays(decision.legal).length;
const hasApartPair = ({ legal }: Decision) =>
  listDays(legal).some((first) => listDays(legal).some((second) => gapBetween(first, second) >= 2));
const isHard = (run: RunKind | undefined) => run === 'speed' || run === 'long';
const hasHardPair = (week: readonly RunKind[]) => week.some((run, day) => isHard(run) && isHard(week[(day + 1) % 7]));

const countTiers = (weeks: readonly Counted[]) =>
  tiers.map((tier) => weeks.filter(({ wrapped }) => wrapped.tier === tier).length);
const countLegal = (decisions: readonly Decision[]) =>
  Array.from({ length: 8 }, (_, days) => decisions.filter((decision) => legalCount(decision) === days).length);
const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;

describe('every week by tier', () => {
  test('all 16,384', () => {
    expect(all).toHaveLength(16_384);
    expect(countTiers(all)).toEqual([6680, 2632, 2576, 1624, 224, 2520, 128]);
  });
  test('with one long run', () => {
    expect(countTiers(all.filter(({ long }) => long === 1))).toEqual([2856, 756, 1008, 28, 14, 434, 7]);
  });
  test('with one long run and two speed days', () => {
    expect(countTiers(all.filter(({ long, speed }) => long === 1 && speed === 2))).toEqual([896, 448, 336, 0, 0, 0, 0]);
  });
  test('with one long run and three speed days', () => {
    expect(countTiers(all.filter(({ long, speed }) => long === 1 && speed === 3))).toEqual([
      168, 280, 504, 0, 0, 168, 0,
    ]);
  });
});

describe('every week by its number of legal days', () => {
  test('wrapped', () => {
    expect(countLegal(all.map(({ wrapped }) => wrapped))).toEqual([2648, 4424, 3752, 3416, 896, 1120, 0, 128]);
  });
  test('between two restful weeks', () => {
    expect(countLegal(all.map(({ alone }) => alone))).toEqual([2072, 4008, 4104, 3384, 1504, 1056, 128, 128]);
  });
  test('as 2,187 patterns of hard days', () => {
    const patterns = all.filter(({ rest }) => rest === 0);
    expect(patterns).toHaveLength(2187);
    expect(countLegal(patterns.map(({ wrapped }) => wrapped))).toEqual([842, 735, 378, 175, 35, 21, 0, 1]);
  });
  test('two legal days that are not adjacent in 6,680 weeks', () => {
    expect(all.filter(({ wrapped }) => hasApartPair(wrapped))).toHaveLength(6680);
  });
});

describe('realistic weeks', () => {
  const one = (speed: number) => (week: Counted) => week.long === 1 && week.speed === speed;
  test.each([
    ['1 long, 0 speed', one(0), 448, 100, 100],
    ['1 long, 1 speed', one(1), 1344, 100, 100],
    ['1 long, 2 speed', one(2), 1680, 80, 53.3],
    ['1 long, 3 speed', one(3), 1120, 40, 15],
    ['1 long, 4 speed', one(4), 420, 6.7, 0],
    ['0 long, 2 speed', (week: Counted) => week.long === 0 && week.speed === 2, 672, 100, 100],
    [
      '1 long, at most 2 speed, a rest day',
      (week: Counted) => week.long === 1 && week.speed <= 2 && week.rest >= 1,
      3318,
      90.5,
      77.8,
    ],
    [
      '1 long, 2 speed, a rest day, hard days never back to back',
      (week: Counted) => week.long === 1 && week.speed === 2 && week.rest >= 1 && !hasHardPair(week.week),
      315,
      66.7,
      33.3,
    ],
  ] as const)('%s', (_, belongs, number, twoLegal, apart) => {
    const weeks = all.filter(belongs);
    expect(weeks).toHaveLength(number);
    const decisions = weeks.map(({ wrapped }) => wrapped);
    expect(percent(decisions.filter((decision) => legalCount(decision) >= 2).length, number)).toBe(twoLegal);
    expect(percent(decisions.filter(hasApartPair).length, number)).toBe(apart);
  });

  test('one long and one speed day leave at least three legal days', () => {
    expect(Math.min(...all.filter(one(1)).map(({ wrapped }) => legalCount(wrapped)))).toBe(3);
  });
});

describe('repairs of every week below T0', () => {
  /** How many weeks reach which tier at best by a swap, and by one speed run made easy. */
  const countRepairs = (speed: number) => {
    const below = all.filter((week) => week.long === 1 && week.speed === speed && week.wrapped.tier !== 'T0');
    const reached = { swap: {} as Partial<Record<Tier, number>>, downgrade: {} as Partial<Record<Tier, number>> };
    for (const { week, wrapped } of below) {
      const repairs = suggestRepairs({ week, sessions: 2 });
      for (const kind of ['swap', 'downgrade'] as const) {
        const best = repairs.find((repair) => repair.kind === kind)?.gives.tier ?? wrapped.tier;
        reached[kind][best] = (reached[kind][best] ?? 0) + 1;
      }
    }
    return { weeks: below.length, ...reached };
  };

  test('one long, two speed: all 784 reach T0 by one swap, and all by one speed run made easy', () => {
    expect(countRepairs(2)).toEqual({ weeks: 784, swap: { T0: 784 }, downgrade: { T0: 784 } });
  });
  test('one long, three speed: 952 weeks', () => {
    expect(countRepairs(3)).toEqual({
      weeks: 952,
      swap: { T0: 672, T1: 56, T2: 224 },
      downgrade: { T0: 784, T1: 168 },
    });
  });
});
