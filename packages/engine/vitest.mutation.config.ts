import { defineConfig } from 'vitest/config';

// A rule has to be held by its own tests: whole programs and processes would only make each of thousands of runs slow.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['settle-seed.ts'],
    exclude: [
      'src/adapt/life*',
      'src/build-program*',
      'src/edit-program*',
      'src/explain*',
      'src/placement-enumeration*',
      'src/rule-codes*',
      'src/session-minutes*',
      'src/notation/**',
      'src/command/**',
      'src/simulate/**',
      'src/catalogue/**',
    ],
    environment: 'node',
    testTimeout: 60_000,
  },
});
