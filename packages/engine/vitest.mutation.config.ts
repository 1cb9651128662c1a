import { defineConfig } from 'vitest/config';

// A rule has to be held by its own tests: whole programs and processes would only make each of thousands of runs slow.
export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    exclude: [
      'src/build-program*',
      'src/placement-enumeration*',
      'src/notation/**',
      'src/command/**',
      'src/simulate/**',
      'src/catalogue/**',
    ],
    environment: 'node',
    testTimeout: 60_000,
  },
});
