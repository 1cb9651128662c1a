import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './install.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-boundaries-'));
  await cp(join(root, 'biome.json'), join(folder, 'biome.json'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Lints one import as if it stood in a file of the workspace; returns what the linter says against it, or an empty string. */
function lintImport(file: string, specifier: string): Promise<string> {
  return lintText(file, `import * as found from '${specifier}';\nexport const all = found;\n`, 'noRestrictedImports');
}

/** What one rule of the linter says against a text as if it were a file of the workspace, or an empty string. */
async function lintText(file: string, text: string, rule: string): Promise<string> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const flags = [`--only=style/${rule}`, '--vcs-enabled=false', '--colors=off'];
  return new Promise((resolve) => {
    execFile(process.execPath, [biome, 'lint', ...flags, file], { cwd: folder }, (error, stdout, stderr) =>
      resolve(error === null ? '' : `${stdout}${stderr}`.replace(/\s+/g, ' ')),
    );
  });
}

describe('boundaries', () => {
  const refused: [file: string, specifier: string, saying: string][] = [
    ['packages/engine/src/place.ts', 'node:fs', 'The engine is pure'],
    ['packages/engine/src/place.ts', 'zod', 'The engine is pure'],
    ['packages/engine/src/place.ts', '@groundwork/db/scope', 'The engine is pure'],
    ['packages/engine/src/place.test.ts', '@groundwork/db/scope', 'The engine is pure'],
    ['packages/engine/src/place.ts', '../command/groundwork.ts', 'The engine is pure'],
    ['packages/engine/command/groundwork.ts', '@groundwork/db/scope', 'a thin shell over the engine'],
    ['packages/engine/command/groundwork.ts', '@groundwork/engine/placement', 'a thin shell over the engine'],
    ['packages/engine/command/groundwork.ts', 'zod', 'a thin shell over the engine'],
    ['packages/engine/command/groundwork.ts', '../../db/src/scope.ts', 'a thin shell over the engine'],
    ['packages/engine/command/groundwork.ts', '../src/testing/article-runner.ts', 'stays in tests'],
    ['packages/engine/command/groundwork.test.ts', '@groundwork/db/scope', 'nothing but the engine'],
    ['packages/engine/command/groundwork.test.ts', '../../api/src/trpc.ts', 'nothing but the engine'],
    ['packages/db/src/scope.ts', '@groundwork/auth/principal', 'below packages/auth'],
    ['packages/db/src/scope.ts', '@groundwork/api/trpc', 'below packages/api'],
    ['packages/auth/src/principal.ts', '@groundwork/api/trpc', 'below packages/api'],
    ['packages/auth/src/principal.ts', 'pg', 'Only packages/db'],
    ['packages/api/src/trpc.ts', 'pg', 'Only packages/db'],
    ['packages/api/src/trpc.ts', 'next-auth', 'Only packages/auth'],
    ['packages/db/src/telemetry.ts', '@opentelemetry/api', 'Only packages/telemetry'],
    ['packages/auth/src/sign-in.ts', '@opentelemetry/api', 'Only packages/telemetry'],
    ['packages/api/src/trpc.ts', '@opentelemetry/sdk-trace', 'Only packages/telemetry'],
    ['apps/coach/server.ts', '@opentelemetry/api', 'Only packages/telemetry'],
    ['apps/worker/worker.ts', '@opentelemetry/api', 'Only packages/telemetry'],
    ['packages/api/src/trpc.ts', 'next/headers', 'Next belongs to the apps'],
    ['packages/api/src/trpc.ts', '@groundwork/ui/primitives/button', 'knows no screens'],
    ['packages/api/src/trpc.ts', '../../db/src/scope.ts', 'by its name'],
    ['packages/ui/src/training/week-strip.tsx', '@groundwork/api/views/client-row', 'below packages/api'],
    ['packages/ui/src/training/week-strip.tsx', '@groundwork/db/schema/client', 'never touches the database'],
    ['apps/coach/app/page.tsx', '@groundwork/db/scope', 'never reach the database'],
    ['apps/coach/clients/client-table.tsx', 'drizzle-orm', 'build no SQL'],
    ['apps/portal/app/today/page.tsx', '@groundwork/db/schema/client', 'never reach the database'],
    ['apps/portal/app/today/page.tsx', 'next-auth/next', 'Only packages/auth'],
    ['apps/portal/app/today/page.tsx', '../../../../packages/api/src/trpc.ts', 'by its name'],
    ['apps/worker/worker.ts', '@groundwork/db/mail', 'never reach the database'],
  ];
  it.each(refused)('%s may not import %s', async (file, specifier, saying) => {
    expect(await lintImport(file, specifier)).toContain(saying);
  });

  const allowed: [file: string, specifier: string][] = [
    ['packages/engine/src/place.ts', './vocabulary.ts'],
    ['packages/engine/src/catalogue/catalogue.ts', '../vocabulary.ts'],
    ['packages/engine/src/place.test.ts', 'fast-check'],
    ['packages/engine/command/groundwork.ts', 'node:fs'],
    ['packages/engine/command/groundwork.ts', '../src/command/run-command.ts'],
    ['packages/engine/command/groundwork.ts', './list-schema-breaks.ts'],
    ['packages/engine/command/groundwork.test.ts', 'vitest'],
    ['packages/engine/command/groundwork.test.ts', '../src/testing/article-runner.ts'],
    ['packages/db/src/scope.ts', 'pg'],
    ['packages/auth/src/options.ts', 'next-auth'],
    ['packages/api/src/trpc.ts', '@groundwork/db/scope'],
    ['packages/telemetry/src/open-telemetry.ts', '@opentelemetry/api'],
    ['packages/ui/src/training/week-strip.tsx', '@groundwork/engine/vocabulary'],
    ['apps/coach/app/page.tsx', '@groundwork/api/coach/coach-router'],
    ['apps/coach/app/page.tsx', '../clients/client-table.tsx'],
    ['apps/worker/worker.ts', 'graphile-worker'],
  ];
  it.each(allowed)('%s may import %s', async (file, specifier) => {
    expect(await lintImport(file, specifier)).toBe('');
  });

  const impure: [text: string, saying: string][] = [
    ['process.exitCode = 2;', 'only packages/engine/command touches the machine'],
    ['export const now = Date.now();', 'has no clock'],
    ['export const id = crypto.randomUUID();', 'has no randomness'],
    ['console.log(1);', 'let packages/engine/command print it'],
  ];
  it.each(impure)('the engine may not say %s, and its command may', async (text, saying) => {
    expect(await lintText('packages/engine/src/place.ts', `${text}\n`, 'noRestrictedGlobals')).toContain(saying);
    expect(await lintText('packages/engine/command/groundwork.ts', `${text}\n`, 'noRestrictedGlobals')).toBe('');
  });
});
