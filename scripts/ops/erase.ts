import { eraseClient } from '@groundwork/db/erase-client';
import { findPractice } from './find-practice.ts';
import { openInstallation } from './open-installation.ts';
import { OpsProblem } from './ops-problem.ts';
import { requireClientId } from './require-client-id.ts';

export const usage =
  '<practice> <client id> --for-good: forget a client in every table; older backups still have her until they are restored or gone.';

export async function run(args: readonly string[]): Promise<boolean> {
  const [practice, clientId, sure, ...rest] = args;
  if (practice === undefined || clientId === undefined || sure !== '--for-good' || rest.length > 0) {
    throw new OpsProblem(`Use ${usage}`);
  }
  requireClientId(clientId);
  const installation = await openInstallation();
  try {
    const { ownerUrl } = installation;
    const practiceId = await findPractice(ownerUrl, practice);
    const isGone = await eraseClient(ownerUrl, { practiceId, clientId, now: new Date() });
    console.log(isGone ? '✓ She is forgotten, and her spot is free.' : '✗ There is no such client.');
    return isGone;
  } finally {
    await installation.close();
  }
}
