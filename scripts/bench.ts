import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, release, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isReached } from './bench/figure.ts';
import { measureApi } from './bench/measure-api.ts';
import { measureDb } from './bench/measure-db.ts';
import { measureEngine } from './bench/measure-engine.ts';
import { measureExperience } from './bench/measure-experience.ts';
import { measureSize } from './bench/measure-size.ts';
import { measureStart } from './bench/measure-start.ts';
import { measureWeb } from './bench/measure-web.ts';
import type { Section } from './bench/section.ts';
import type { Spans } from './bench/time-calls.ts';
import { formatSection, writeReport, writeShortForm } from './bench/write-report.ts';
import { root, secondsSince } from './install.mjs';

/** `pnpm bench [part …] [--quick] [--write]`, under the project's own Node.js. */

const parts: Readonly<Record<string, (spans: Spans) => Promise<readonly Section[]>>> = {
  engine: measureEngine,
  web: measureWeb,
  api: measureApi,
  db: measureDb,
  size: measureSize,
  start: measureStart,
  experience: measureExperience,
};

const careful: Spans = { warmUp: 10, round: 5 };
const quick: Spans = { warmUp: 3, round: 2 };
const report = join(root, 'docs/benchmarks.md');
const { names, spans, write } = readOptions();
const circumstances = describeCircumstances();
for (const name of names) {
  const start = performance.now();
  console.error(`→ ${name}`);
  const sections = (await parts[name]?.(spans)) ?? [];
  for (const section of sections) console.log(`\n${formatSection(section, circumstances)}`);
  if (write) await save(sections);
  const missed = sections.flatMap(({ figures }) => figures).filter((figure) => isReached(figure) === false).length;
  console.error(`\n✓ ${name} (${secondsSince(start)}), ${missed} of its targets missed`);
}

function readOptions() {
  try {
    const options = { quick: { type: 'boolean' }, write: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.find((name) => !(name in parts));
    if (unknown !== undefined) throw new Error(`There is no part "${unknown}".`);
    const names = positionals.length > 0 ? positionals : Object.keys(parts);
    return { names, spans: values.quick ? quick : careful, write: values.write ?? false };
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    console.error(`Use pnpm bench [${Object.keys(parts).join('|')} …] [--quick] [--write].`);
    process.exit(1);
  }
}

async function save(sections: readonly Section[]): Promise<void> {
  if (!existsSync(report)) await writeFile(report, '# Benchmarks\n');
  await writeReport(report, sections, circumstances);
  await writeShortForm(join(root, 'README.md'), sections);
}

/** When and on what, in words. */
function describeCircumstances(): string {
  const day = new Date().toISOString().slice(0, 10);
  const span = `${spans.warmUp} s of warm-up, the median of three rounds of ${spans.round} s`;
  return `Measured on ${day} with Node.js ${process.versions.node} on ${type()} ${release().split('-')[0]}, ${availableParallelism()} cores: ${span}.`;
}
