// Completes what Next traced of the app in the current folder: `.next/standalone` then runs on any machine with Node.js, without the repository.
import { cp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

const traced = '.next/standalone';
const own = join(traced, 'apps', basename(process.cwd()));

for (const part of ['dist', '.next/static', 'public']) {
  await cp(part, join(own, part), { recursive: true }).catch((error) => {
    // Not every app has files that are served as they are.
    if (error.code !== 'ENOENT' || part !== 'public') throw error;
  });
}
// In place of Next's own server. Like that one it hands the configuration of the build on: what reads and compiles a configuration is not traced.
await rm(join(own, 'server.js'));
await writeFile(
  join(own, 'server.mjs'),
  `import { readFileSync } from 'node:fs';

process.chdir(import.meta.dirname);
const { config } = JSON.parse(readFileSync('.next/required-server-files.json', 'utf8'));
process.env.NODE_ENV = 'production';
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
await import('./dist/server.mjs');
`,
);
