import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../find-chromium.ts';

/** Fetched when it is asked for: 113 packages and 170 MB are too many to install with the project. */
const lighthouse = 'lighthouse@13.5.0';

/** What Lighthouse says of a page on a phone: scores of 100, times in ms, the shift of its layout without a unit. */
export interface PageScores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly largestPaintMs: number;
  readonly blockedMs: number;
  readonly layoutShift: number;
}

interface LighthouseReport {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/**
 * Lighthouse loads the page as fast as this machine can and calculates what a phone would have taken, or lets the browser slow its
 * connection and its CPU meanwhile. The calculation counts every script that is there before the first paint: on one machine, all.
 * @throws where Lighthouse can't be fetched or the page can't be loaded.
 */
export async function scorePage(
  url: string,
  cookie: string | undefined,
  slowedBy: 'simulation' | 'browser' = 'simulation',
): Promise<PageScores> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-lighthouse-'));
  const output = join(folder, 'report.json');
  const { executablePath, env } = await findChromium();
  try {
    await promisify(execFile)(
      'npx',
      [
        '-y',
        lighthouse,
        url,
        '--quiet',
        '--output=json',
        `--output-path=${output}`,
        '--only-categories=performance,accessibility,best-practices',
        `--throttling-method=${slowedBy === 'simulation' ? 'simulate' : 'devtools'}`,
        '--chrome-flags=--headless=new --no-sandbox --disable-background-networking',
        ...(cookie === undefined ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
      ],
      { env: { ...process.env, ...env, CHROME_PATH: executablePath }, timeout: 180_000 },
    );
    return read(JSON.parse(await readFile(output, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function read({ runtimeError, categories, audits }: LighthouseReport): PageScores {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const score = (name: string) => Math.round(100 * (categories[name]?.score ?? Number.NaN));
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    largestPaintMs: value('largest-contentful-paint'),
    blockedMs: value('total-blocking-time'),
    layoutShift: value('cumulative-layout-shift'),
  };
}
