import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runPnpm, secondsSince } from './install.mjs';
import { readPlaywrightReport, readVitestReport, sumCounts, type TestCount } from './test-report.ts';

/** The second half of `npm test`, under the project's own Node.js. */

interface Step {
  name: string;
  says: string;
  command: readonly string[];
  /** Starts when this one has ended. */
  after?: string;
  /** Is left out when the one before it failed. */
  needsIt?: boolean;
  /** Test cases that it ran. A step without is a check, and counts as one case. */
  count?: () => Promise<TestCount>;
}

interface Outcome {
  step: Step;
  ok: boolean;
  seconds: string;
  count: TestCount;
  written: string;
}

/** The machine that matters has two cores. */
const STEPS_AT_ONCE = 2;

const results = join(root, 'test-results');
const { only, filters, secondTry } = readOptions();
const turbo = (task: string) => [
  'exec',
  'turbo',
  'run',
  task,
  '--concurrency=1',
  '--continue',
  '--output-logs=errors-only',
];
const vitest = (name: string) => [
  '--log-prefix=none',
  '--',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile=test-results/${name}.json`,
  // A file's name is in one package; the others run nothing.
  ...(filters.length > 0 ? ['--passWithNoTests', ...filters] : []),
];

const steps: Step[] = [
  // The longest chain first: the others fill the second core.
  { name: 'build', says: 'production builds', command: turbo('build') },
  {
    name: 'lint',
    says: 'format, lint and boundaries',
    command: ['exec', 'biome', 'check', '--error-on-warnings', '.'],
  },
  // Both write the route types of an app.
  { name: 'types', says: 'types', command: turbo('typecheck'), after: 'build' },
  { name: 'unused', says: 'unused code', command: ['exec', 'knip'] },
  {
    name: 'unit',
    says: 'unit and property tests',
    command: [...turbo('test:unit'), ...vitest('unit')],
    count: () => countVitest('unit'),
  },
  {
    name: 'database',
    says: 'database tests',
    command: [...turbo('test:database'), ...vitest('database'), ...(secondTry ? ['--retry=1'] : [])],
    count: () => countVitest('database'),
  },
  {
    name: 'browser',
    says: 'browser journeys',
    command: [
      ...['--filter', '@groundwork/e2e', 'exec', 'playwright', 'test'],
      ...(secondTry ? ['--retries=1'] : []),
      ...filters,
    ],
    after: 'build',
    needsIt: true,
    count: () => readPlaywrightReport(join(root, 'e2e/test-results/browser.json')),
  },
];

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      options: { only: { type: 'string' }, 'second-try': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { only: values.only?.split(','), filters: positionals, secondTry: values['second-try'] };
  } catch {
    console.error(
      'Use npm test -- [--only=build,lint,types,unused,unit,database,browser] [--second-try] [name of a test file].',
    );
    process.exit(1);
  }
}

function chooseSteps(): Step[] {
  const unknown = only?.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(`There is no step "${unknown}": choose from ${steps.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
  }
  // Journeys run against the builds, so asking for them asks for those.
  return steps.filter(
    ({ name }) => only === undefined || only.includes(name) || (name === 'build' && only.includes('browser')),
  );
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());
process.once('disconnect', () => interrupted.abort());

const start = performance.now();
const chosen = chooseSteps();
await removeOldReports();
const outcomes = await runAll(chosen);
for (const outcome of outcomes) if (!outcome.ok) console.log(`\n━━ ${outcome.step.says}\n${outcome.written.trimEnd()}`);
printSummary(outcomes);
process.exit(outcomes.every(({ ok }) => ok) ? 0 : 1);

async function runAll(waiting: readonly Step[]): Promise<Outcome[]> {
  const left = [...waiting];
  const done: Outcome[] = [];
  const isReady = ({ after }: Step) => !left.some(({ name }) => name === after) && !running.has(after ?? '');
  const running = new Set<string>();
  const work = async () => {
    for (let next = left.findIndex(isReady); next >= 0; next = left.findIndex(isReady)) {
      const [step] = left.splice(next, 1);
      if (step === undefined) return;
      running.add(step.name);
      done.push(await runStep(step, done));
      running.delete(step.name);
    }
  };
  // A worker that finds nothing ready stops; whoever finishes what was waited for goes on with it.
  await Promise.all(Array.from({ length: STEPS_AT_ONCE }, work));
  return waiting.flatMap((step) => done.filter((outcome) => outcome.step === step));
}

async function runStep(step: Step, done: readonly Outcome[]): Promise<Outcome> {
  const failed = { passed: 0, failed: 1, unsteady: [] };
  if (interrupted.signal.aborted) return { step, ok: false, seconds: '', count: failed, written: 'Interrupted.' };
  if (step.needsIt && done.some(({ step: { name }, ok }) => name === step.after && !ok)) {
    return { step, ok: false, seconds: '', count: failed, written: `Left out, because "${step.after}" failed.` };
  }
  const began = performance.now();
  console.log(`→ ${step.says}`);
  let all = '';
  const written = await runPnpm([...step.command], {
    signal: interrupted.signal,
    onLine: (line) => {
      all += `${line}\n`;
    },
  });
  await writeFile(join(results, `${step.name}.log`), written ?? all);
  const seconds = secondsSince(began);
  const ok = written === undefined;
  const counted = step.count
    ? await countOrNothing(step.count)
    : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, unsteady: [] };
  // A suite that failed around its cases, or ran none, must not look like one without failures.
  const isSound = ok ? counted.passed > 0 : counted.failed > 0;
  const count = isSound ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
  console.log(`${ok ? '✓' : '✗'} ${step.says} (${seconds})`);
  return { step, ok: ok && count.failed === 0, seconds, count, written: written ?? '' };
}

/** A suite that ended before it wrote its report has counted nothing. */
async function countOrNothing(count: () => Promise<TestCount>): Promise<TestCount> {
  try {
    return await count();
  } catch {
    return { passed: 0, failed: 0, unsteady: [] };
  }
}

async function countVitest(name: string): Promise<TestCount> {
  const reports = (await listReports()).filter((path) => path.endsWith(`/${name}.json`));
  return sumCounts(await Promise.all(reports.map(readVitestReport)));
}

async function listReports(): Promise<string[]> {
  const folders = await Promise.all(
    ['apps', 'packages'].map(async (parent) =>
      (await readdir(join(root, parent))).map((name) => join(root, parent, name)),
    ),
  );
  const found = [...folders.flat(), join(root, 'scripts'), join(root, 'e2e')].map(async (folder) => {
    const names = await readdir(join(folder, 'test-results')).catch(() => []);
    return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, 'test-results', name));
  });
  return (await Promise.all(found)).flat();
}

/** A report of an earlier run must not be counted. */
async function removeOldReports(): Promise<void> {
  for (const path of await listReports()) await rm(path);
  await mkdir(results, { recursive: true });
}

function printSummary(all: readonly Outcome[]): void {
  const width = Math.max(...all.map(({ step }) => step.says.length));
  console.log('');
  for (const { step, ok, seconds, count } of all) {
    const cases = step.count ? `${count.passed} passed, ${count.failed} failed` : '';
    console.log(`${ok ? '✓' : '✗'} ${step.says.padEnd(width)}  ${seconds.padStart(8)}  ${cases}`);
  }
  const total = sumCounts(all.map(({ count }) => count));
  console.log(`\nTook ${secondsSince(start)}; the logs are in test-results/.`);
  for (const name of total.unsteady) console.log(`unsteady, passed at the second try: ${name}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
