import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What a production build made once for everybody. */
export interface BuiltPages {
  /** Whether the path is a page or a file that is the same for everybody. */
  readonly isStatic: (path: string) => boolean;
  /** The hashes of a prerendered page's inline scripts, as a policy names them; undefined for any other path. */
  readonly hashesOf: (path: string) => readonly string[] | undefined;
}

/** The prerendered page that answers where there is none. */
export const notFoundPage = '/_not-found';
/** The one that answers where a page's frame itself has failed. */
export const errorPage = '/_global-error';

/** Nothing is static in development. */
const nothing: BuiltPages = { isStatic: () => false, hashesOf: () => undefined };

/**
 * Reads what `next build` left in an app's folder.
 * @returns nothing static where there is no build.
 */
export function readBuiltPages(folder: string): BuiltPages {
  const built = join(folder, '.next');
  const manifest = readJson(join(built, 'prerender-manifest.json'));
  if (manifest === undefined) return nothing;
  const routes: ReadonlyMap<string, { readonly dataRoute: string | null }> = new Map(Object.entries(manifest.routes));
  const files = new Set(listFiles(join(folder, 'public')));
  const hashes = new Map<string, readonly string[]>();
  return {
    isStatic: (path) => routes.has(path) || files.has(path) || path.startsWith('/_next/static/'),
    hashesOf: (path) => {
      if (!routes.get(path)?.dataRoute) return undefined;
      const known =
        hashes.get(path) ?? hashScripts(join(built, 'server/app', `${path === '/' ? '/index' : path}.html`));
      hashes.set(path, known);
      return known;
    },
  };
}

/** As Content-Security-Policy names an inline script. */
export const hashScript = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const hashScripts = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) =>
    hashScript(text),
  );

function readJson(file: string): { routes: Record<string, { readonly dataRoute: string | null }> } | undefined {
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
