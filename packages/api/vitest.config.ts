import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Loading what the API is made of takes a second or two: once for all files, not once for each.
    isolate: false,
    setupFiles: ['src/testing/fresh-process.ts'],
    globalSetup: ['@groundwork/db/testing/global-setup'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      GROUNDWORK_COACH_URL: 'http://coach.test',
      GROUNDWORK_PORTAL_URL: 'http://portal.test',
    },
  },
});
