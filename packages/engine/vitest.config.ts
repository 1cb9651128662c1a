import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    environment: 'node',
    // The laws build thousands of programs, and the machine may be busy with other things.
    testTimeout: 60_000,
  },
});
