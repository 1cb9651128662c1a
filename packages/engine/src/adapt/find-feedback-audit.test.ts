import { expect, test } from 'vitest';
import { explainReason } from '../explain.ts';
import { findFeedbackAudit } from './find-feedback-audit.ts';

const today = '2026-03-20';
const reason = (times: number) => ({ code: 'FEEDBACK_AUDIT', rule: 'S33', data: { times, days: 14 } });

test.each([
  ['nothing said', [], undefined],
  ['once is once', [['2026-03-19', 1]], undefined],
  [
    'twice within two weeks',
    [
      ['2026-03-07', 2],
      ['2026-03-20', 1],
    ],
    reason(2),
  ],
  [
    'the first is two weeks old',
    [
      ['2026-03-06', 2],
      ['2026-03-20', 1],
    ],
    undefined,
  ],
  [
    'a little sore',
    [
      ['2026-03-18', 3],
      ['2026-03-19', 3],
      ['2026-03-20', 2],
    ],
    undefined,
  ],
  [
    'two answers on one day: the last counts',
    [
      ['2026-03-19', 1],
      ['2026-03-20', 1],
      ['2026-03-20', 4],
    ],
    undefined,
  ],
  [
    'not said is not sore',
    [
      ['2026-03-18', null],
      ['2026-03-19', 1],
    ],
    undefined,
  ],
  [
    'a day that has not come',
    [
      ['2026-03-19', 1],
      ['2026-03-21', 1],
    ],
    undefined,
  ],
] as const)('%s', (_, answers, expected) => {
  expect(
    findFeedbackAudit(
      answers.map(([date, soreness]) => ({ date, soreness })),
      today,
    ),
  ).toEqual(expected);
});

test('says what to look at first', () => {
  expect(explainReason(reason(3)).claim).toBe(
    'Very sore on 3 days of the last 14. Look at the program before anything is added to it.',
  );
});
