import { defineConfig } from 'vitest/config';

// Laws run hundreds of whole programs, and the command starts as a process: a busy machine is no failure.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    include: ['{src,command}/**/*.test.ts'],
    setupFiles: ['settle-seed.ts'],
    environment: 'node',
    testTimeout,
  },
});
