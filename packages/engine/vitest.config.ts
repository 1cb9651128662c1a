import { defineConfig } from 'vitest/config';

// Laws run hundreds of whole programs, and the command starts as a process: a busy machine is no failure.
const testTimeout = 60_000;

export default defineConfig({
  test: {
    include: ['{src,command}/**/*.test.ts'],
    setupFiles: ['settle-seed.ts'],
    environment: 'node',
    // Nothing in the engine keeps anything from one file to the next: it is loaded once for all, for half the processor time.
    isolate: false,
    testTimeout,
  },
});
