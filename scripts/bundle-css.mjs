// Bundles a style sheet of the package in the current folder for a server that serves it as a plain file:
// `node ../../scripts/bundle-css.mjs <entry.css> <outfile.css>`. Fonts land beside it.
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'tailwindcss';

const [entry, outfile] = process.argv.slice(2);
if (entry === undefined || outfile === undefined) {
  console.error('usage: bundle-css.mjs <entry.css> <outfile.css>');
  process.exit(1);
}

const { outputFiles } = await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  write: false,
  logLevel: 'warning',
  // The tokens are written in Tailwind's at-rules, which the compiler below turns into plain CSS.
  logOverride: { 'unsupported-@-rule': 'silent' },
  loader: { '.woff2': 'file' },
  assetNames: '[name]',
});

for (const { path, text, contents } of outputFiles) {
  const plain = path.endsWith('.css') ? (await compile(text)).build([]) : contents;
  await writeFile(join(dirname(outfile), path.slice(path.lastIndexOf('/') + 1)), plain);
}
