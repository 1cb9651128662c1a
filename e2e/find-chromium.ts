import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium as playwright } from '@playwright/test';
import packaged, { inflate } from '@sparticuz/chromium';

export interface ChromiumProgram {
  executablePath: string;
  /** What it needs in its environment, beside what this process has. */
  env: Readonly<Record<string, string>>;
}

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Finds a Chromium that really starts: the one that `PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH` names, Playwright's own, the system's, or the one
 * packed into the npm package `@sparticuz/chromium`, which is unpacked once.
 *
 * @param options.withoutWindows Prefers the packed one: the same engine without the browser's own windows around each page, for a quarter less
 * processor time, and the same wherever it runs.
 * @throws with a line that says how to get one.
 */
export async function findChromium(options: { readonly withoutWindows?: boolean } = {}): Promise<ChromiumProgram> {
  const named = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') {
    if (await starts({ executablePath: named, env: {} })) return { executablePath: named, env: {} };
    throw new Error(`PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH=${named} does not start: correct it, or unset it.`);
  }
  const places = options.withoutWindows ? [unpackChromium, findInstalled] : [findInstalled, unpackChromium];
  for (const look of places) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error('No Chromium starts on this machine: run `npx playwright install --with-deps chromium`, then again.');
}

async function findInstalled(): Promise<ChromiumProgram | undefined> {
  for (const executablePath of [playwright.executablePath(), ...systemPaths]) {
    if (existsSync(executablePath) && (await starts({ executablePath, env: {} }))) return { executablePath, env: {} };
  }
  return undefined;
}

async function unpackChromium(): Promise<ChromiumProgram | undefined> {
  if (process.platform !== 'linux') return undefined;
  const folder = fileURLToPath(new URL('node_modules/.cache/chromium', import.meta.url));
  await mkdir(folder, { recursive: true });
  // The package unpacks into the system's temporary folder, which others may have written to; this names a folder of our own.
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const executablePath = await packaged.executablePath();
    const fonts = { FONTCONFIG_FILE: await writeFontConfig(folder) };
    if (await starts({ executablePath, env: fonts })) return { executablePath, env: fonts };
    // A bare system lacks libraries that the package carries for one.
    const packages = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
    const libraries = await inflate(join(packages, '../bin/al2023.tar.br'));
    const env = { ...fonts, LD_LIBRARY_PATH: join(libraries, 'lib') };
    if (await starts({ executablePath, env })) return { executablePath, env };
    // Perhaps it was interrupted while it unpacked: the next run does so anew.
    await rm(folder, { recursive: true });
    return undefined;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/** The package's own file names folders of the service it was made for; without a font the browser ends at the first text. */
async function writeFontConfig(folder: string): Promise<string> {
  const path = join(folder, 'groundwork-fonts.conf');
  const dirs = [join(folder, 'fonts/fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = dirs.map((dir) => `  <dir>${dir}</dir>\n`).join('');
  await writeFile(path, `<fontconfig>\n${lines}  <cachedir>${join(folder, 'fonts-cache')}</cachedir>\n</fontconfig>\n`);
  return path;
}

async function starts({ executablePath, env }: ChromiumProgram): Promise<boolean> {
  try {
    await promisify(execFile)(executablePath, ['--version', '--no-sandbox'], {
      env: { ...process.env, ...env },
      timeout: 15_000,
    });
    return true;
  } catch {
    return false;
  }
}
