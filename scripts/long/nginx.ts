import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@groundwork/db/testing/global-setup';
import { pause } from './rig.ts';

export interface Proxy {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * An nginx in front of instances on this machine, as `deploy/nginx.conf` has it: whoever refuses a connection is left out for a second.
 * @throws when nginx is not installed (Debian: `apt-get install nginx-light`).
 */
export async function startNginx(ports: readonly number[]): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-nginx-'));
  const port = await findFreePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
worker_processes 1;
events { worker_connections 1024; }
http {
  access_log off; ${temporary.join(' ')}
  upstream app { ${ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://app;
      proxy_set_header Host $host;
      proxy_connect_timeout 1s;
      proxy_next_upstream error timeout http_503;
    }
  }
}
`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  child.on('error', () => {});
  const gone = once(child, 'close');
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null || child.pid === undefined) {
      throw new Error('nginx did not start: the suite needs it, as in apt-get install nginx-light');
    }
    if (
      await fetch(`${url}/healthz`).then(
        () => true,
        () => false,
      )
    )
      break;
    await pause(20);
  }
  return {
    url,
    close: async () => {
      child.kill('SIGQUIT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
