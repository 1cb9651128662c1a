import { forgetDoubt } from '@groundwork/db/availability';
import { afterAll, beforeAll } from 'vitest';

// One process runs many test files (vitest.config.ts): what one of them did to it the next does not find.
const before = { ...process.env };
// A file's database is dropped when it ends, which its last connections take for an outage.
beforeAll(forgetDoubt);
afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
