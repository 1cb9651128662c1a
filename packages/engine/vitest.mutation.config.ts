import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { ShortestFirst } from './mutation/shortest-first.mjs';
import { warmPool } from './mutation/warm-pool.mjs';

const briefLaws = fileURLToPath(new URL('mutation/brief-laws.mjs', import.meta.url));

// A rule has to be held by its own tests: whole programs and processes would only make each of thousands of runs slow.
export default defineConfig({
  plugins: [
    warmPool,
    {
      name: 'brief-laws',
      enforce: 'pre',
      resolveId: (id, importer) => (id === 'fast-check' && importer?.endsWith('.test.ts') ? briefLaws : undefined),
    },
  ],
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['settle-seed.ts', 'mutation/fresh-mutant.mjs'],
    exclude: [
      ...configDefaults.exclude,
      'src/adapt/life*',
      'src/build-program*',
      'src/edit-program*',
      'src/explain*',
      'src/parameters-effect*',
      'src/placement-enumeration*',
      'src/rebuild-program*',
      'src/rule-codes*',
      'src/session-minutes*',
      'src/notation/**',
      'src/command/**',
      'src/simulate/**',
      'src/catalogue/**',
    ],
    environment: 'node',
    isolate: false,
    sequence: { sequencer: ShortestFirst },
    testTimeout: 60_000,
  },
});
