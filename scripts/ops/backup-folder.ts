import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestFile } from '@groundwork/db/back-up';

/** Where backups go that are given no other place: `GROUNDWORK_BACKUP_FOLDER`, or beside the data. */
export const backupFolderOf = (dataFolder: string): string =>
  process.env.GROUNDWORK_BACKUP_FOLDER || join(dataFolder, 'backups');

/** When the newest whole backup of a folder was made; undefined when it has none. */
export async function findNewestBackup(folder: string): Promise<Date | undefined> {
  const names = await readdir(folder).catch(() => []);
  // The manifest is written last: without it a backup is none.
  const made = await Promise.all(
    names.map((name) =>
      stat(join(folder, name, manifestFile)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  const newest = Math.max(0, ...made);
  return newest === 0 ? undefined : new Date(newest);
}
