import { DatabaseProblem } from '@groundwork/db/database-problem';
import { BrokenSeal } from '@groundwork/db/seal';
import { OpsProblem } from './ops/ops-problem.ts';

/** The second half of `pnpm ops`: one command a file, which exports `usage` and `run`. Exit code 0 is done, 1 found something, 2 could not. */

const commands = {
  'add-practice': () => import('./ops/add-practice.ts'),
  backup: () => import('./ops/backup.ts'),
  restore: () => import('./ops/restore.ts'),
  migrate: () => import('./ops/migrate.ts'),
  'verify-log': () => import('./ops/verify-log.ts'),
  'rotate-keys': () => import('./ops/rotate-keys.ts'),
  export: () => import('./ops/export.ts'),
  erase: () => import('./ops/erase.ts'),
  doctor: () => import('./ops/doctor.ts'),
} as const;

const [name = '', ...args] = process.argv.slice(2).filter((argument, index) => !(index === 0 && argument === '--'));

async function showUsage(): Promise<never> {
  console.error('Use pnpm ops <command>:\n');
  for (const [known, load] of Object.entries(commands)) console.error(`  ${known.padEnd(12)} ${(await load()).usage}`);
  process.exit(2);
}

if (!(name in commands)) await showUsage();
const { run } = await commands[name as keyof typeof commands]();
try {
  process.exit((await run(args)) ? 0 : 1);
} catch (error) {
  // What an operator can do something about is one line; the rest is ours and shows where.
  const isForOperator = error instanceof OpsProblem || error instanceof DatabaseProblem || error instanceof BrokenSeal;
  console.error(isForOperator ? error.message : error);
  process.exit(2);
}
