import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { root } from '../install.mjs';
import type { Front, Instances } from './front.ts';
import { pause } from './rig.ts';

/** Caddy's own authority certifies such names by itself. */
const names = { coach: 'coach.localhost', portal: 'portal.localhost' } as const;

/**
 * A Caddy in front of instances, with `deploy/Caddyfile` itself: only its ports are other ones, and its certificates its own authority's.
 * @throws when Caddy is not installed (Debian: `apt-get install caddy`).
 */
export async function startCaddy({ coach, portal }: Instances): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-caddy-'));
  const [plain, port] = [await findFreePort(), await findFreePort()];
  await writeFile(
    join(folder, 'Caddyfile'),
    `{
  http_port ${plain}
  https_port ${port}
  admin off
  skip_install_trust
  log {
    output file ${folder}/log
  }
}
import ${join(root, 'deploy/Caddyfile')}
`,
  );
  const list = (ports: readonly number[]) => ports.map((one) => `127.0.0.1:${one}`).join(' ');
  const child = spawn('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], {
    env: {
      ...process.env,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      COACH_NAME: names.coach,
      PORTAL_NAME: names.portal,
      COACH_INSTANCES: list(coach),
      PORTAL_INSTANCES: list(portal),
    },
    stdio: 'ignore',
  });
  child.on('error', () => {});
  const gone = once(child, 'close');
  const authority = join(folder, 'caddy/pki/authorities/local/root.crt');
  for (;;) {
    if (child.exitCode !== null || child.pid === undefined) {
      throw new Error('Caddy did not start: the suite needs it, as in apt-get install caddy');
    }
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
    if (log.includes('serving initial configuration')) break;
    await pause(50);
  }
  return {
    name: 'Caddy',
    coachUrl: `https://${names.coach}:${port}`,
    portalUrl: `https://${names.portal}:${port}`,
    authority: await readFile(authority, 'utf8'),
    close: async () => {
      child.kill('SIGTERM');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
