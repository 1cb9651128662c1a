import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onDatabase } from '@groundwork/db/testing/global-setup';
import { createVitest, type TestSpecification } from 'vitest/node';
import { root } from '../../install.mjs';
import { type Attempt, type FilePlan, type Met, type Plan, planVariable, type Tried } from './attempt.ts';
import type { DatabaseGuard } from './database-guards.ts';
import { type Guard, instrument, isGuarded } from './find-guards.ts';

/** The test that failed without a guard, and what it said. */
export interface Miss {
  readonly file: string;
  readonly test: string;
}

export interface Trial {
  /** The database that each test file copies, as a superuser. */
  readonly templateUrl: () => string;
  readonly tryWithout: (guards: readonly (Guard | DatabaseGuard)[]) => Promise<{
    readonly missed: ReadonlyMap<string, Miss>;
    /** Comparisons that cannot be cut out of what they are part of. */
    readonly inseparable: ReadonlySet<string>;
  }>;
  readonly close: () => Promise<void>;
}

/** About something else altogether, or too slow to ask of each guard. */
const leftOut =
  /\/(hostile-input|unfiltered|process-life|oversell|timing|seed-demo|migrate|prepare-database|embedded|back-up|repeated-work|retry|round-trips|job-keeper)\.test\.ts$/;

/** One test that walks all procedures, and can be asked about single ones. */
const sweeps = /\/(matrix|foreign-ids|cross-site)\.test\.ts$/;

const ofRungs = /\/matrix\.test\.ts$/;

/** Who is asked first about what the database keeps, by the guard's kind and id: of these, the tests that name it before the others. */
const ofDatabase: readonly (readonly [RegExp, RegExp])[] = [
  [/^policy /, /\/isolation\.test\.ts$/],
  [/^privilege .+ on /, /\/rights\.test\.ts$/],
  [/^privilege /, /\/isolation\.test\.ts$/],
  [/count_spots|_ceiling/, /\/capacity\.test\.ts$/],
  [/end_sessions/, /\/membership-rule\.test\.ts$/],
  [/chain_entry/, /\/audit-chain\.test\.ts$/],
  [/stamp_clients/, /\/change-stamps\.test\.ts$/],
  [/^function /, /\/(definer-functions|mail|sign-in)\.test\.ts$/],
];

/** Tests that are asked about a guard at a time; then twice as many, and so on. */
const firstTests = 8;
const mostPathsInAll = 8;

/** A test that may miss a guard. */
interface Candidate {
  readonly file: string;
  readonly test: string;
  readonly paths?: readonly string[];
  /** Roughly what asking it takes. */
  readonly ms: number;
  /** It missed the guard before a file changed: asked alone. */
  readonly isLast?: boolean;
}

const nearest = (one: Candidate, other: Candidate): number => one.ms - other.ms;

/** Who may miss a guard: who did the last time, then the quickest to ask. */
function listCandidates(
  guard: Guard | DatabaseGuard,
  met: readonly Met[],
  last: Miss | undefined,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const stem = /([\w-]+)\.ts:/.exec(guard.id)?.[1];
  const words = 'remove' in guard ? wordsOf(guard) : [guard.id];
  const nearby = 'remove' in guard ? ofDatabase.find(([of]) => of.test(`${guard.kind} ${guard.id}`))?.[1] : undefined;
  for (const { file, test, ms, what } of met) {
    if (test === '') continue;
    const on = new Set<string>();
    for (const one of what) {
      const blank = one.indexOf(' ');
      if (words.includes(one.slice(blank + 1))) on.add(one.slice(0, blank));
    }
    const isNearby = nearby?.test(file) ?? false;
    if (on.size === 0 && !isNearby) continue;
    const paths = [...on].filter((path) => path !== '');
    if (sweeps.test(file) && paths.length > 0 && ms > 2000) {
      // Who may call is what the matrix asks; of what else the sweeps find, most is found by quicker tests first.
      const each = guard.kind === 'rung' && ofRungs.test(file) ? 0 : ms / 20;
      const chosen = guard.procedure === undefined ? paths.slice(0, mostPathsInAll) : [guard.procedure];
      for (const path of chosen) candidates.push({ file, test, paths: [path], ms: each });
    } else if (isNearby) {
      candidates.push({ file, test, ms: on.size > 0 ? 0 : 1 });
    } else {
      const closeness = stem !== undefined && basename(file) === `${stem}.test.ts` ? 0.2 : 1;
      candidates.push({ file, test, ms: ms * closeness });
    }
  }
  const isLast = ({ file, test }: Candidate) => last?.test === test && relative(root, file) === last.file;
  const others = candidates.filter((one) => !isLast(one)).sort(nearest);
  return [...candidates.filter(isLast).map((one) => ({ ...one, isLast: true })), ...others];
}

