import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { listLadder } from '@groundwork/engine/catalogue/catalogue';
import type { Exercise } from '@groundwork/engine/catalogue/exercise';
import { type Equipment, type Ladder, ladders } from '@groundwork/engine/vocabulary';
import { drawFigure, type FigureMode } from '@groundwork/ui/figures/figure';
import type { Figure } from '@groundwork/ui/figures/figure-spec';
import { type Box, frameClose, frameFigure } from '@groundwork/ui/figures/frame-figure';
import { findFigure, listDrawnKits } from '@groundwork/ui/figures/poses';
import { compile } from 'tailwindcss';
import { root } from './install.mjs';

/**
 * The contact sheet of the exercise figures: a page a ladder in light and dark, every figure at its three sizes (the
 * list's 84 × 60, the session's moving, full width still). With a Chromium on the machine each page is also a PNG.
 */
const folder = join(root, '.data/figures');
const themes = ['light', 'dark'] as const;
const sheetWidth = 1240;
const rowHeight = 322;
const rowsTop = 70;

const programs = [
  process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const layout = `
body { margin: 0; padding: 16px 24px; box-sizing: border-box; width: ${sheetWidth}px; background: var(--color-paper); color: var(--color-ink); font: 14px/20px sans-serif; }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 32px; }
article { display: grid; grid-template-columns: 210px 84px 390px 1fr; gap: 24px; align-items: end; height: ${rowHeight - 24}px; padding: 12px 0; box-sizing: border-box; border-top: 1px solid var(--color-rule); }
article > div { align-self: start; }
small { display: block; color: var(--color-ink-3); }
.list { width: 84px; height: 60px; }
.session { height: 188px; max-width: 390px; justify-self: center; }
.full { width: 100%; max-height: 270px; }`;

interface Row {
  readonly exercise: Exercise;
  readonly kit: Equipment | undefined;
}

/** Every exercise of a ladder, and again with each kit that it looks different with. */
const listRows = (ladder: Ladder): readonly Row[] =>
  listLadder(ladder)
    .flat()
    .flatMap((exercise) => [undefined, ...listDrawnKits(exercise.id)].map((kit) => ({ exercise, kit })));

function findRow({ exercise, kit }: Row): Figure {
  const figure = findFigure(exercise.id, kit);
  if (!figure) throw new Error(`${exercise.id} has no figure`);
  return figure;
}

function drawSvg(row: Row, size: string, box: (figure: Figure) => Box, mode: FigureMode): string {
  const figure = findRow(row);
  const name = `${size}-${`${row.exercise.id} ${row.kit ?? ''}`.trim().replaceAll(/[_ ]/g, '-')}`;
  return `<svg class="gw-fig ${size} ${name}" viewBox="${box(figure).join(' ')}" role="img" aria-label="${figure.title}">${drawFigure(figure, mode, name)}</svg>`;
}

function drawRow(row: Row): string {
  const sizes = [
    drawSvg(row, 'list', frameClose, 'end'),
    drawSvg(row, 'session', frameFigure, 'move'),
    drawSvg(row, 'full', frameFigure, 'still'),
  ];
  const { exercise, kit } = row;
  const name = `${exercise.rung}. ${exercise.name}${kit ? `, ${kit}` : ''}`;
  return `<article><div><b>${name}</b><small>${exercise.id}</small><small>${findRow(row).title}</small></div>${sizes.join('')}</article>`;
}

const drawSheet = (ladder: Ladder, theme: (typeof themes)[number], css: string) =>
  `<!doctype html><html lang="en" data-theme="${theme}"><meta charset="utf-8"><title>${ladder}</title><style>${css}${layout}</style><body><h1>${ladder}</h1>${listRows(ladder).map(drawRow).join('')}</body></html>`;

async function photograph(program: string, page: string, height: number): Promise<void> {
  await promisify(execFile)(program, [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-prefers-reduced-motion'],
    ...[`--window-size=${sheetWidth},${height}`, `--screenshot=${page.replace(/html$/, 'png')}`],
    pathToFileURL(page).href,
  ]);
}

const tokens = await readFile(fileURLToPath(import.meta.resolve('@groundwork/ui/tokens.css')), 'utf8');
const css = (await compile(tokens)).build([]);
const program = programs.find((path) => path !== '' && existsSync(path));
await mkdir(folder, { recursive: true });

const links: string[] = [];
for (const ladder of ladders) {
  for (const theme of themes) {
    const name = `${ladder.replaceAll('_', '-')}-${theme}.html`;
    const page = join(folder, name);
    await writeFile(page, drawSheet(ladder, theme, css));
    links.push(`<li><a href="${name}">${ladder}, ${theme}</a></li>`);
    if (program) await photograph(program, page, rowsTop + rowHeight * listRows(ladder).length);
  }
}
const index = join(folder, 'index.html');
await writeFile(
  index,
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Exercise figures</title><ul>${links.join('')}</ul></html>`,
);
console.log(
  `✓ Exercise figures: ${index}${program ? ', with a PNG of each page' : ' (no Chromium found, so no PNGs)'}`,
);
