import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './install.mjs';

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const listNames = (folder: string) =>
  files.filter((file) => dirname(file) === folder).map((file) => basename(file, '.ts'));
const listParents = (file: string): readonly string[] => {
  const parent = dirname(file);
  return parent === '.' ? [] : [parent, ...listParents(parent)];
};
const places = new Set(files.flatMap((file) => [file, ...listParents(file)]));

const commands: Readonly<Record<string, readonly string[]>> = {
  '': [...Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts), 'exec', 'sbom', 'audit'],
  ops: listNames('scripts/ops'),
  'test:long': listNames('scripts/long'),
};

const isFile = (name: string) => files.some((file) => file === name || file.endsWith(`/${name}`));

/** What a document names that is not there: where its links lead, files of code, commands. */
function listDangling(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) => to);
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, said = '']) => said);
  const named = code.filter((said) => /^[\w./@-]*\w\.(?:tsx?|mjs|sh)$/.test(said));
  const called = code.flatMap((said) => [...said.matchAll(/\b(?:pnpm|npm run)(?: (ops|test:long))? ([a-z][\w:-]*)/g)]);
  return [
    ...links.filter((to) => !places.has(join(dirname(document), to).replace(/\/$/, ''))),
    ...named.filter((name) => !isFile(name)),
    ...called.flatMap(([said, of = '', name = '']) => (commands[of]?.includes(name) ? [] : [said])),
  ];
}

it('no document leads to, names or calls what is not there', () => {
  const documents = files.filter((file) => file.endsWith('.md'));
  expect(documents.length).toBeGreaterThan(20);
  const dangling = documents.flatMap((document) =>
    listDangling(document, readFileSync(join(root, document), 'utf8')).map((what) => `${document}: ${what}`),
  );
  expect(dangling).toEqual([]);
});

it('what is not there would be found', () => {
  const text =
    'See [there](gone.md), [here](asvs.md), `gone.test.ts`, `docs.test.ts`; `pnpm ops vanish`, `pnpm ops doctor`, `npm run gone`.';
  expect(listDangling('docs/any.md', text)).toEqual(['gone.md', 'gone.test.ts', 'pnpm ops vanish', 'npm run gone']);
});

/** The chapters of OWASP ASVS 5.0. */
const chapters = Array.from({ length: 17 }, (_, index) => `V${index + 1}`);

it('every chapter of the standard has its line, and every suite of the gate that guards has a place in it', () => {
  const text = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
  expect(chapters.filter((chapter) => !new RegExp(`^\\| ${chapter}[ .]`, 'm').test(text))).toEqual([]);
  const guards = files.filter((file) =>
    /^(packages\/auth|packages\/api\/src\/authorisation)\/.*\.test\.ts$/.test(file),
  );
  expect(guards.length).toBeGreaterThan(10);
  expect(guards.map((file) => basename(file)).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
