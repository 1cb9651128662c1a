import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a production build made once for everybody. */
export interface BuiltPages {
  /** Whether the path is a page or a file that is the same for everybody. */
  readonly isStatic: (path: string) => boolean;
  /** The hashes of a prerendered page's inline scripts, as a policy names them; undefined for any other path. */
  readonly hashesOf: (path: string) => readonly string[] | undefined;
  /** A page that stays as it was built until the next build; undefined for any other path. */
  readonly pageOf: (path: string) => BuiltPage | undefined;
}

/** A prerendered page, ready to be sent. */
export interface BuiltPage {
  readonly html: Buffer;
  readonly gzip: Buffer;
  /** Names these bytes, weakly: packed or not, they are the same page. */
  readonly entityTag: string;
}

interface BuiltRoute {
  /** Null for what is a file and no page. */
  readonly dataRoute: string | null;
  /** False where nothing but a new build changes it; otherwise seconds. */
  readonly initialRevalidateSeconds?: number | false;
  /** Left out for 200. */
  readonly initialStatus?: number;
}

/** The prerendered page that answers where there is none. */
export const notFoundPage = '/_not-found';
/** The one that answers where a page's frame itself has failed. */
export const errorPage = '/_global-error';

/** Nothing is static in development, whatever an earlier build left in the folder. */
export const nothingBuilt: BuiltPages = {
  isStatic: () => false,
  hashesOf: () => undefined,
  pageOf: () => undefined,
};

/**
 * Reads what `next build` left in an app's folder.
 * @returns nothing static where there is no build.
 */
export function readBuiltPages(folder: string): BuiltPages {
  const built = join(folder, '.next');
  const manifest = readJson(join(built, 'prerender-manifest.json'));
  if (manifest === undefined) return nothingBuilt;
  const routes: ReadonlyMap<string, BuiltRoute> = new Map(Object.entries(manifest.routes));
  const files = new Set(listFiles(join(folder, 'public')));
  const fileOf = (path: string) => join(built, 'server/app', `${path === '/' ? '/index' : path}.html`);
  const hashesOf = remember((path: string) =>
    routes.get(path)?.dataRoute ? hashScripts(readFileSync(fileOf(path), 'utf8')) : undefined,
  );
  const pageOf = remember((path: string) => {
    const route = routes.get(path);
    if (!route?.dataRoute || route.initialRevalidateSeconds !== false) return undefined;
    // What stands in for a page that is missing or broken is none to ask for.
    return (route.initialStatus ?? 200) === 200 && !path.startsWith('/_') ? readPage(fileOf(path)) : undefined;
  });
  const isKnown = (path: string) => routes.has(path);
  return {
    isStatic: (path) => isKnown(path) || files.has(path) || path.startsWith('/_next/static/'),
    // What is no route is not remembered: anybody can make up paths.
    hashesOf: (path) => (isKnown(path) ? hashesOf(path) : undefined),
    pageOf: (path) => (isKnown(path) ? pageOf(path) : undefined),
  };
}

function remember<Value>(read: (path: string) => Value): (path: string) => Value {
  const known = new Map<string, Value>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const value = read(path);
    known.set(path, value);
    return value;
  };
}

function readPage(file: string): BuiltPage {
  const html = readFileSync(file);
  const entityTag = `W/"${createHash('sha256').update(html).digest('base64url')}"`;
  return { html, gzip: gzipSync(html, { level: 9 }), entityTag };
}

/** As Content-Security-Policy names an inline script. */
export const hashScript = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const hashScripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => hashScript(text));

function readJson(file: string): { routes: Record<string, BuiltRoute> } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  } catch {
    return [];
  }
}
