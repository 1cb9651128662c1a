import { resealAll } from '@groundwork/db/reseal';
import { makeDataKey } from '@groundwork/db/seal';
import { openInstallation } from './open-installation.ts';

export const usage =
  'seal with the first key of GROUNDWORK_DATA_KEY what an older one, or an older version not at all, sealed; --new prints a fresh key to put in front.';

export async function run(args: readonly string[]): Promise<boolean> {
  if (args.includes('--new')) {
    console.log(makeDataKey());
    return true;
  }
  const installation = await openInstallation();
  try {
    process.env.GROUNDWORK_DATA_KEY = installation.secrets.dataKey;
    const { resealed, seen } = await resealAll(installation.ownerUrl);
    console.log(
      `✓ ${resealed} of ${seen} values sealed again: the older keys can be taken out of GROUNDWORK_DATA_KEY now.`,
    );
    return true;
  } finally {
    await installation.close();
  }
}
