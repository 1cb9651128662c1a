import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backUp } from '@groundwork/db/back-up';
import { listErasures } from '@groundwork/db/erase-client';
import { backupFolderOf } from './backup-folder.ts';
import { openInstallation } from './open-installation.ts';
import { OpsProblem } from './ops-problem.ts';

/** In each backup's folder. The newest one is to be kept apart, for restoring an older backup. */
export const erasuresFile = 'erasures.json';

export const usage =
  '[folder]: write every row as of now into a new folder, while the apps run. The keys are not in it: keep them apart.';

export async function run([given, ...rest]: readonly string[]): Promise<boolean> {
  if (rest.length > 0) throw new OpsProblem('Name one folder: pnpm ops backup /backups/today');
  const installation = await openInstallation();
  try {
    const folder =
      given ?? join(backupFolderOf(installation.dataFolder), new Date().toISOString().replaceAll(':', '-'));
    const start = performance.now();
    const { tables } = await backUp(installation.ownerUrl, folder);
    // Beside the rows, in a file that a later restore can be given anew: whom an older backup has to forget.
    await writeFile(join(folder, erasuresFile), JSON.stringify(await listErasures(installation.ownerUrl)), {
      mode: 0o600,
    });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `✓ ${rows} rows of ${tables.length} tables in ${folder}, ${((performance.now() - start) / 1000).toFixed(1)} s.`,
    );
    console.log(
      `  Health stays sealed. Without the keys (${join(installation.dataFolder, 'secrets.json')} or GROUNDWORK_DATA_KEY) nobody can open it: keep them apart, and keep them.`,
    );
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new OpsProblem(`${given} is there already: name a new folder.`);
    }
    throw error;
  } finally {
    await installation.close();
  }
}
