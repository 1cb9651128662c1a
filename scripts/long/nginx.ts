import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { root } from '../install.mjs';
import type { Front, Instances } from './front.ts';
import { pause } from './rig.ts';

/** Nobody listens there. */
const nobody = [9] as const;

/**
 * An nginx in front of instances, with `deploy/nginx.conf` itself: only its ports are other ones, and it speaks no TLS.
 * @throws when nginx is not installed (Debian: `apt-get install nginx-light`).
 */
export async function startNginx({ coach = nobody, portal = nobody }: Partial<Instances>): Promise<Front> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-nginx-'));
  const ports = [await findFreePort(), await findFreePort()] as const;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const deployed = await readFile(join(root, 'deploy/nginx.conf'), 'utf8');
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 8192; }
http {
access_log off; ${temporary.join(' ')}
${adapt(deployed, { coach, portal, ports })}
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  child.on('error', () => {});
  const gone = once(child, 'close');
  const [coachUrl, portalUrl] = ports.map((port) => `http://127.0.0.1:${port}`) as [string, string];
  // It answers this itself, whoever is behind it.
  while (
    !(await fetch(`${portalUrl}/readyz`).then(
      ({ status }) => status === 404,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || child.pid === undefined) {
      throw new Error('nginx did not start: the suite needs it, as in apt-get install nginx-light');
    }
    await pause(20);
  }
  return {
    name: 'nginx',
    coachUrl,
    portalUrl,
    close: async () => {
      child.kill('SIGQUIT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function adapt(
  deployed: string,
  { coach, portal, ports }: Instances & { readonly ports: readonly [number, number] },
): string {
  const servers = (instances: readonly number[]) =>
    `{ ${instances.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join(' ')} }`;
  let next = 0;
  const adapted = deployed
    .replace(/(?<=upstream groundwork_coach )\{[^}]*\}/, servers(coach))
    .replace(/(?<=upstream groundwork_portal )\{[^}]*\}/, servers(portal))
    .replace(/^ *ssl_.*$/gm, '')
    .replace(/listen 443 ssl;/g, () => `listen 127.0.0.1:${ports[next++]};`);
  if (next !== ports.length) throw new Error('deploy/nginx.conf has another form than the suites know');
  return adapted;
}
