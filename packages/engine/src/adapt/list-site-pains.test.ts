import { expect, test } from 'vitest';
import { defaultParameters } from '../parse-parameters.ts';
import type { PainReport } from './judge-pain.ts';
import { listSitePains } from './list-site-pains.ts';

const report = (date: string, during: number, more: Partial<PainReport> = {}): PainReport => ({
  date,
  site: 'achilles',
  during,
  nextMorning: null,
  baseline: 0,
  isRising: false,
  flags: [],
  ...more,
});
const list = (today: string, ...reports: readonly PainReport[]) =>
  listSitePains(reports, today, defaultParameters).map(
    ({ site, report: { date }, verdict }) => `${site} ${verdict.light} ${verdict.action} ${date}`,
  );

test('red and stop hold until a later report says otherwise', () => {
  const red = report('2026-03-01', 8);
  expect(list('2026-06-01', red)).toEqual(['achilles red stop_exercise 2026-03-01']);
  expect(list('2026-06-01', report('2026-03-01', 1, { flags: ['night_pain'] }))).toEqual([
    'achilles stop suspend_plan_and_refer 2026-03-01',
  ]);
  expect(list('2026-06-01', red, report('2026-03-02', 0))).toEqual([]);
});

test('amber fades after two weeks', () => {
  const amber = report('2026-03-01', 4);
  expect(list('2026-03-15', amber)).toEqual(['achilles amber hold 2026-03-01']);
  expect(list('2026-03-16', amber)).toEqual([]);
});

test('the reports before it count, in the order of their days', () => {
  const reports = [report('2026-03-08', 4), report('2026-03-01', 3)];
  expect(list('2026-03-09', ...reports)).toEqual(['achilles amber regress 2026-03-08']);
  expect(list('2026-03-09', ...reports.toReversed())).toEqual(['achilles amber regress 2026-03-08']);
});

test('what is not yet does not count, today’s does', () => {
  expect(list('2026-03-01', report('2026-03-02', 8))).toEqual([]);
  expect(list('2026-03-02', report('2026-03-02', 8))).toHaveLength(1);
});

test('each site has its own, and of two on a day the later one counts', () => {
  expect(list('2026-03-02', report('2026-03-01', 8), report('2026-03-02', 8, { site: 'calf' }))).toEqual([
    'achilles red stop_exercise 2026-03-01',
    'calf red stop_exercise 2026-03-02',
  ]);
  expect(list('2026-03-02', report('2026-03-01', 8), report('2026-03-01', 0))).toEqual([]);
});
