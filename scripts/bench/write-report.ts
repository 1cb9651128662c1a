import { readFile, writeFile } from 'node:fs/promises';
import { type Figure, isReached, type Target } from './figure.ts';
import type { Section } from './section.ts';

const opening = (name: string) => `<!-- ${name} -->`;
const closing = (name: string) => `<!-- /${name} -->`;

/** Puts each section in its place in the document, or at its end where it has none yet; the others stay. */
export async function writeReport(file: string, sections: readonly Section[], circumstances: string): Promise<void> {
  let document = await readFile(file, 'utf8');
  for (const section of sections)
    document = placeSection(document, section.name, formatSection(section, circumstances));
  await writeFile(file, document);
}

/** The short form, for whoever only looks in: what is reached, and every miss by its name. */
export async function writeShortForm(file: string, sections: readonly Section[]): Promise<void> {
  let document = await readFile(file, 'utf8');
  for (const section of sections) document = placeSection(document, section.name, formatShort(section));
  await writeFile(file, document);
}

/** The document with what stands between the section's marks replaced. */
export function placeSection(document: string, name: string, text: string): string {
  const marked = `${opening(name)}\n\n${text}\n\n${closing(name)}`;
  const from = document.indexOf(opening(name));
  const to = document.indexOf(closing(name));
  if (from < 0 || to < from) return `${document.trimEnd()}\n\n${marked}\n`;
  return document.slice(0, from) + marked + document.slice(to + closing(name).length);
}

/** A section as Markdown. */
export function formatSection({ title, says, figures }: Section, circumstances: string): string {
  const rows = figures.map((figure) =>
    [figure.what, formatValue(figure), formatFloor(figure), formatTarget(figure), figure.note ?? ''].join(' | '),
  );
  const tried = figures.flatMap((figure) =>
    figure.tried !== undefined && isReached(figure) === false ? [`- ${figure.what}: ${figure.tried}`] : [],
  );
  return [
    `## ${title}`,
    `${says} ${circumstances}`,
    ['| What | Figure | Floor | Target | |', '|---|---:|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n'),
    ...(tried.length > 0 ? ['What was tried for the targets that are missed:', tried.join('\n')] : []),
  ].join('\n\n');
}

/** One line: how many targets are reached, and the figures of those that are not. */
export function formatShort({ title, figures }: Section): string {
  const held = figures.filter((figure) => isReached(figure) !== undefined);
  const missed = held.filter((figure) => isReached(figure) === false);
  const misses = missed.map(
    (figure) => `${figure.what} ${formatValue(figure)}${formatRatio(figure)} (${formatAim(figure)})`,
  );
  const count = `**${title}**: ${held.length - missed.length} of ${held.length} targets reached`;
  return `- ${count}${misses.length > 0 ? `; missed: ${misses.join('; ')}` : ''}.`;
}

function formatRatio({ value, floor, target }: Figure): string {
  return target?.of === 'ratio' && floor !== undefined ? `, ${formatNumber(value / floor.value)} of its floor` : '';
}

function formatAim({ target, unit }: Figure): string {
  return target === undefined ? '' : describeTarget(target, unit);
}

function formatValue({ value, unit }: Figure): string {
  return `${formatNumber(value)} ${unit}`;
}

function formatFloor({ value, floor, unit }: Figure): string {
  if (floor === undefined) return '';
  return `${floor.what}: ${formatNumber(floor.value)} ${unit}; ratio ${formatNumber(value / floor.value)}`;
}

function formatTarget(figure: Figure): string {
  const { target } = figure;
  if (target === undefined) return '';
  return `${describeTarget(target, figure.unit)}: ${isReached(figure) ? 'reached' : '**missed**'}`;
}

function describeTarget({ of, least, most }: Target, unit: string): string {
  const end = of === 'ratio' ? ' of the floor' : ` ${unit}`;
  if (least !== undefined) return `at least ${formatNumber(least)}${end}`;
  return `at most ${formatNumber(most ?? Number.NaN)}${end}`;
}

const thousands = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Three digits say enough: the rest is noise. */
export function formatNumber(value: number): string {
  if (Math.abs(value) >= 1000) return thousands.format(Number(value.toPrecision(3)));
  return String(Number(value.toPrecision(3)));
}
