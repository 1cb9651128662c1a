import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** Subresource integrity of the archive: "sha512-…"; undefined where the lockfile names none. */
  readonly integrity: string | undefined;
}

/** Every package that an installation may get, as pnpm's lockfile pins it. */
export function readLockfile(text: string = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')): LockedPackage[] {
  const packages = /^packages:\n([\s\S]*?)^snapshots:/m.exec(text)?.[1] ?? '';
  return [...packages.matchAll(/^ {2}'?(@?[^@'\s]+)@([^:'\s]+)'?:\n(?: {4}resolution: \{(.*)\})?/gm)].map(
    ([, name = '', version = '', resolution = '']) => ({
      name,
      version,
      integrity: /integrity: ([^,}]+)/.exec(resolution)?.[1],
    }),
  );
}
