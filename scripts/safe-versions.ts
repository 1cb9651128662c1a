import type { LockedPackage } from './lockfile.ts';

/**
 * The oldest version of each major that has no hole we know of and are touched by. `pnpm audit` asks a registry; this holds without one, and a
 * downgrade that a merge brings along is found by it. The comment names the hole.
 */
export const safeVersions: Readonly<Record<string, readonly string[]>> = {
  // CVE-2025-55182, CVE-2025-66478: code from a server component's request.
  next: ['15.5.9', '16.0.10'],
  react: ['19.2.3'],
  'react-dom': ['19.2.3'],
  // CVE-2025-29927 and GHSA-5jpx-9hw9-2fx4: mails to a crafted address.
  'next-auth': ['4.24.12'],
  // GHSA-mm7p-fcc7-pg87: quoted local parts of addresses.
  nodemailer: ['7.0.11', '8.0.0'],
  // CVE-2025-68130: prototype pollution in form data; CVE-2025-43855: a crash over web sockets.
  '@trpc/server': ['11.8.0'],
  // CVE-2022-23631: prototype pollution to code.
  superjson: ['1.8.1', '2.0.0'],
  // GHSA-67mh-4wv8-2f99: any site reads the development server.
  esbuild: ['0.25.0'],
  vite: ['5.4.21', '6.4.1', '7.1.11', '8.0.0'],
  // CVE-2024-47764: names and paths that break out.
  cookie: ['0.7.0', '1.0.0'],
  jose: ['4.15.5', '5.2.2', '6.0.0'],
  // CVE-2023-44270 and CVE-2023-4863, brought along by Next.
  postcss: ['8.4.31'],
  sharp: ['0.32.6'],
  semver: ['5.7.2', '6.3.1', '7.5.2'],
  ws: ['7.5.10', '8.17.1'],
  'cross-spawn': ['6.0.6', '7.0.5'],
  'js-yaml': ['3.14.2', '4.1.1'],
  nanoid: ['3.3.8', '5.0.9'],
  undici: ['6.21.2', '7.5.0', '8.0.0'],
  // CVE-2025-64756: a command line in a file's name.
  glob: ['10.5.0', '11.1.0', '12.0.0'],
  // CVE-2025-59288: browsers downloaded without a check.
  '@playwright/test': ['1.55.1'],
  'drizzle-orm': ['0.45.2', '1.0.0'],
};

/** Older all the same, and why that harms nobody. */
const accepted: Readonly<Record<string, string>> = {
  'esbuild 0.18.20': "drizzle-kit's own copy reads its configuration and serves nothing",
};

/** The locked packages that are older than the oldest safe version of their major, one line each. */
export function listUnsafe(packages: readonly LockedPackage[], floors = safeVersions): string[] {
  return packages.flatMap(({ name, version }) => {
    const known = floors[name];
    if (known === undefined || accepted[`${name} ${version}`] !== undefined) return [];
    const oldestMajor = Math.min(...known.map((floor) => parse(floor)[0]));
    const floor = known.find((one) => parse(one)[0] === parse(version)[0]);
    const isSafe = floor === undefined ? parse(version)[0] > oldestMajor : isAtLeast(version, floor);
    return isSafe ? [] : [`${name} ${version} is older than ${floor ?? known[0]}`];
  });
}

const parse = (version: string): readonly [number, number, number] => {
  const [major = 0, minor = 0, patch = 0] = version.split('-')[0]?.split('.').map(Number) ?? [];
  return [major, minor, patch];
};

function isAtLeast(version: string, floor: string): boolean {
  const [here, there] = [parse(version), parse(floor)];
  const place = [0, 1, 2].find((index) => here[index] !== there[index]) ?? 0;
  return (here[place] ?? 0) >= (there[place] ?? 0);
}
