// Mutation testing of the rules: each is broken in small ways, and a test has to notice. Started by mutation/mutate.mjs.

/**
 * Where a decision is made. What only words or lists it has other tests, and what builds, edits or rebuilds a whole program is
 * held by laws over whole programs, which are too slow to run once for each of thousands of mutants.
 */
const rules = [
  'src/audit.ts',
  'src/check-*.ts',
  'src/day-reasons.ts',
  'src/decide-placement.ts',
  'src/high-resistance.ts',
  'src/list-refusals.ts',
  'src/load.ts',
  'src/merge-weeks.ts',
  'src/placement.ts',
  'src/progression.ts',
  'src/race-limits.ts',
  'src/round-load.ts',
  'src/run-class.ts',
  'src/runner-limits.ts',
  'src/split-blocks.ts',
  'src/strength-bar.ts',
  'src/suggest-repairs.ts',
  'src/week-masks.ts',
  'src/adapt/*.ts',
];

export default {
  packageManager: 'pnpm',
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './mutation/ignore-unreachable.mjs'],
  ignorers: ['unreachable'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: [...rules, '!src/**/*.test.ts', '!src/**/*-texts.ts', '!src/adapt/adapt-rules.ts'],
  coverageAnalysis: 'perTest',
  // mutation/fresh-mutant.mjs stops at the first failure.
  disableBail: true,
  incremental: true,
  incrementalFile: '../../test-results/mutation-incremental.json',
  // A sentence is no rule: which words a text has is for its own tests.
  ignoreStatic: true,
  // Loops without an end are found by counting; a clock on a busy machine would take slow for killed.
  timeoutMS: 30_000,
  tempDirName: '.stryker',
  // TypeScript 7 has no API to rewrite it with for the copy, and no test needs it.
  ignorePatterns: ['tsconfig.json', 'command'],
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, reportScoreTable: false },
  htmlReporter: { fileName: '../../test-results/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
};
