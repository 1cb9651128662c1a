import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport, sumCounts } from './test-report.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-report-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(report: unknown): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(report));
  return path;
}

const passed = { status: 'passed', fullName: 'steady', failureMessages: [] };
const failed = { status: 'failed', fullName: 'wrong', failureMessages: ['AssertionError'] };

test('a test file that could not be loaded counts as a failure', async () => {
  const path = await write({
    numPassedTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [passed, passed] },
      { status: 'failed', assertionResults: [failed, failed, passed] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(await readVitestReport(path)).toEqual({ passed: 2, failed: 3, unsteady: [] });
});

test('a test that passed only when tried again is named', async () => {
  const again = { status: 'passed', fullName: 'a race', failureMessages: ['AssertionError'] };
  const path = await write({
    numPassedTests: 2,
    testResults: [{ status: 'passed', assertionResults: [passed, again] }],
  });
  expect(await readVitestReport(path)).toEqual({ passed: 2, failed: 0, unsteady: ['a race'] });
});

test('so is a journey, and an error around the journeys counts as a failure', async () => {
  const journey = (title: string, ...statuses: readonly string[]) => ({
    title,
    tests: statuses.map((status) => ({ status, projectName: 'phone' })),
  });
  const path = await write({
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
    errors: [{}],
    suites: [{ specs: [], suites: [{ specs: [journey('signs in', 'expected'), journey('logs a set', 'flaky')] }] }],
  });
  expect(await readPlaywrightReport(path)).toEqual({ passed: 6, failed: 2, unsteady: ['logs a set (phone)'] });
});

test('counts add up', () => {
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0, unsteady: [] });
  expect(
    sumCounts([
      { passed: 2, failed: 1, unsteady: ['a'] },
      { passed: 3, failed: 0, unsteady: ['b'] },
    ]),
  ).toEqual({ passed: 5, failed: 1, unsteady: ['a', 'b'] });
});
