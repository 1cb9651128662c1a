import { migrate } from '@groundwork/db/migrate';
import { readMigrationState } from '@groundwork/db/migration-state';
import { openOwner } from '@groundwork/db/open-owner';
import { openInstallation } from './open-installation.ts';

export const usage =
  'bring the database to this version: tables, queue, roles, guards. Safe to run again, and while the apps run.';

export async function run(): Promise<boolean> {
  const installation = await openInstallation();
  const { ownerUrl, secrets } = installation;
  const start = performance.now();
  try {
    await migrate({ ownerUrl, passwords: secrets });
    const { owner } = openOwner(ownerUrl);
    const { applied, expected } = await readMigrationState(owner);
    await owner.end();
    console.log(
      `The database is at this version: ${applied} of ${expected} migrations, ${Math.round(performance.now() - start)} ms.`,
    );
    return true;
  } finally {
    await installation.close();
  }
}
