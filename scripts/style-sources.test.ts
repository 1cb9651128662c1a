import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './install.mjs';

const ui = join(root, 'packages/ui/src');

/** The files of packages/ui that an app's code reaches by its imports. */
function findReached(app: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      if (name.startsWith('.') && /\.tsx?$/.test(name)) visit(resolve(dirname(file), name));
      const [, inUi] = /^@groundwork\/ui\/(.+)$/.exec(name) ?? [];
      if (inUi !== undefined) for (const found of globSync(`${inUi}.{ts,tsx}`, { cwd: ui })) visit(join(ui, found));
    }
  };
  const own = globSync('**/*.{ts,tsx}', {
    cwd: join(root, 'apps', app),
    exclude: (name) => /^(?:node_modules|\.next|dist)$|\.test\.tsx?$/.test(name),
  });
  for (const file of own) visit(join(root, 'apps', app, file));
  return reached;
}

/** The files that an app's styles leave out, as globals.css names them. */
function findLeftOut(app: string): readonly string[] {
  const styles = readFileSync(join(root, 'apps', app, 'app/globals.css'), 'utf8');
  return [...styles.matchAll(/@source not "\.\.\/\.\.\/\.\.\/packages\/ui\/src\/([^"*]+)"/g)].flatMap(([, glob = '']) =>
    globSync(glob, { cwd: ui }).map((file) => join(ui, file)),
  );
}

test.each(['portal', 'coach'])('the styles of the %s leave out no component that it shows', (app) => {
  const reached = findReached(app);
  const leftOut = findLeftOut(app);
  expect(reached).toContain(join(ui, 'primitives/logo.tsx'));
  expect(leftOut.length).toBeGreaterThan(5);
  expect(leftOut.filter((file) => reached.has(file))).toEqual([]);
});
