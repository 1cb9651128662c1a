import { join } from 'node:path';
import type { DatabaseProblem } from './database-problem.ts';
import { startEmbedded } from './embedded.ts';
import { migrate, urlOf } from './migrate.ts';
import { loadSecrets } from './secrets.ts';

export interface PrepareOptions {
  /** Holds `secrets.json`, and the embedded cluster in `postgres/`. */
  readonly dataFolder: string;
  /** The operator's own PostgreSQL; without it the embedded one starts. */
  readonly databaseUrl?: string | undefined;
  /** Of the embedded PostgreSQL. */
  readonly port: number;
  /** False for a database that is thrown away: commits of the embedded PostgreSQL are fast and a crash loses them. */
  readonly durable?: boolean;
  readonly onCrash?: (problem: DatabaseProblem) => void;
  readonly log?: ((line: string) => void) | undefined;
  /** More of the embedded PostgreSQL's own settings. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

export interface PreparedDatabase {
  readonly ownerUrl: string;
  /** What the apps and the worker need in their environment to reach the database and open sealed values; what the process's own environment sets wins. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops the embedded PostgreSQL, last of all; does nothing for an operator's own. The caller owns the signals. */
  readonly stop: () => Promise<void>;
}

/**
 * From a data folder to a migrated database that the apps can connect to: secrets, PostgreSQL, migrations.
 * @throws DatabaseProblem with one line for the operator.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const secrets = await loadSecrets(join(options.dataFolder, 'secrets.json'));
  const embedded =
    options.databaseUrl === undefined
      ? await startEmbedded({
          dataFolder: join(options.dataFolder, 'postgres'),
          port: options.port,
          passwords: secrets,
          stopOnSignals: false,
          durable: options.durable,
          onCrash: options.onCrash,
          log: options.log,
          settings: options.settings,
        })
      : undefined;
  const ownerUrl = embedded?.ownerUrl ?? options.databaseUrl ?? '';
  try {
    await migrate({ ownerUrl, passwords: secrets });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const made = {
    GROUNDWORK_APP_DATABASE_URL: urlOf(ownerUrl, 'app', secrets.app),
    GROUNDWORK_AUTH_DATABASE_URL: urlOf(ownerUrl, 'auth', secrets.auth),
    GROUNDWORK_WORKER_DATABASE_URL: urlOf(ownerUrl, 'worker', secrets.worker),
    GROUNDWORK_DATA_KEY: secrets.dataKey,
    GROUNDWORK_SECRET: secrets.secret,
  };
  const environment = Object.fromEntries(
    Object.entries(made).map(([name, value]) => [name, process.env[name] || value]),
  );
  return { ownerUrl, environment, stop: async () => embedded?.stop() };
}
