import { readFile } from 'node:fs/promises';

export interface TestCount {
  passed: number;
  failed: number;
}

/** Adds up counts. */
export function sumCounts(counts: readonly TestCount[]): TestCount {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** Counts the test cases of a Vitest JSON report. A file that could not be loaded counts as one failed case. */
export async function readVitestReport(path: string): Promise<TestCount> {
  const { numPassedTests, testResults } = JSON.parse(await readFile(path, 'utf8')) as {
    numPassedTests: number;
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const failed = testResults.map(({ status, assertionResults }) => {
    const cases = assertionResults.filter((result) => result.status === 'failed').length;
    return status === 'failed' ? Math.max(cases, 1) : cases;
  });
  return { passed: numPassedTests, failed: failed.reduce((sum, cases) => sum + cases, 0) };
}

/** Counts the test cases of a Playwright JSON report. What passed only when tried again counts as failed. */
export async function readPlaywrightReport(path: string): Promise<TestCount> {
  const { stats, errors } = JSON.parse(await readFile(path, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
