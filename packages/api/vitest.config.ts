import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['@groundwork/db/testing/global-setup'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      GROUNDWORK_COACH_URL: 'http://coach.test',
      GROUNDWORK_PORTAL_URL: 'http://portal.test',
    },
  },
});
