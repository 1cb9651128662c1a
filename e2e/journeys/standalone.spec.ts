import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { expect, test } from '../fixtures.ts';

/** Runs a copy of what the build made in a folder outside the repository, looks at it, and sees it end when it is told to. */
async function runAlone(
  part: 'coach' | 'portal' | 'worker',
  built: string,
  into: string,
  server: string,
  look: (url: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `groundwork-standalone-${part}-`));
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  await cp(join(import.meta.dirname, '../../apps', part, built), join(folder, into), {
    recursive: true,
    verbatimSymlinks: true,
  });
  const name = part.toUpperCase();
  const child = spawn(process.execPath, [join(folder, server)], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_PATH: '',
      [`GROUNDWORK_${name}_PORT`]: String(port),
      [`GROUNDWORK_${name}_URL`]: url,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  try {
    await expect
      .poll(() =>
        fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    await look(url);
    child.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

for (const app of ['coach', 'portal'] as const) {
  test(`the ${app} app runs where nothing of the repository is`, { tag: '@desktop' }, async () => {
    await runAlone(app, '.next/standalone', '.', `apps/${app}/server.mjs`, async (url) => {
      const page = await fetch(`${url}/sign-in`);
      expect(page.status).toBe(200);
      expect(page.headers.get('x-powered-by')).toBeNull();
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
      const files = [...(await page.text()).matchAll(/"(\/_next\/static\/[^"]+\.(?:js|css))"/g)].map(
        ([, file]) => file,
      );
      expect(files.length).toBeGreaterThan(1);
      for (const file of files) expect((await fetch(`${url}${file}`)).status, file).toBe(200);
      expect((await fetch(`${url}/nowhere`)).status).toBe(404);
    });
  });
}

test('the worker runs where nothing of the repository is', { tag: '@desktop' }, async () => {
  await runAlone('worker', 'dist', 'dist', 'dist/worker.mjs', async () => {});
});
