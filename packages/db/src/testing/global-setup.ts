import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { makePassword, startEmbedded } from '../embedded.ts';
import { migrate } from '../migrate.ts';
import { makeDataKey } from '../seal.ts';

/** What a test file needs to make its own database on the run's throw-away cluster. */
export interface TestCluster {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly template: string;
  readonly passwords: { readonly app: string; readonly auth: string; readonly worker: string };
  readonly dataKey: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testCluster: TestCluster;
  }
}

export const template = 'groundwork_template';

/**
 * Vitest's `globalSetup`: one throw-away PostgreSQL for the run, migrated once; every test file copies it (`test-database.ts`).
 * `GROUNDWORK_TEST_SERVER_URL` names a superuser of an empty PostgreSQL to use instead, to try another version.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.GROUNDWORK_TEST_SERVER_URL;
  const cluster = given === undefined ? await startCluster() : await useServer(given);
  const passwords = { app: makePassword(), auth: makePassword(), worker: makePassword() };
  const templateUrl = onDatabase(cluster.ownerUrl, template);
  await runAs(cluster.superuserUrl, `create database ${template} owner groundwork_owner`);
  await migrate({ ownerUrl: templateUrl, passwords });
  project.provide('testCluster', {
    superuserUrl: cluster.superuserUrl,
    ownerUrl: cluster.ownerUrl,
    template,
    passwords,
    dataKey: makeDataKey(),
  });
  return cluster.stop;
}

interface Cluster {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
}

async function startCluster(): Promise<Cluster> {
  // Not a private folder: as root, PostgreSQL runs as another user, who has to get through to it.
  const dataFolder = join(process.env.GROUNDWORK_TEST_FOLDER ?? tmpdir(), `db-test-${randomBytes(6).toString('hex')}`);
  const { superuserUrl, ownerUrl, stop } = await startEmbedded({
    dataFolder,
    port: Number(process.env.GROUNDWORK_TEST_POSTGRES_PORT ?? (await findFreePort())),
    passwords: { superuser: makePassword(), owner: makePassword() },
    durable: false,
    maxConnections: 300,
  });
  return {
    superuserUrl,
    ownerUrl,
    stop: async () => {
      await stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function useServer(superuserUrl: string): Promise<Cluster> {
  const password = makePassword();
  await runAs(superuserUrl, `create role groundwork_owner login createrole password '${password}'`);
  const owner = new URL(superuserUrl);
  owner.username = 'groundwork_owner';
  owner.password = password;
  return { superuserUrl, ownerUrl: owner.href, stop: async () => {} };
}

/** The same server and role, another database. */
export function onDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** One statement on a connection of its own. */
export async function runAs(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A port that nothing listened on a moment ago. */
export async function findFreePort(): Promise<number> {
  return new Promise((settle, refuse) => {
    const probe = createServer();
    probe.once('error', refuse);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? settle(address.port) : refuse(new Error('No port')),
      );
    });
  });
}
