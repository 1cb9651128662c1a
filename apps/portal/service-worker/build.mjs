// Bundles the service worker after `next build`, with the list of files that the phone keeps.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const app = fileURLToPath(new URL('..', import.meta.url));
const buildId = readFileSync(join(app, '.next/BUILD_ID'), 'utf8').trim();

const listFiles = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
const addressOf = (folder, file) => relative(folder, file).split(sep).join('/');

const bundled = join(app, '.next/static');
const given = join(app, 'public');
const filesToKeep = [
  // Their names carry a hash, so they need no revision.
  ...listFiles(bundled)
    .filter((file) => /\.(js|css|woff2)$/.test(file))
    .map((file) => ({ url: `/_next/static/${addressOf(bundled, file)}`, revision: null })),
  ...listFiles(given).map((file) => ({ url: `/${addressOf(given, file)}`, revision: hashOf(file) })),
  { url: '/offline', revision: buildId },
  { url: '/manifest.webmanifest', revision: buildId },
];

await build({
  entryPoints: [join(app, 'service-worker/service-worker.ts')],
  outfile: join(app, 'dist/service-worker.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"', filesToKeep: JSON.stringify(filesToKeep) },
  logLevel: 'warning',
});
console.log(`service worker keeps ${filesToKeep.length} files`);
