import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import type { Claim } from './claim.ts';

const title = '## Safety and reliability';
const head = `${title}

What \`pnpm test:long\` found, suite by suite; \`scripts/long/parameters.ts\` says how much of everything each one does.

| Claim | Done | Found | Holds | On |
|---|---|---|---|---|`;

/** Puts claims into the section of a report, over the lines of the same claims, and leaves the rest of the report alone. */
export async function writeTable(file: string, claims: readonly Claim[], now = new Date()): Promise<void> {
  const report = await readFile(file, 'utf8').catch(() => '# Benchmarks\n');
  // Beside other work every time is an upper bound.
  const on = `${now.toISOString().slice(0, 10)}, ${availableParallelism()} cores, load ${Math.round(loadavg()[0] ?? 0)}`;
  await writeFile(file, placeClaims(report, claims, on));
}

export function placeClaims(report: string, claims: readonly Claim[], on: string): string {
  const start = report.indexOf(title);
  const before = start < 0 ? report.trimEnd() : report.slice(0, start).trimEnd();
  const section = start < 0 ? '' : report.slice(start);
  // Other sections begin with a title or with their own mark.
  const next = section.slice(1).search(/\n(?:## |<!-- )/) + 1;
  const after = next === 0 ? '' : section.slice(next).trim();
  const old = (next === 0 ? section : section.slice(0, next)).split('\n').filter((line) => /^\| (?!Claim)/.test(line));
  const fresh = claims.map(
    ({ claim, done, found, holds }) => `| ${claim} | ${done} | ${found} | ${holds ? 'yes' : '**no**'} | ${on} |`,
  );
  const kept = old.filter((line) => !claims.some(({ claim }) => line.startsWith(`| ${claim} |`)));
  return `${[before, [head, ...kept, ...fresh].join('\n'), after].filter((part) => part !== '').join('\n\n')}\n`;
}
