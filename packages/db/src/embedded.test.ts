import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Embedded, embeddedMajor, startEmbedded } from './embedded.ts';
import { findFreePort } from './testing/global-setup.ts';

const dataFolder = join(process.env.GROUNDWORK_TEST_FOLDER ?? tmpdir(), `db-test-${randomBytes(6).toString('hex')}`);
const passwords = { superuser: 'p@ss w/rd', owner: 'öwner' };
let port: number;

beforeAll(async () => {
  port = await findFreePort();
  await (await start()).stop();
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

const start = (options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<Embedded> =>
  startEmbedded({ dataFolder, port, passwords, durable: false, stopOnSignals: false, ...options });

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function ask(url: string, statement: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows[0];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('keeps its data, gives an owner that is no superuser, and is gone when stopped', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isAlive(first.processId)).toBe(false);
    const second = await start();
    try {
      expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual({ answer: 42 });
      expect(
        await ask(second.ownerUrl, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user'),
      ).toEqual({
        rolsuper: false,
        rolcreaterole: true,
      });
      expect(
        await ask(second.ownerUrl, `select split_part(current_setting('server_version'), '.', 1) as major`),
      ).toEqual({
        major: String(embeddedMajor),
      });
    } finally {
      await second.stop();
    }
  });

  it('says so when the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((settle) => server.listen(port, '127.0.0.1', settle));
    await expect(start()).rejects.toMatchObject({
      kind: 'port_taken',
      message: expect.stringContaining(`Port ${port} is taken`),
    });
    await new Promise((settle) => server.close(settle));
  });

  it('says so when it runs already', async () => {
    const running = await start();
    try {
      await expect(start()).rejects.toMatchObject({
        kind: 'already_running',
        message: expect.stringContaining(`process ${running.processId}`),
      });
    } finally {
      await running.stop();
    }
  });

  it('says so when the data are of another version, or none', async () => {
    const file = join(dataFolder, 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    for (const [found, message] of [
      ['16\n', `was made by PostgreSQL 16, not ${embeddedMajor}`],
      ['', 'is not a PostgreSQL data folder'],
    ] as const) {
      await writeFile(file, found);
      await expect(start()).rejects.toMatchObject({ kind: 'other_version', message: expect.stringContaining(message) });
    }
    await writeFile(file, version);
  });

  it('says so when the passwords are not those of the data', async () => {
    await expect(start({ passwords: { superuser: 'other', owner: 'other' } })).rejects.toMatchObject({
      kind: 'wrong_password',
    });
    await (await start()).stop();
  });

  it('says what PostgreSQL said when it does not start', async () => {
    const file = join(dataFolder, 'postgresql.conf');
    const settings = await readFile(file, 'utf8');
    await writeFile(file, `${settings}\nshared_buffers = nonsense\n`);
    await expect(start()).rejects.toMatchObject({
      kind: 'crashed',
      message: expect.stringContaining('contains errors'),
    });
    await writeFile(file, settings);
  });

  it('tells when it dies on its own', async () => {
    let told = (_: string) => {};
    const death = new Promise<string>((settle) => {
      told = settle;
    });
    const running = await start({ onCrash: ({ kind }) => told(kind) });
    process.kill(running.processId, 'SIGQUIT');
    expect(await death).toBe('crashed');
    await running.stop();
    await (await start()).stop();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is gone after %s', async (signal) => {
    const { starter, processId } = await startElsewhere();
    starter.kill(signal);
    await new Promise((settle) => starter.once('exit', settle));
    expect(isAlive(processId)).toBe(false);
  });

  it('of a starter that was killed is ended and taken over', async () => {
    const { starter, processId } = await startElsewhere();
    starter.kill('SIGKILL');
    await new Promise((settle) => starter.once('exit', settle));
    expect(isAlive(processId)).toBe(true);
    const next = await start();
    expect(next.processId).not.toBe(processId);
    expect(await ask(next.ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
    await next.stop();
  });
});

/** A cluster started by another process, as a launcher does it. */
async function startElsewhere() {
  const source = `
    import { startEmbedded } from ${JSON.stringify(fileURLToPath(new URL('./embedded.ts', import.meta.url)))};
    const running = await startEmbedded(${JSON.stringify({ dataFolder, port, passwords, durable: false })});
    console.log(running.processId);
    setInterval(() => {}, 1000);
  `;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const processId = await new Promise<number>((settle, refuse) => {
    starter.stdout.once('data', (chunk) => settle(Number(String(chunk).trim())));
    starter.once('exit', (code) => refuse(new Error(`The starter ended with ${code}`)));
  });
  return { starter, processId };
}
