import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { mergeWeeks } from './merge-weeks.ts';

const finding = (week: number | null, known: Partial<Omit<Finding, 'at'>> & { at?: Finding['at'] } = {}): Finding => ({
  code: 'M4_ON_LONG',
  rule: 'S21',
  mistake: 4,
  severity: 'error',
  scope: 'session',
  data: { run: 'long' },
  ...known,
  at: { ...(week === null ? {} : { week }), session: 'A', ...known.at },
});
const weeksOf = (...findings: readonly Finding[]) =>
  mergeWeeks(findings).map(({ at }) => (at.throughWeek === undefined ? `${at.week}` : `${at.week}-${at.throughWeek}`));

test('the same in weeks that follow each other is one finding over them', () => {
  expect(mergeWeeks([finding(1), finding(2), finding(3)])).toEqual([finding(1, { at: { throughWeek: 3 } })]);
  expect(mergeWeeks([])).toEqual([]);
  expect(mergeWeeks([finding(1)])).toEqual([finding(1)]);
});

test('a week between parts it', () => {
  expect(weeksOf(finding(1), finding(3))).toEqual(['1', '3']);
  expect(weeksOf(finding(1), finding(2), finding(4), finding(5))).toEqual(['1-2', '4-5']);
  expect(weeksOf(finding(1), finding(1))).toEqual(['1', '1']);
});

test('what spans weeks already goes on from its last', () => {
  expect(weeksOf(finding(1, { at: { throughWeek: 2 } }), finding(3, { at: { throughWeek: 5 } }))).toEqual(['1-5']);
});

test.each<[string, Finding]>([
  ['code', finding(2, { code: 'M4_ON_SPEED' })],
  ['severity', finding(2, { severity: 'info' })],
  ['session', finding(2, { at: { session: 'B' } })],
  ['slot', finding(2, { at: { slot: 'A1' } })],
  ['day', finding(2, { at: { day: 'mon' } })],
  ['value', finding(2, { data: { run: 'race' } })],
  ['further value', finding(2, { data: { run: 'long', setAside: 'EDIT' } })],
  ['other value', finding(2, { data: { days: 1 } })],
])('another %s is another finding', (_, other) => {
  expect(mergeWeeks([finding(1), other])).toEqual([finding(1), other]);
});

test('two things in turn are merged apart, in the order of their first week', () => {
  const b = { at: { session: 'B' } };
  expect(
    mergeWeeks([finding(1), finding(1, b), finding(2), finding(2, b)]).map(({ at }) => [
      at.session,
      at.week,
      at.throughWeek,
    ]),
  ).toEqual([
    ['A', 1, 2],
    ['B', 1, 2],
  ]);
});

test('a session and a slot are not a session of both their names', () => {
  const whole = finding(2, { at: { session: 'A B' } });
  const part = finding(1, { at: { session: 'A', slot: 'B' } });
  const spelt = finding(2, { at: { session: 'AB' } });
  expect(mergeWeeks([part, spelt])).toEqual([part, spelt]);
  expect(mergeWeeks([finding(1, { at: { session: 'A B' } }), whole])).toHaveLength(1);
});

test('what is about no week is never merged', () => {
  expect(mergeWeeks([finding(null), finding(null)])).toHaveLength(2);
});
