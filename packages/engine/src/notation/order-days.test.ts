import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryPlan } from '../testing/arbitrary-plan.ts';
import { formatNotation } from './format-notation.ts';
import { orderDays } from './order-days.ts';
import { parseNotation } from './parse-notation.ts';
import type { RoutineDay } from './routine.ts';

describe('orderDays', () => {
  test('sorts the days, joins a run to its session and leaves out what is empty', () => {
    const text = 'Runs: Tue easy, Sat long\nThu: squats 3x6\nTue: lunges 3x6\nMon:';
    expect(formatNotation(orderDays(parseNotation(text).routine))).toBe(
      '## Tuesday: easy + strength\nReverse lunge, weighted 3x6\n\n## Thursday: strength\nBarbell squat 3x6\n\n## Saturday: long\n',
    );
  });

  test('keeps two sessions of one day apart, and those without a day last', () => {
    const text = '## Session A\nSquat 3x6\n## Monday: strength\nLunge 3x6\n## Monday: strength\nPlank 3x30s';
    expect(orderDays(parseNotation(text).routine).weeks[0]?.days.map(({ day }) => day)).toEqual(['mon', 'mon', null]);
  });

  test('loses no run, no session and no comment, and is done at once', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ routine }) => {
        const ordered = orderDays(routine);
        for (const [index, { days }] of ordered.weeks.entries()) {
          const before = routine.weeks[index]?.days ?? [];
          expect(new Set(listRuns(days))).toEqual(new Set(listRuns(before)));
          expect(new Set(listSessions(days))).toEqual(new Set(listSessions(before)));
          expect(new Set(listComments(days))).toEqual(new Set(listComments(before)));
        }
        expect(orderDays(ordered)).toEqual(ordered);
      }),
      { numRuns: 200 },
    );
  });
});

const listRuns = (days: readonly RoutineDay[]) => days.flatMap(({ day, run }) => (run ? [`${day} ${run.kind}`] : []));
const listSessions = (days: readonly RoutineDay[]) => days.flatMap(({ session }) => (session ? [session] : []));
const listComments = (days: readonly RoutineDay[]) => days.flatMap(({ comments }) => comments);
