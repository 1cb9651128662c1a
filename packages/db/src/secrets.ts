import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseProblem } from './database-problem.ts';
import { makePassword } from './embedded.ts';
import { makeDataKey } from './seal.ts';

/** What an installation must keep to itself. Losing `dataKey` loses the sealed health data: it belongs in the backup. */
export interface Secrets {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly auth: string;
  readonly worker: string;
  /** `GROUNDWORK_DATA_KEY` */
  readonly dataKey: string;
  /** `GROUNDWORK_SECRET` */
  readonly secret: string;
}

const makeSecrets = (): Secrets => ({
  superuser: makePassword(),
  owner: makePassword(),
  app: makePassword(),
  auth: makePassword(),
  worker: makePassword(),
  dataKey: makeDataKey(),
  secret: randomBytes(32).toString('base64url'),
});

/**
 * Reads the secrets of an installation, making and storing (readable by its user alone) what is not there yet.
 * @throws DatabaseProblem when the file is broken.
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const stored = await readFile(file, 'utf8').catch(() => '{}');
  const known = parse(stored, file);
  const secrets = { ...makeSecrets(), ...known };
  if (Object.keys(known).length === Object.keys(secrets).length) return secrets;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
}

function parse(stored: string, file: string): Partial<Secrets> {
  try {
    return JSON.parse(stored);
  } catch (cause) {
    throw new DatabaseProblem('broken_secrets', `${file} is not readable as JSON: restore it from a backup.`, {
      cause,
    });
  }
}
