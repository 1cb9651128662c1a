import { statfs } from 'node:fs/promises';
import { examine } from '@groundwork/db/examine';
import { parsePorts } from '../ports.ts';
import { backupFolderOf, findNewestBackup } from './backup-folder.ts';
import {
  type Finding,
  judgeBackups,
  judgeDatabase,
  judgeDisk,
  judgeProcess,
  judgeSecrets,
  judgeSettings,
} from './judge.ts';
import { openInstallation } from './open-installation.ts';

export const usage = 'what an operator needs to know at three in the morning. Exit code 1 when something needs doing.';

const signs = { fine: '✓', look: '!', act: '✗' } as const;

export async function run(): Promise<boolean> {
  console.log(`Groundwork under Node.js ${process.versions.node}\n`);
  const installation = await openInstallation();
  const { dataFolder, ownerUrl, secrets } = installation;
  try {
    const { bavail, bsize, blocks } = await statfs(dataFolder);
    const backups = backupFolderOf(dataFolder);
    const findings = [
      ...(await askProcesses()),
      ...judgeDatabase(await examine(ownerUrl)),
      judgeDisk(dataFolder, bavail * bsize, blocks * bsize),
      judgeBackups(backups, await findNewestBackup(backups), new Date()),
      ...judgeSettings(process.env),
      ...judgeSecrets({
        secret: process.env.GROUNDWORK_SECRET || secrets.secret,
        dataKey: secrets.dataKey,
        passwords: [secrets.owner, secrets.app, secrets.auth, secrets.worker],
      }),
    ];
    for (const { verdict, subject, says } of findings) console.log(`${signs[verdict]} ${subject.padEnd(13)} ${says}`);
    const urgent = findings.filter(({ verdict }) => verdict === 'act').length;
    const odd = findings.filter(({ verdict }) => verdict === 'look').length;
    console.log(`\n${urgent} to act on, ${odd} to look at.`);
    return urgent === 0;
  } finally {
    await installation.close();
  }
}

/** What each process on this machine says of itself. One that is not here may run elsewhere. */
async function askProcesses(): Promise<readonly Finding[]> {
  const ports = parsePorts(process.env);
  if (typeof ports === 'string') return [{ verdict: 'act', subject: 'ports', says: ports }];
  const worker = Number(process.env.GROUNDWORK_WORKER_PORT ?? 0);
  const asked = [
    ['coach', ports.coach],
    ['portal', ports.portal],
    ...(worker > 0 ? [['worker', worker] as const] : []),
  ] as const;
  const found = await Promise.all(
    asked.map(async ([name, port]): Promise<readonly Finding[]> => {
      try {
        const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(3000) });
        return judgeProcess(name, port, await response.json());
      } catch {
        return [{ verdict: 'look', subject: name, says: `nobody answers on port ${port} of this machine` }];
      }
    }),
  );
  return found.flat();
}