/** What a statement names that comes by a guard of the database. */
function wordsOf({ id, kind, says }: DatabaseGuard): readonly string[] {
  if (kind === 'privilege' && id.includes(' on ')) return id.split(' on ')[1]?.split(', ').map(asWord) ?? [];
  return [asWord(id.split(/[ (]/)[0] ?? ''), asWord(says)];
}
const asWord = (name: string): string => `sql:${name.replaceAll('"', '').split('.').at(-1)}`;

/** @param guards Those of the source files: tests are asked which of them they come by. */
export async function openTrial(guards: readonly Guard[]): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork-guards-'));
  const vitest = await createVitest(
    'test',
    {
      root,
      config: false,
      watch: false,
      include: ['packages/{api,auth,db}/src/**/*.test.ts'],
      globalSetup: [join(root, 'packages/db/src/testing/global-setup.ts')],
      setupFiles: [fileURLToPath(new URL('switch.ts', import.meta.url))],
      runner: fileURLToPath(new URL('try-runner.ts', import.meta.url)),
      // As in the gate: the suites themselves run as production does, and a test that starts an app hands its environment on.
      env: {
        NODE_ENV: 'test',
        GROUNDWORK_COACH_URL: 'http://coach.test',
        GROUNDWORK_PORTAL_URL: 'http://portal.test',
      },
      // The runner keeps the time.
      testTimeout: 600_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      // It knows files by what they say, not by what is made of them here.
      fsModuleCache: false,
      reporters: [{}],
    },
    {
      plugins: [
        {
          name: 'groundwork-guards',
          enforce: 'pre',
          transform(code, id) {
            const file = relative(root, id.split('?')[0] ?? id);
            if (file === 'packages/db/src/statement.ts') return { code: forgetful(code), map: null };
            if (!isGuarded(file)) return null;
            const instrumented = instrument(code, file);
            return instrumented.guards.length === 0 ? null : { code: instrumented.code, map: null };
          },
        },
      ],
    },
  );
  // The set-up of the whole run loads what is instrumented too.
  globalThis.groundworkGuards = { isOn: () => true, nameOf: (name) => name, remembers: () => true };
  const all = (await vitest.globTestSpecifications()).filter(({ moduleId }) => !leftOut.test(moduleId));
  let runs = 0;

  /** One run of the files of a plan, and what its processes wrote. */
  const runPlan = async <Line>(
    plan: Omit<Plan, 'notes'>,
    specs: readonly TestSpecification[],
  ): Promise<{ readonly lines: readonly Line[]; readonly failures: readonly Failure[] }> => {
    const notes = join(folder, `notes-${++runs}`);
    await mkdir(notes);
    const file = join(folder, `plan-${runs}.json`);
    await writeFile(file, JSON.stringify({ ...plan, notes } satisfies Plan));
    process.env[planVariable] = file;
    // What an earlier run found would be told again of whatever this one stops before.
    vitest.state.filesMap.clear();
    vitest.state.idMap.clear();
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications([...specs]);
    const lines: Line[] = [];
    for (const name of await readdir(notes)) {
      for (const line of (await readFile(join(notes, name), 'utf8')).trim().split('\n')) lines.push(JSON.parse(line));
    }
    return {
      lines,
      failures: [...listFailures(testModules), ...unhandledErrors.map((says) => ({ says: String(says) }))],
    };
  };

  /**
   * Who comes by which guard: every quick test runs once with all of them in place. What a test file came by is kept until that file changes, or until a source
   * file that it came by has a guard more. @throws when a test fails.
   */
  const record = async (guards: readonly Guard[]): Promise<readonly Met[]> => {
    const kept = join(root, 'node_modules/.cache/groundwork-guards.json');
    const names = nameGuards(guards);
    const old: Recording = await readFile(kept, 'utf8').then(JSON.parse, () => ({ asked: [], files: {} }));
    const sourceOf = (name: string) => name.split('|')[0] ?? '';
    const asked = new Set(old.asked);
    const grown = new Set([...names.values()].filter((name) => !asked.has(name)).map(sourceOf));
    // A file that had no guard yet may be come by anywhere.
    const hasFirst = [...grown].some((source) => !old.asked.some((name) => sourceOf(name) === source));
    const metGrown = (file: string) =>
      old.files[file]?.met.some(({ what }) => what.some((one) => grown.has(sourceOf(one.slice(one.indexOf(' ') + 1)))));
    const hashes = new Map<string, string>();
    for (const { moduleId } of all) hashes.set(moduleId, await hashOf(moduleId));
    const isFresh = (file: string) => !hasFirst && !metGrown(file) && old.files[file]?.hash === hashes.get(file);
    const stale = all.filter(({ moduleId }) => !isFresh(moduleId));
    const { lines, failures } = await runPlan<Met>(
      { isRecording: stale.length > 0, files: {}, removals: {} },
      // The run's database is there once a file has run.
      stale.length > 0 ? stale : all.slice(0, 1),
    );
    const rename = (met: Met, from: ReadonlyMap<string, string>): Met => ({
      ...met,
      what: met.what.flatMap((one) => {
        const blank = one.indexOf(' ');
        const what = one.slice(blank + 1);
        const name = what.startsWith('sql:') ? what : from.get(what);
        return name === undefined ? [] : [`${one.slice(0, blank)} ${name}`];
      }),
    });
    const files: Record<string, Recording['files'][string]> = {};
    for (const { moduleId } of all) {
      const hash = hashes.get(moduleId) ?? '';
      const fresh = lines.filter(({ file }) => file === moduleId).map((met) => rename(met, names));
      files[moduleId] = isFresh(moduleId) ? (old.files[moduleId] ?? { hash, met: [] }) : { hash, met: fresh };
    }
    await mkdir(join(kept, '..'), { recursive: true });
    for (const { file } of failures) if (file !== undefined) delete files[file];
    await writeFile(kept, JSON.stringify({ asked: [...names.values()], files } satisfies Recording));
    const [failed] = failures;
    if (failed !== undefined) throw new Error(`With all guards in place: ${failed.file}: ${failed.says}`);
    const ids = new Map([...names].map(([id, name]) => [name, id]));
    return Object.values(files).flatMap(({ met }) => met.map((one) => rename(one, ids)));
  };
  const met = await record(guards);

  const tryWithout: Trial['tryWithout'] = async (chosen) => {
    const memory = await openMemory(guards);
    const missed = new Map<string, Miss>();
    const inseparable = new Set<string>();
    for (const guard of chosen) {
      const known = await memory.recall(guard);
      if (known !== undefined) missed.set(guard.id, known);
    }
    if (missed.size > 0) console.log(`  ${missed.size} settled by an earlier run of the same files`);
    const removals = Object.fromEntries(
      chosen.flatMap((guard) =>
        'remove' in guard ? [[guard.id, { remove: guard.remove, restore: guard.restore }]] : [],
      ),
    );
    const open = (id: string) => !missed.has(id) && !inseparable.has(id);
    const take = ({ id, file, test, outcome }: Tried) => {
      if (outcome === 'inseparable') inseparable.add(id);
      if (outcome !== 'missed' || missed.has(id)) return;
      missed.set(id, { file: relative(root, file), test });
    };
    const runFiles = async (files: ReadonlyMap<string, FilePlan>): Promise<readonly Tried[]> => {
      const specs = all.filter(({ moduleId }) => files.has(moduleId));
      const { lines } = await runPlan<Tried>({ isRecording: false, files: Object.fromEntries(files), removals }, specs);
      for (const line of lines) take(line);
      for (const guard of chosen) {
        const miss = missed.get(guard.id);
        if (miss !== undefined) await memory.keep(guard, miss);
      }
      await memory.save();
      return lines;
    };

    /** From the first line of a process on, in a world of its own: the file's tests in their order, one guard a file at a time. */
    const tryWholly = async (pairs: readonly (WholeFile & { readonly id: string })[]): Promise<void> => {
      let left = pairs;
      for (;;) {
        const files = new Map<string, FilePlan>();
        const busy = new Set<string>();
        left = left.filter(({ id }) => open(id));
        left = left.filter(({ id, file, paths, tests }) => {
          if (files.has(file) || busy.has(id)) return true;
          files.set(file, { wholly: { id, ...(paths ? { paths } : {}) }, tests });
          busy.add(id);
          return false;
        });
        if (files.size === 0) return;
        const start = performance.now();
        await runFiles(files);
        const still = chosen.filter(({ id }) => open(id)).length;
        console.log(`  ${files.size} files from their first line, ${still} guards left (${secondsFrom(start)} s)`);
      }
    };

    // One test after the other, each anew for each guard, many guards in one process.
    const waiting = new Map(
      chosen.map((guard) => [guard.id, { candidates: listCandidates(guard, met, memory.last(guard)), width: 1 }]),
    );
    for (;;) {
      const files = new Map<string, { tests: Record<string, Attempt[]> }>();
      const wanted = new Map<string, readonly Candidate[]>();
      for (const [id, { candidates, width }] of waiting) {
        if (!open(id)) continue;
        // A file at a time first: what one process settles no other has to be asked.
        const near = [...new Set(candidates.map(({ file }) => file))].slice(0, width);
        const lastOnes = candidates.filter(({ isLast }) => isLast).length;
        const most = width === 1 && lastOnes > 0 ? lastOnes : firstTests * width;
        const asked = candidates.filter(({ file }) => near.includes(file)).slice(0, most);
        wanted.set(id, asked);
        for (const { file, test, paths } of asked) {
          const plan = files.get(file) ?? { tests: {} };
          files.set(file, plan);
          plan.tests[test] = [...(plan.tests[test] ?? []), { id, ...(paths ? { paths } : {}) }];
        }
      }
      if (files.size === 0) break;
      const start = performance.now();
      const lines = await runFiles(files);
      const left = chosen.filter(({ id }) => open(id)).length;
      console.log(`  ${files.size} files, ${lines.length} attempts, ${left} guards left (${secondsFrom(start)} s)`);
      if (lines.length === 0) break;
      // An unclear attempt ends its process: its guard is asked at once in a world of its own, the others of the process again.
      const unclear = new Set(
        lines.filter(({ outcome }) => outcome === 'unclear').map(({ id, file }) => `${id} ${file}`),
      );
      await tryWholly(
        chosen.flatMap((guard) =>
          listFiles(guard, met)
            .filter(({ file }) => unclear.has(`${guard.id} ${file}`))
            .map((one) => ({ ...one, id: guard.id })),
        ),
      );
      const done = new Set(lines.map(({ id, file, test }) => `${id} ${file} ${test}`));
      for (const [id, { candidates, width }] of waiting) {
        const isDone = ({ file, test }: Candidate) => done.has(`${id} ${file} ${test}`) || unclear.has(`${id} ${file}`);
        waiting.set(id, {
          candidates: candidates.filter((one) => !isDone(one)),
          width: wanted.get(id)?.every(isDone) ? width * 2 : width,
        });
      }
    }

    // What a file came by as it loaded is there from its first line on.
    await tryWholly(
      chosen.flatMap((guard) =>
        listFiles(guard, met)
          .filter(({ isLoading }) => isLoading)
          .map((one) => ({ ...one, id: guard.id })),
      ),
    );
    return { missed, inseparable };
  };

  return {
    templateUrl: () => {
      const { superuserUrl, template } = vitest.getRootProject().getProvidedContext().testCluster;
      return onDatabase(superuserUrl, template);
    },
    tryWithout,
    close: async () => {
      await vitest.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const secondsFrom = (start: number): string => ((performance.now() - start) / 1000).toFixed(1);

interface WholeFile {
  readonly file: string;
  readonly paths?: readonly string[];
  readonly tests: FilePlan['tests'];
  /** The guard was asked outside of any test, and is not asked again when a query is made. */
  readonly isLoading: boolean;
}

/** The files that come by a guard, in a test or around tests; of a sweep the test that walks. */
function listFiles(guard: Guard | DatabaseGuard, met: readonly Met[]): WholeFile[] {
  const files = new Map<string, { ms: number; paths: Set<string>; tests: WholeFile['tests']; isLoading: boolean }>();
  const isBuiltEarly = guard.kind === 'header' || guard.kind === 'cookie';
  const words = 'remove' in guard ? wordsOf(guard) : [guard.id];
  for (const { file, test, ms, what } of met) {
    const on = what.filter((one) => words.includes(one.slice(one.indexOf(' ') + 1)));
    if (on.length === 0) continue;
    const known = files.get(file) ?? { ms: 0, paths: new Set(), tests: {}, isLoading: false };
    files.set(file, known);
    known.ms += ms;
    if (test === '' && isBuiltEarly) known.isLoading = true;
    for (const one of on) if (one.indexOf(' ') > 0) known.paths.add(one.slice(0, one.indexOf(' ')));
    if (ms > 2000) known.tests = { ...known.tests, [test]: [] };
  }
  return [...files]
    .sort(([, one], [, other]) => one.ms - other.ms)
    .map(([file, { paths, tests, isLoading }]) =>
      sweeps.test(file) && paths.size > 0
        ? { file, paths: [...paths].slice(0, mostPathsInAll), tests, isLoading }
        : { file, tests: {}, isLoading },
    );
}

/** What is built once and kept is built anew while a guard is off. */
const forgetful = (code: string): string =>
  code
    .replace('if (known !== undefined)', 'if (known !== undefined && globalThis.groundworkGuards.remembers())')
    .replace('.prepare(name)', '.prepare(globalThis.groundworkGuards.nameOf(name))')
    .replace('prepared.set(', 'if (globalThis.groundworkGuards.remembers()) prepared.set(');

/** Which test came by which guard, and which guards there were to come by: by names that bear a line more above them. */
interface Recording {
  readonly asked: readonly string[];
  readonly files: Readonly<Record<string, { readonly hash: string; readonly met: readonly Met[] }>>;
}

/** What was settled stays so while neither the guard's file nor the test's has changed: a run that was ended goes on where it was. */
interface Memory {
  readonly recall: (guard: Guard | DatabaseGuard) => Promise<Miss | undefined>;
  /** What was settled before a file changed: likely so again, and asked first. */
  readonly last: (guard: Guard | DatabaseGuard) => Miss | undefined;
  readonly keep: (guard: Guard | DatabaseGuard, miss: Miss) => Promise<void>;
  readonly save: () => Promise<void>;
}

async function openMemory(guards: readonly Guard[]): Promise<Memory> {
  const file = join(root, 'node_modules/.cache/groundwork-guards-settled.json');
  const settled: Record<string, Miss & { readonly hash: string }> = await readFile(file, 'utf8').then(
    JSON.parse,
    () => ({}),
  );
  const names = nameGuards(guards);
  const database = createHash('sha256');
  for (const source of globSync('packages/db/{src,migrations}/**/*.{ts,sql}', { cwd: root }).sort()) {
    if (!/\.test\.ts$|\/testing\//.test(source)) database.update(await readFile(join(root, source)));
  }
  const ofDatabase = database.digest('hex').slice(0, 16);
  const hashes = new Map<string, Promise<string>>();
  const hashed = (path: string) => {
    const known = hashes.get(path) ?? hashOf(join(root, path)).catch(() => '');
    hashes.set(path, known);
    return known;
  };
  const hashFor = async (guard: Guard | DatabaseGuard, miss: Miss) => {
    const own = 'remove' in guard ? ofDatabase : await hashed(guard.id.split(':')[0] ?? '');
    return `${own} ${await hashed(miss.file)}`;
  };
  const nameOf = ({ id, kind }: Guard) => names.get(id) ?? `${kind} ${id}`;
  return {
    recall: async (guard) => {
      const known = settled[nameOf(guard)];
      return known && known.hash === (await hashFor(guard, known)) ? known : undefined;
    },
    last: (guard) => settled[nameOf(guard)],
    keep: async (guard, miss) => {
      settled[nameOf(guard)] = { ...miss, hash: await hashFor(guard, miss) };
    },
    save: async () => {
      await mkdir(join(file, '..'), { recursive: true });
      // Another run may have written meanwhile.
      const others = await readFile(file, 'utf8').then(JSON.parse, () => ({}));
      await writeFile(file, JSON.stringify({ ...others, ...settled }));
    },
  };
}

/** By their ids. */
function nameGuards(guards: readonly Guard[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    guards.map(({ id, kind, says }) => {
      const name = `${id.split(':')[0]}|${kind}|${says}`.replaceAll(' ', '_');
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [id, `${name}|${count}`];
    }),
  );
}

const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);

type Modules = Awaited<ReturnType<Awaited<ReturnType<typeof createVitest>>['runTestSpecifications']>>['testModules'];

interface Failure {
  /** None where it is nobody's. */
  readonly file?: string;
  readonly says: string;
}

/** One for each file that failed. */
function listFailures(modules: Modules): readonly Failure[] {
  return modules.flatMap((module) => {
    const says = whatFailed(module);
    return says === undefined ? [] : [{ file: module.moduleId, says }];
  });
}

function whatFailed(module: Modules[number]): string | undefined {
  for (const test of module.children.allTests('failed')) return `${test.name}: ${test.result().errors?.[0]?.message}`;
  for (const suite of module.children.allSuites())
    if (suite.state() === 'failed' && suite.errors().length > 0) return suite.errors()[0]?.message;
  return module.state() === 'failed' ? (module.errors()[0]?.message ?? 'does not load') : undefined;
}
