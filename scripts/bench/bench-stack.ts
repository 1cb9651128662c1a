import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@groundwork/auth/app';
import { startSession } from '@groundwork/auth/session';
import { closePools } from '@groundwork/db/connect';
import { withIdentity } from '@groundwork/db/identity';
import { openOwner } from '@groundwork/db/open-owner';
import { addUser, makePractice, type TestPractice } from '@groundwork/db/testing/make-practice';
import pg from 'pg';
import { findFreePorts } from '../ports.ts';
import { buildStack, type StackAddresses } from '../stack.ts';
import { copyClients, logEverything, makeOriginal } from './grow-practices.ts';

/** Everything running on a database of its own, durable as an operator's, with practices to ask about. */
export interface BenchStack extends StackAddresses {
  readonly superuser: pg.Client;
  readonly original: TestPractice;
  /** A practice with so many clients of two years' training each. The first `runners` of them can sign in, one when left out. */
  readonly addPractice: (clients: number, runners?: number) => Promise<BenchPractice>;
  /** The Cookie header of somebody who is signed in. */
  readonly signIn: (userId: string, app: App) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export interface BenchPractice extends TestPractice {
  readonly firstClient: { readonly clientId: string; readonly userId: string };
  /** Those who can sign in, the first among them. */
  readonly runners: readonly { readonly clientId: string; readonly userId: string }[];
}

/** Starts it; the caller stops it. Until then the environment of this process is the apps'. */
export async function startBenchStack(): Promise<BenchStack> {
  const dataFolder = join(tmpdir(), `groundwork-bench-${randomUUID()}`);
  const ports = await findFreePorts();
  const stack = buildStack({
    dataFolder,
    ports,
    env: { GROUNDWORK_DEMO: '0' },
    report: (_doing, _done, run) => run(),
    onCrash: (line) => {
      console.error(line);
      process.exitCode = 1;
    },
  });
  const open: { end: () => Promise<void> }[] = [];
  const before = { ...process.env };
  const stop = async () => {
    for (const connection of open) await connection.end();
    await closePools();
    await stack.stop();
    await rm(dataFolder, { recursive: true, force: true });
    // The next stack of this process must not take this one's addresses for the operator's.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  };
  try {
    const addresses = await stack.start();
    Object.assign(process.env, addresses.env);
    const secrets = JSON.parse(await readFile(join(dataFolder, 'secrets.json'), 'utf8'));
    const client = new pg.Client({
      host: '127.0.0.1',
      port: ports.postgres,
      database: 'groundwork',
      user: 'groundwork_superuser',
      password: secrets.superuser,
    });
    await client.connect();
    const connection = openOwner(addresses.ownerUrl);
    open.push(client, connection.owner);
    const now = new Date();
    const original = await makeOriginal(addresses.ownerUrl, now);
    await logEverything(client, original, now);
    let copies = 0;
    const addPractice = async (clients: number, runners = 1): Promise<BenchPractice> => {
      const practice = await makePractice(connection, { clients: 0 });
      await copyClients(client, original, practice, copies + 1, copies + clients);
      const signingIn: { clientId: string; userId: string }[] = [];
      for (let copy = copies + 1; copy <= copies + runners; copy += 1) {
        const email = `runner${copy}@bench.example`;
        const userId = await addUser(connection, email, 'Runner');
        const { rows } = await client.query(
          'update client set user_id = $1 where practice_id = $2 and email = $3 returning id',
          [userId, practice.practiceId, email],
        );
        signingIn.push({ clientId: rows[0].id, userId });
      }
      copies += clients;
      const [firstClient] = signingIn;
      if (firstClient === undefined) throw new Error('Nobody can sign in');
      return { ...practice, firstClient, runners: signingIn };
    };
    const signIn = async (userId: string, app: App) => {
      const { setCookie } = await withIdentity((scope) =>
        startSession(scope, { userId, app, browser: { userAgent: 'bench' }, now: new Date() }),
      );
      return setCookie.split(';')[0] ?? '';
    };
    return { ...addresses, superuser: client, original, addPractice, signIn, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
