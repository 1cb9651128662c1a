import { readFileSync } from 'node:fs';
import type { App } from '@groundwork/auth/app';

const readManifest = (app: App, file: string) =>
  JSON.parse(readFileSync(new URL(`../apps/${app}/.next/${file}`, import.meta.url), 'utf8'));

export interface AppRoute {
  /** As the build names it: "/clients/[clientId]". */
  readonly pattern: string;
  /** A route handler answers, no page. */
  readonly isHandler: boolean;
  /** Made by the build, the same for everybody. */
  readonly isPrerendered: boolean;
}

/** Every route of an app's build. */
export function listRoutes(app: App): AppRoute[] {
  const routes: Record<string, string> = readManifest(app, 'app-path-routes-manifest.json');
  const { routes: prerendered, dynamicRoutes } = readManifest(app, 'prerender-manifest.json');
  return Object.entries(routes).map(([file, pattern]) => ({
    pattern,
    isHandler: file.endsWith('/route'),
    isPrerendered: pattern in prerendered || pattern in dynamicRoutes,
  }));
}

/** The server actions that an app's build can run: "account/sign-in-actions.ts signOut". */
export function listServerActions(app: App): string[] {
  const {
    node,
    edge,
  }: Record<string, Record<string, { filename: string; exportedName: string }>> = readManifest(
    app,
    'server/server-reference-manifest.json',
  );
  return [...Object.values(node ?? {}), ...Object.values(edge ?? {})]
    .map(({ filename, exportedName }) => `${filename.replace(`apps/${app}/`, '')} ${exportedName}`)
    .sort();
}

/** A route's address, with what stands for its parameters. @throws when one is not known. */
export function fillRoute({ pattern }: AppRoute, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${pattern}: say what stands for ${name}`);
    return value;
  });
}
