import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onDatabase } from '@groundwork/db/testing/global-setup';
import { createVitest, type TestSpecification } from 'vitest/node';
import { root } from '../install.mjs';
import type { Claim } from './claim.ts';
import { type DatabaseGuard, listDatabaseGuards, runOn } from './guards/database-guards.ts';
import { type Guard, type GuardKind, guardKinds, instrument } from './guards/find-guards.ts';
import type { Parameters } from './parameters.ts';

/**
 * Takes every guard away, one at a time, and asks for a quick test that fails without it. The files stay as they are: what Vitest loads has a
 * switch around each guard, and the database that the tests copy is changed and changed back.
 */
export async function run({ guards: { share } }: Parameters): Promise<readonly Claim[]> {
  const sources = globSync('packages/{api,auth,db}/src/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|\/testing\/|\/authorisation\/|\/schema\//.test(file))
    .sort();
  const found: Guard[] = [];
  for (const file of sources) found.push(...instrument(await readFile(join(root, file), 'utf8'), file).guards);
  const runner = await startRunner();
  try {
    await runner.prepare();
    const database = await listDatabaseGuards(runner.templateUrl());
    const wanted = process.env.GROUNDWORK_GUARDS === undefined ? undefined : new RegExp(process.env.GROUNDWORK_GUARDS);
    const chosen = [...found, ...database].filter(
      ({ id, kind }, index) => index % share === 0 && (wanted === undefined || wanted.test(`${kind} ${id}`)),
    );
    const rows: Row[] = [];
    for (const guard of chosen) {
      const start = performance.now();
      const missedBy = await runner.tryWithout(guard, 'remove' in guard ? (guard as DatabaseGuard) : undefined);
      rows.push({ guard, missedBy });
      console.log(
        `  ${missedBy === undefined ? '✗' : '✓'} ${guard.kind} ${guard.id} — ${guard.says} — ${missedBy ?? 'nobody'} (${Math.round(performance.now() - start)} ms)`,
      );
    }
    await writeReport(rows);
    const lonely = rows.filter(({ missedBy }) => missedBy === undefined);
    return [
      {
        claim: 'guards are needed',
        done: `${rows.length} of ${found.length + database.length} guards taken away one at a time: ${countKinds(rows)}`,
        found:
          lonely.length === 0
            ? 'each is missed by a quick test'
            : `${lonely.length} missed by nobody: ${lonely.map(({ guard }) => guard.id).join('; ')}`,
        holds: lonely.length === 0,
      },
    ];
  } finally {
    await runner.stop();
  }
}

interface Row {
  readonly guard: Guard;
  /** The first test that failed without it. */
  readonly missedBy: string | undefined;
}

const countKinds = (rows: readonly Row[]): string =>
  (Object.keys(guardKinds) as GuardKind[])
    .map((kind) => ({ kind, count: rows.filter(({ guard }) => guard.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ');

async function writeReport(rows: readonly Row[]): Promise<void> {
  await mkdir(join(root, 'test-results'), { recursive: true });
  const lines = rows.map(
    ({ guard, missedBy }) =>
      `| ${guard.kind} | ${guard.id} | \`${guard.says.replaceAll('|', '\\|').replaceAll('`', "'")}\` | ${missedBy ?? '**nobody**'} |`,
  );
  await writeFile(
    join(root, 'test-results/guards.md'),
    `| Kind | Guard | Says | Missed by |\n|---|---|---|---|\n${lines.join('\n')}\n`,
  );
}

interface Runner {
  /** The database that each test file copies, as a superuser; there once the tests have run. */
  readonly templateUrl: () => string;
  /** Runs every quick test once with all guards, noting which come by which guard; once for as long as no file changes. @throws when one fails. */
  readonly prepare: () => Promise<void>;
  /** The first test that fails without a guard. */
  readonly tryWithout: (guard: Guard, inDatabase: DatabaseGuard | undefined) => Promise<string | undefined>;
  readonly stop: () => Promise<void>;
}

/** Too slow to ask of each guard, or about something else altogether. */
const leftOut =
  /(hostile-input|cross-site|process-life|oversell|timing|idempotency|seed-demo|migrate|prepare-database|embedded|back-up|repeated-work|retry|round-trips|job-keeper|today|send-mail)\.test\.ts$/;

/** They can be asked about single procedures. */
const sweeps = /(matrix|foreign-ids)\.test\.ts$/;
const sweepNames = ['over HTTP every procedure', 'over HTTP, in every id'];

/** A test that came by a guard, and on behalf of which procedure. */
interface Met {
  readonly file: string;
  readonly test: string;
  readonly procedure: string;
  readonly id: string;
}

/** Test files to run together, narrowed down to tests and procedures; all of them where none are named. */
interface Stage {
  readonly files: readonly string[];
  readonly names: readonly string[];
  readonly paths: readonly string[];
}

const mostPaths = 4;
const fewFiles = 3;

/** Who came by the guard is asked, the nearest first: the file of the same name, the sweeps of a few procedures, then everybody else. */
function plan({ id, procedure: own }: Guard, met: readonly Met[], all: readonly string[]): readonly Stage[] {
  const by = met.filter((one) => one.id === id);
  const stem = /([\w-]+)\.ts:/.exec(id)?.[1] ?? '';
  const direct = [...new Set(by.filter(({ file }) => !sweeps.test(file)).map(({ file }) => file))];
  const countOf = (file: string) => met.filter((one) => one.file === file).length;
  direct.sort(
    (one, other) =>
      Number(other.endsWith(`/${stem}.test.ts`)) - Number(one.endsWith(`/${stem}.test.ts`)) ||
      countOf(one) - countOf(other),
  );
  const namesIn = (files: readonly string[]) => [
    ...new Set(by.filter(({ file }) => files.includes(file)).map(({ test }) => test)),
  ];
  const paths = [...new Set(by.filter(({ file }) => sweeps.test(file)).map(({ procedure }) => procedure))].filter(
    (path) => path !== '',
  );
  // A rung is chosen when a router loads, on nobody's behalf.
  if (own !== undefined) {
    return [{ files: all.filter((file) => file.endsWith('/matrix.test.ts')), names: sweepNames, paths: [own] }];
  }
  const swept = [...new Set(by.filter(({ file }) => sweeps.test(file)).map(({ file }) => file))];
  const sweep = (chosen: readonly string[]): Stage => ({ files: swept, names: sweepNames, paths: chosen });
  const ask = (files: readonly string[]): Stage => ({ files, names: namesIn(files), paths: [] });
  const first = sweep(paths.slice(0, mostPaths));
  const rest = sweep(paths.slice(mostPaths));
  const stages = [ask(direct.slice(0, fewFiles)), first, ask(direct.slice(fewFiles)), rest];
  return stages.filter(
    ({ files, names, paths: chosen }) =>
      files.length > 0 && names.length > 0 && (names !== sweepNames || chosen.length > 0),
  );
}

/** Nobody can say who came by what the database does: the files about it, then the others. */
function planForDatabase({ kind }: Guard, all: readonly TestSpecification[]): readonly Stage[] {
  const named = (pattern: RegExp): Stage => ({
    files: all.map(({ moduleId }) => moduleId).filter((file) => pattern.test(file)),
    names: [],
    paths: [],
  });
  const ofRights = named(/\/(isolation|append-only|mail)\.test\.ts$/);
  const ofRules = named(/\/(membership-rule|capacity|audit-chain|append-only|sign-in|route)\.test\.ts$/);
  const matrix = {
    ...named(/\/matrix\.test\.ts$/),
    names: sweepNames,
    paths: ['practice.today', 'today', 'devices.list'],
  };
  const others = named(/\/(waitlist|clients|devices|http|session-log|program)\.test\.ts$/);
  return kind === 'policy' || kind === 'privilege' ? [ofRights, ofRules] : [ofRules, ofRights, matrix, others];
}

const cache = join(root, 'node_modules/.cache/groundwork-guards');
const packages = 'packages/{api,auth,db}/src/**/*.{ts,tsx}';

async function hashOf(pattern: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of globSync(pattern, { cwd: root }).sort())
    hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

async function startRunner(): Promise<Runner> {
  const notes = await mkdtemp(join(tmpdir(), 'groundwork-guards-'));
  const vitest = await createVitest(
    'test',
    {
      root,
      config: false,
      watch: false,
      include: ['packages/{api,auth,db}/src/**/*.test.ts'],
      globalSetup: [join(root, 'packages/db/src/testing/global-setup.ts')],
      setupFiles: [fileURLToPath(new URL('guards/switch.ts', import.meta.url))],
      env: { GROUNDWORK_COACH_URL: 'http://coach.test', GROUNDWORK_PORTAL_URL: 'http://portal.test' },
      testTimeout: 120_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      bail: 1,
      reporters: [{}],
    },
    {
      plugins: [
        {
          name: 'groundwork-guards',
          enforce: 'pre',
          transform(code, id) {
            const file = relative(root, id.split('?')[0] ?? id);
            if (
              !/^packages\/(api|auth|db)\/src\/.*\.ts$/.test(file) ||
              /\.test\.ts$|\/testing\/|\/authorisation\/|\/schema\//.test(file)
            )
              return null;
            const instrumented = instrument(code, file);
            return instrumented.guards.length === 0 ? null : { code: instrumented.code, map: null };
          },
        },
      ],
    },
  );
  // The set-up of the whole run loads what is instrumented too.
  globalThis.groundworkGuards = { isOn: () => true };
  const all = (await vitest.globTestSpecifications()).filter(({ moduleId }) => !leftOut.test(moduleId));
  const templateUrl = () => {
    const { superuserUrl, template } = vitest.getRootProject().getProvidedContext().testCluster;
    return onDatabase(superuserUrl, template);
  };
  const met: Met[] = [];

  const failing = async (
    specs: readonly TestSpecification[],
    names: readonly string[],
  ): Promise<string | undefined> => {
    if (specs.length === 0) return undefined;
    if (names.length > 0) vitest.setGlobalTestNamePattern(new RegExp(names.map(patternOf).join('|')));
    else vitest.resetGlobalTestNamePattern();
    // What an earlier run found would be told again of whatever this one stops before.
    vitest.state.filesMap.clear();
    vitest.state.idMap.clear();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...specs]);
    for (const module of testModules) {
      for (const test of module.children.allTests('failed'))
        return `${relative(root, module.moduleId).split('/').at(-1)}: ${test.name}`;
      for (const suite of module.children.allSuites())
        if (suite.state() === 'failed' && suite.errors().length > 0)
          return `${relative(root, module.moduleId).split('/').at(-1)}: ${suite.name}`;
      if (module.state() === 'failed')
        return `${relative(root, module.moduleId).split('/').at(-1)}: ${module.errors()[0]?.message.split('\n')[0] ?? 'does not load'}`;
    }
    return unhandledErrors.length > 0
      ? `an error that nobody caught: ${String(unhandledErrors[0]).split('\n')[0]}`
      : undefined;
  };

  const applies = ({ remove }: DatabaseGuard) =>
    runOn(templateUrl(), ['begin', ...remove, 'rollback']).then(
      () => true,
      () => false,
    );

  return {
    templateUrl,
    prepare: async () => {
      const kept = join(cache, `${await hashOf(packages)}.json`);
      const known = await readFile(kept, 'utf8').catch(() => undefined);
      const test = known === undefined ? all : all.slice(0, 1);
      if (known === undefined) process.env.GROUNDWORK_TEST_GUARD_NOTES = notes;
      const failed = await failing(test, []);
      delete process.env.GROUNDWORK_TEST_GUARD_NOTES;
      if (failed !== undefined) throw new Error(`With all guards in place: ${failed}`);
      if (known !== undefined) {
        met.push(...JSON.parse(known));
        return;
      }
      for (const file of await readdir(notes)) {
        for (const line of (await readFile(join(notes, file), 'utf8')).trim().split('\n')) {
          const [testFile = '', name = '', procedure = '', id = ''] = JSON.parse(line);
          met.push({ file: testFile, test: name, procedure, id });
        }
      }
      await rm(notes, { recursive: true });
      await mkdir(cache, { recursive: true });
      await writeFile(kept, JSON.stringify(met));
    },
    tryWithout: async (guard, inDatabase) => {
      // A comparison that is part of a larger one cannot be cut out by itself: its function does not take it.
      if (inDatabase && !(await applies(inDatabase))) return 'the function itself: it is none without it';
      if (inDatabase) await runOn(templateUrl(), inDatabase.remove);
      else process.env.GROUNDWORK_TEST_GUARD_OFF = guard.id;
      try {
        for (const { files, names, paths } of inDatabase
          ? planForDatabase(guard, all)
          : plan(
              guard,
              met,
              all.map(({ moduleId }) => moduleId),
            )) {
          if (paths.length > 0) process.env.GROUNDWORK_TEST_PATHS = paths.join(',');
          const specs = all.filter(({ moduleId }) => files.includes(moduleId));
          const failed = await failing(specs, names);
          delete process.env.GROUNDWORK_TEST_PATHS;
          if (failed !== undefined) return failed;
        }
        return undefined;
      } finally {
        if (inDatabase) await runOn(templateUrl(), inDatabase.restore);
        delete process.env.GROUNDWORK_TEST_GUARD_OFF;
      }
    },
    stop: () => vitest.close(),
  };
}

/** A test's name as Vitest matches it, however it joins the names of the suites around it. */
const patternOf = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' > ', '.{1,3}');
