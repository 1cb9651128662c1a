import { verifyLog } from '@groundwork/db/audit-chain';
import { openInstallation } from './open-installation.ts';

export const usage =
  'work every hash of the audit log out again; --heads prints each chain’s end, to be kept elsewhere.';

export async function run(args: readonly string[]): Promise<boolean> {
  const installation = await openInstallation();
  try {
    const { entries, problems, heads } = await verifyLog(installation.ownerUrl);
    for (const { practiceId, problem, sequence } of problems) {
      console.log(`✗ practice ${practiceId}: ${problem}${sequence === null ? '' : ` at entry ${sequence}`}`);
    }
    if (args.includes('--heads')) {
      for (const { practiceId, sequence, hash } of heads) console.log(`${practiceId} ${sequence} ${hash}`);
    }
    console.log(
      problems.length === 0
        ? `✓ ${entries} entries of ${heads.length} practices are as they were written.`
        : `✗ ${problems.length} problems in ${entries} entries: see docs/operations.md, "The audit log does not hold".`,
    );
    return problems.length === 0;
  } finally {
    await installation.close();
  }
}
