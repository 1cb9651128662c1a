import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { root } from '../install.mjs';
import type { Claim } from './claim.ts';
import { listDatabaseGuards } from './guards/database-guards.ts';
import { type Guard, type GuardKind, guardKinds, guardSources, instrument, isGuarded } from './guards/find-guards.ts';
import { type Miss, openTrial } from './guards/trial.ts';
import type { Parameters } from './parameters.ts';

/**
 * Takes every guard away, one at a time, and asks for a quick test that fails without it. The files stay as they are: what Vitest loads has a
 * switch around each guard, and of what the database keeps a test's own database is changed and changed back. `GROUNDWORK_GUARDS=^rung` tries
 * those alone whose kind and id it matches.
 */
export async function run({ guards: { share } }: Parameters): Promise<readonly Claim[]> {
  const found: Guard[] = [];
  for (const file of globSync(guardSources, { cwd: root }).filter(isGuarded).sort()) {
    found.push(...instrument(await readFile(join(root, file), 'utf8'), file).guards);
  }
  const trial = await openTrial(found);
  try {
    const all = [...found, ...(await listDatabaseGuards(trial.templateUrl()))];
    const wanted = process.env.GROUNDWORK_GUARDS === undefined ? undefined : new RegExp(process.env.GROUNDWORK_GUARDS);
    const chosen = all.filter(
      ({ id, kind }, index) => index % share === 0 && (wanted === undefined || wanted.test(`${kind} ${id}`)),
    );
    const { missed, inseparable } = await trial.tryWithout(chosen);
    const tried = chosen.filter(({ id }) => !inseparable.has(id));
    const lonely = tried.filter(({ id }) => !missed.has(id));
    await writeReport(tried, missed);
    return [
      {
        claim: 'guards are needed',
        done: `${tried.length} of ${all.length - inseparable.size} guards taken away one at a time: ${countKinds(tried)}`,
        found:
          lonely.length === 0
            ? 'each is missed by a quick test'
            : `${lonely.length} missed by nobody: ${lonely.map(({ id }) => id).join('; ')}`,
        holds: lonely.length === 0,
      },
    ];
  } finally {
    await trial.close();
  }
}

const countKinds = (guards: readonly Guard[]): string =>
  (Object.keys(guardKinds) as GuardKind[])
    .map((kind) => ({ kind, count: guards.filter((guard) => guard.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ');

async function writeReport(guards: readonly Guard[], missed: ReadonlyMap<string, Miss>): Promise<void> {
  await mkdir(join(root, 'test-results'), { recursive: true });
  const inTable = (text: string) => text.replaceAll('|', '\\|').replaceAll('`', "'");
  const lines = guards.map(({ kind, id, says }) => {
    const miss = missed.get(id);
    return `| ${kind} | ${inTable(id)} | \`${inTable(says)}\` | ${miss ? inTable(`${basename(miss.file)}: ${miss.test}`) : '**nobody**'} |`;
  });
  await writeFile(
    join(root, 'test-results/guards.md'),
    `| Kind | Guard | Says | Missed by |\n|---|---|---|---|\n${lines.join('\n')}\n`,
  );
}
