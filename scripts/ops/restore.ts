import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyLog } from '@groundwork/db/audit-chain';
import { type Erasure, replayErasures } from '@groundwork/db/erase-client';
import { migrate } from '@groundwork/db/migrate';
import { restore } from '@groundwork/db/restore';
import { erasuresFile } from './backup.ts';
import { openInstallation } from './open-installation.ts';
import { OpsProblem } from './ops-problem.ts';

export const usage =
  '<folder> [erasures.json]: put a backup into a new, empty database, check every table’s count and checksum, and forget again whom the newest list names.';

export async function run([folder, erasuresList, ...rest]: readonly string[]): Promise<boolean> {
  if (folder === undefined || rest.length > 0)
    throw new OpsProblem('Name the backup’s folder: pnpm ops restore /backups/today');
  const installation = await openInstallation();
  const { ownerUrl, secrets } = installation;
  try {
    await migrate({ ownerUrl, passwords: secrets });
    const { tables, takenAt } = await restore(ownerUrl, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `✓ ${rows} rows of ${tables.length} tables, as they were at ${takenAt}; counts and checksums are the backup’s.`,
    );
    const erasures: Erasure[] = JSON.parse(await readFile(erasuresList ?? join(folder, erasuresFile), 'utf8'));
    const forgotten = await replayErasures(ownerUrl, erasures);
    console.log(`✓ ${forgotten} people forgotten again, of ${erasures.length} erased by then.`);
    const { problems, entries } = await verifyLog(ownerUrl);
    console.log(
      problems.length === 0
        ? `✓ The audit log holds, ${entries} entries.`
        : `✗ The audit log has ${problems.length} problems: pnpm ops verify-log`,
    );
    return problems.length === 0;
  } finally {
    await installation.close();
  }
}
