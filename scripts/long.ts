import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, secondsSince } from './install.mjs';
import type { Claim } from './long/claim.ts';
import { type Parameters, parameters } from './long/parameters.ts';
import { writeTable } from './long/write-table.ts';

/** `pnpm test:long [suite …] [--quick] [--write]`, under the project's own Node.js. Exit code 1 when a claim does not hold. */

const suites: Readonly<
  Record<string, () => Promise<{ run: (given: Parameters, write: boolean) => Promise<readonly Claim[]> }>>
> = {
  crash: () => import('./long/crash.ts'),
  mail: () => import('./long/mail.ts'),
  'log-sets': () => import('./long/log-sets.ts'),
  oversell: () => import('./long/oversell.ts'),
  outage: () => import('./long/outage.ts'),
  'rolling-restart': () => import('./long/rolling-restart.ts'),
  upgrade: () => import('./long/upgrade.ts'),
  backup: () => import('./long/backup.ts'),
  fleet: () => import('./long/fleet.ts'),
  pool: () => import('./long/pool.ts'),
  plans: () => import('./long/plans.ts'),
  hostile: () => import('./long/hostile.ts'),
  guards: () => import('./long/guards.ts'),
  simulate: () => import('./long/simulate.ts'),
};

const { names, quick, write } = readOptions();
if (!existsSync(join(root, 'apps/portal/dist/server.mjs'))) {
  console.error('The suites run against production builds: npm test -- --only=build makes them.');
  process.exit(2);
}

let holds = true;
for (const name of names) {
  const start = performance.now();
  console.log(`→ ${name}`);
  const claims = await (await suites[name]?.())?.run(quick ? parameters.quick : parameters.full, write);
  for (const claim of claims ?? []) {
    console.log(`${claim.holds ? '✓' : '✗'} ${claim.claim}\n  ${claim.done}\n  ${claim.found}`);
    holds &&= claim.holds;
  }
  console.log(`  (${secondsSince(start)})\n`);
  if (write && claims) await writeTable(join(root, 'docs/benchmarks.md'), claims);
}
process.exit(holds ? 0 : 1);

function readOptions() {
  try {
    const options = { quick: { type: 'boolean' }, write: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.find((name) => !(name in suites));
    if (unknown !== undefined) throw new Error(`There is no suite "${unknown}".`);
    return {
      names: positionals.length > 0 ? positionals : Object.keys(suites),
      quick: values.quick ?? false,
      write: values.write ?? false,
    };
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    console.error(`Use pnpm test:long [${Object.keys(suites).join('|')} …] [--quick] [--write].`);
    process.exit(2);
  }
}
