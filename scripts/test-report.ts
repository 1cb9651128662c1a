import { readFile } from 'node:fs/promises';

export interface TestCount {
  passed: number;
  failed: number;
  /** Names of those among the passed that had failed before. */
  unsteady: readonly string[];
}

/** Adds up counts. */
export function sumCounts(counts: readonly TestCount[]): TestCount {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    unsteady: counts.flatMap(({ unsteady }) => unsteady),
  };
}

/** Counts the test cases of a Vitest JSON report. A file that could not be loaded counts as one failed case. */
export async function readVitestReport(path: string): Promise<TestCount> {
  const { numPassedTests, testResults } = JSON.parse(await readFile(path, 'utf8')) as {
    numPassedTests: number;
    testResults: { status: string; assertionResults: VitestCase[] }[];
  };
  const failed = testResults.map(({ status, assertionResults }) => {
    const cases = assertionResults.filter((result) => result.status === 'failed').length;
    return status === 'failed' ? Math.max(cases, 1) : cases;
  });
  const unsteady = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0);
  return {
    passed: numPassedTests,
    failed: failed.reduce((sum, cases) => sum + cases, 0),
    unsteady: unsteady.map(({ fullName }) => fullName),
  };
}

interface VitestCase {
  status: string;
  fullName: string;
  /** Of every try. */
  failureMessages: readonly string[];
}

/** Counts the test cases of a Playwright JSON report. */
export async function readPlaywrightReport(path: string): Promise<TestCount> {
  const { stats, errors, suites } = JSON.parse(await readFile(path, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
    suites: readonly PlaywrightSuite[];
  };
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    unsteady: suites.flatMap(listUnsteady),
  };
}

interface PlaywrightSuite {
  specs: readonly { title: string; tests: readonly { status: string; projectName: string }[] }[];
  suites?: readonly PlaywrightSuite[];
}

function listUnsteady({ specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.filter(({ status }) => status === 'flaky').map(({ projectName }) => `${title} (${projectName})`),
  );
  return [...own, ...suites.flatMap(listUnsteady)];
}
