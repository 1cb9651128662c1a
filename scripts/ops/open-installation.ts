import { join } from 'node:path';
import { startEmbedded } from '@groundwork/db/embedded';
import { loadSecrets, type Secrets } from '@groundwork/db/secrets';
import { root } from '../install.mjs';
import { parsePorts } from '../ports.ts';
import { OpsProblem } from './ops-problem.ts';

/** The installation that a command is about. */
export interface Installation {
  readonly dataFolder: string;
  /** The owner's connection: `DATABASE_URL`, or the embedded PostgreSQL. */
  readonly ownerUrl: string;
  /** Passwords and keys of `secrets.json`; what the environment sets wins. */
  readonly secrets: Secrets;
  /** Ends the embedded PostgreSQL if it was started for this. */
  readonly close: () => Promise<void>;
}

/**
 * Finds the database as `npm start` does: `DATABASE_URL`, or the embedded one in the data folder, which is joined while it runs and started
 * while it does not.
 * @throws DatabaseProblem or OpsProblem with one line for the operator.
 */
export async function openInstallation(): Promise<Installation> {
  const dataFolder = process.env.GROUNDWORK_DATA_FOLDER ?? join(root, '.data');
  const ports = parsePorts(process.env);
  if (typeof ports === 'string') throw new OpsProblem(ports);
  const stored = await loadSecrets(join(dataFolder, 'secrets.json'));
  const passwordFor = (role: Role) => {
    const url = process.env[urlVariable(role)];
    return url ? decodeURIComponent(new URL(url).password) : stored[role];
  };
  // What the processes are given they connect with: the migration has to make the roles so.
  const secrets = {
    ...stored,
    dataKey: process.env.GROUNDWORK_DATA_KEY || stored.dataKey,
    app: passwordFor('app'),
    auth: passwordFor('auth'),
    worker: passwordFor('worker'),
  };
  const given = process.env.DATABASE_URL;
  const own = given
    ? { ownerUrl: given, close: async () => {} }
    : await joinEmbedded(dataFolder, ports.postgres, secrets);
  return {
    dataFolder,
    ...own,
    secrets,
  };
}

type Role = 'app' | 'auth' | 'worker';

const urlVariable = (role: Role): string => `GROUNDWORK_${role.toUpperCase()}_DATABASE_URL`;

async function joinEmbedded(dataFolder: string, port: number, secrets: Secrets) {
  const folder = join(dataFolder, 'postgres');
  try {
    const { ownerUrl, stop } = await startEmbedded({
      dataFolder: folder,
      port,
      passwords: secrets,
      stopOnSignals: true,
    });
    return { ownerUrl, close: stop };
  } catch (error) {
    const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
    if (kind !== 'already_running' && kind !== 'port_taken') throw error;
    // npm start has it open: the same address serves us too.
    const ownerUrl = `postgres://groundwork_owner:${encodeURIComponent(secrets.owner)}@127.0.0.1:${port}/groundwork`;
    return { ownerUrl, close: async () => {} };
  }
}
