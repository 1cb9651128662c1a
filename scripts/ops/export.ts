import { writeFile } from 'node:fs/promises';
import { exportClient, exportPractice } from '@groundwork/db/export-data';
import { findPractice } from './find-practice.ts';
import { openInstallation } from './open-installation.ts';
import { OpsProblem } from './ops-problem.ts';
import { requireClientId } from './require-client-id.ts';

export const usage =
  '<practice> [client id] --to <file>: write all that is stored about a practice or one client as JSON, health opened.';

export async function run(args: readonly string[]): Promise<boolean> {
  const [practice, clientId, file] = readArguments(args);
  const installation = await openInstallation();
  try {
    process.env.GROUNDWORK_DATA_KEY = installation.secrets.dataKey;
    const { ownerUrl } = installation;
    const practiceId = await findPractice(ownerUrl, practice);
    const found =
      clientId === undefined
        ? await exportPractice(ownerUrl, practiceId)
        : await exportClient(ownerUrl, practiceId, clientId);
    if (found === undefined) {
      console.log('✗ There is no such client.');
      return false;
    }
    // Whoever shares the machine reads none of it.
    await writeFile(file, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    const rows = Object.values(found.tables).reduce((sum, { length }) => sum + length, 0);
    console.log(`✓ ${rows} rows of ${Object.keys(found.tables).length} tables are in ${file}.`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new OpsProblem(`${file} is there already: name a new file.`);
    throw error;
  } finally {
    await installation.close();
  }
}

function readArguments(args: readonly string[]): readonly [string, string | undefined, string] {
  const at = args.indexOf('--to');
  const file = args[at + 1];
  const [practice, clientId, ...rest] = args.slice(0, Math.max(at, 0));
  if (at < 0 || file === undefined || practice === undefined || rest.length > 0) throw new OpsProblem(`Use ${usage}`);
  return [practice, clientId === undefined ? undefined : requireClientId(clientId), file];
}
