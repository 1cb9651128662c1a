import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decidePlacement } from './decide-placement.ts';
import { type PlacementInput, placeStrength } from './placement.ts';
import { classifyRun } from './run-class.ts';
import { suggestRepairs } from './suggest-repairs.ts';
import { placeNaively } from './testing/place-naively.ts';
import { type RunKind, runKinds, tiers, weekdays } from './vocabulary.ts';
import { readWeekMasks } from './week-masks.ts';

const runKind = fc.constantFrom(...runKinds);
const week = fc.array(runKind, { minLength: 7, maxLength: 7 });
const input: fc.Arbitrary<PlacementInput> = fc.record(
  {
    week,
    sessions: fc.constantFrom(1 as const, 2 as const),
    before: runKind,
    after: runKind,
    unavailable: fc.subarray([...weekdays]),
  },
  { requiredKeys: ['week', 'sessions'] },
);

const isHard = (run: RunKind) => !['rest', 'easy'].includes(classifyRun(run));

const planOf = (problem: PlacementInput) => {
  const { tier, sessions } = placeStrength(problem);
  return { tier, plan: sessions.map(({ day, load }) => `${day}:${load}`).join(' ') };
};

describe('placement laws', () => {
  test('no other plan beats the chosen one: a naive search over all 16,384 weeks agrees', () => {
    const kinds = ['rest', 'easy', 'speed', 'long'] as const;
    for (let code = 0; code < 4 ** 7; code += 1) {
      const letters = Array.from({ length: 7 }, (_, day) => kinds[(code >> (2 * day)) & 3] as RunKind);
      const problem = { week: letters, sessions: 2 } as const;
      const [ours, naive] = [planOf(problem), placeNaively(problem)];
      if (ours.plan !== naive.plan || ours.tier !== naive.tier) expect(ours, letters.join(' ')).toEqual(naive);
    }
  });

  test('no other plan beats the chosen one: a naive search agrees on 10,000 arbitrary problems', () => {
    fc.assert(
      fc.property(input, (problem) => {
        expect(planOf(problem)).toEqual(placeNaively(problem));
      }),
      { numRuns: 10_000 },
    );
  });

  test('a full or reduced session never stands on an illegal day, and nothing ever on a hard or unavailable one', () => {
    fc.assert(
      fc.property(input, (problem) => {
        for (const verdict of placeStrength(problem).days) {
          if (verdict.placed === null) continue;
          if (verdict.placed !== 'light') expect(verdict.legal).toBe(true);
          expect(isHard(problem.week[weekdays.indexOf(verdict.day)] as RunKind)).toBe(false);
          expect(problem.unavailable ?? []).not.toContain(verdict.day);
        }
      }),
    );
  });

  test('every day has a reason: refused, chosen or left unused', () => {
    fc.assert(
      fc.property(input, (problem) => {
        for (const { legal, placed, reasons } of placeStrength(problem).days) {
          const has = (prefix: string) => reasons.some(({ code }) => code.startsWith(prefix));
          expect(reasons.length).toBeGreaterThan(0);
          expect(has('CHOSEN_')).toBe(placed !== null);
          expect(has('UNUSED_')).toBe(legal && placed === null);
          expect(reasons.some(({ code }) => /^(ON_(?!RUN)|AFTER_|BEFORE_|UNAVAILABLE)/.test(code))).toBe(!legal);
        }
      }),
    );
  });

  test('shifting the days of a wrapped week shifts its legal days', () => {
    fc.assert(
      fc.property(week, fc.integer({ min: 0, max: 6 }), (runs, shift) => {
        const shifted = runs.map((_, day) => runs[(day + shift) % 7] as RunKind);
        const legal = placeStrength({ week: runs, sessions: 2 }).days.map((day) => day.legal);
        const legalShifted = placeStrength({ week: shifted, sessions: 2 }).days.map((day) => day.legal);
        expect(legalShifted).toEqual(legal.map((_, day) => legal[(day + shift) % 7]));
      }),
    );
  });

  test('in a run of weeks, where the week is cut does not change which days are legal', () => {
    fc.assert(
      fc.property(
        fc.array(runKind, { minLength: 22, maxLength: 22 }),
        fc.integer({ min: 1, max: 7 }),
        (runs, shift) => {
          const cutAt = (start: number) =>
            placeStrength({
              week: runs.slice(start, start + 7),
              before: runs[start - 1],
              after: runs[start + 7],
              sessions: 2,
            }).days.map(({ legal }) => legal);
          const [early, late] = [cutAt(1), cutAt(1 + shift)];
          expect(late.slice(0, 7 - shift)).toEqual(early.slice(shift));
        },
      ),
    );
  });

  test('at most two hard days leave at least two legal days', () => {
    const gentle = fc.array(fc.constantFrom('rest' as const, 'easy' as const), { minLength: 7, maxLength: 7 });
    const hard = fc.constantFrom(...runKinds.filter((run) => isHard(run) && run !== 'race'));
    const hardDay = fc.record({ day: fc.integer({ min: 0, max: 6 }), run: hard });
    fc.assert(
      fc.property(gentle, fc.array(hardDay, { maxLength: 2 }), (runs, hardDays) => {
        const mixed = hardDays.reduce<readonly RunKind[]>((kinds, { day, run }) => kinds.with(day, run), runs);
        expect(placeStrength({ week: mixed, sessions: 2 }).legal.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test('the same input gives the same bytes', () => {
    fc.assert(
      fc.property(input, (problem) => {
        const again = JSON.parse(JSON.stringify(problem)) as PlacementInput;
        expect(JSON.stringify(placeStrength(again))).toBe(JSON.stringify(placeStrength(problem)));
        expect(JSON.stringify(suggestRepairs(again))).toBe(JSON.stringify(suggestRepairs(problem)));
      }),
    );
  });

  test('one more hard day never makes another day legal', () => {
    fc.assert(
      fc.property(
        week,
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('speed' as const, 'long' as const),
        (runs, day, run) => {
          fc.pre(!isHard(runs[day] as RunKind));
          const legalIn = (kinds: readonly RunKind[]) => decidePlacement(readWeekMasks({ week: kinds }), 2).legal;
          expect(legalIn(runs.with(day, run)) & ~legalIn(runs)).toBe(0);
        },
      ),
    );
  });
});

describe('repair laws', () => {
  const hardPairs = (runs: readonly RunKind[]) =>
    runs.filter((run, day) => isHard(run) && isHard(runs[(day + 1) % 7] as RunKind)).length;

  test('a repair reaches a better tier, moves no race and makes no new pair of hard days', () => {
    fc.assert(
      fc.property(week, (runs) => {
        const current = tiers.indexOf(placeStrength({ week: runs, sessions: 2 }).tier);
        for (const repair of suggestRepairs({ week: runs, sessions: 2 })) {
          expect(tiers.indexOf(repair.gives.tier)).toBeLessThan(current);
          expect(repair.gives).toEqual(placeStrength({ week: repair.week, sessions: 2 }));
          expect(hardPairs(repair.week)).toBeLessThanOrEqual(hardPairs(runs));
          expect(repair.week.map((run) => run === 'race')).toEqual(runs.map((run) => run === 'race'));
          const changed = runs.filter((run, day) => run !== repair.week[day]).length;
          expect(changed).toBe(repair.kind === 'swap' ? 2 : 1);
        }
      }),
    );
  });

  test('repairs come best tier first, and a T0 week has none', () => {
    fc.assert(
      fc.property(input, (problem) => {
        const reached = suggestRepairs(problem).map((repair) => tiers.indexOf(repair.gives.tier));
        expect(reached).toEqual(reached.toSorted((a, b) => a - b));
        if (placeStrength(problem).tier === 'T0') expect(reached).toEqual([]);
      }),
    );
  });
});
