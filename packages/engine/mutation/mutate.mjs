// `pnpm mutate [files] [--write] [--force]`: mutates the rules, or these files of them (src/…), and prints a table a file. What
// was measured before and has not changed since, code and tests, is taken over; `--force` measures it again, and `--write` puts
// the table into docs/mutation.md.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import config from '../stryker.config.mjs';

const engine = fileURLToPath(new URL('..', import.meta.url));
const page = fileURLToPath(new URL('../../../docs/mutation.md', import.meta.url));
const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith('--'));
const flags = words.filter((word) => word.startsWith('--') && word !== '--write');

const narrowed = files.length > 0 ? ['--mutate', files.join(',')] : [];
const { status } = spawnSync('stryker', ['run', ...narrowed, ...flags], { cwd: engine, stdio: 'inherit' });

// Stryker ends with 1 below the threshold too, and a table of what is missing is the point then.
const { files: measured } = JSON.parse(
  readFileSync(new URL(config.incrementalFile, new URL('..', import.meta.url)), 'utf8'),
);
const rows = Object.entries(measured)
  .map(([file, { mutants }]) => ({ file, ...countByFate(mutants) }))
  .filter(({ counted }) => counted > 0)
  .sort((one, other) => one.file.localeCompare(other.file));
const whole = rows.reduce(
  (sum, row) => ({
    file: `${rows.length} files`,
    counted: sum.counted + row.counted,
    killed: sum.killed + row.killed,
    timedOut: sum.timedOut + row.timedOut,
    survived: sum.survived + row.survived,
    unmet: sum.unmet + row.unmet,
  }),
  { file: '', counted: 0, killed: 0, timedOut: 0, survived: 0, unmet: 0 },
);
const table = [
  '| File | Mutants | Killed | Never came back | Survived | Met by no test | Score |',
  '|---|---:|---:|---:|---:|---:|---:|',
  ...[...rows, whole].map(formatRow),
].join('\n');
console.log(table);
const untried = Object.values(measured).flatMap(({ mutants }) => mutants.filter(isUntried));
if (untried.length > 0) throw new Error(`${untried.length} mutants survived tests that were never run`);
const unmeasured = listRuleFiles().filter((file) => !(file in measured));
if (unmeasured.length > 0) console.log(`Not measured: ${unmeasured.join(', ')}`);
if (words.includes('--write')) writeFileSync(page, formatPage());
process.exitCode = status ?? 1;

/** The thread that stays (warm-pool.mjs) has to be told for each mutant which tests meet it. */
function isUntried({ status: own, testsCompleted, coveredBy }) {
  return own === 'Survived' && testsCompleted < coveredBy.length;
}

/** What never comes back is found out as well; what is switched off in the source, or static, is not counted. */
function countByFate(mutants) {
  const count = (fate) => mutants.filter(({ status: own }) => own === fate).length;
  const [killed, timedOut, survived, unmet] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count);
  return { counted: killed + timedOut + survived + unmet, killed, timedOut, survived, unmet };
}

function formatRow({ file, counted, killed, timedOut, survived, unmet }) {
  const score = (100 * (killed + timedOut)) / counted;
  return `| ${file} | ${counted} | ${killed} | ${timedOut} | ${survived} | ${unmet} | ${score.toFixed(1)} % |`;
}

/** What the configuration names, but for files of types alone. */
function listRuleFiles() {
  const named = config.mutate.filter((pattern) => !pattern.startsWith('!'));
  const left = config.mutate.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const isCode = (file) => /=>|^(export )?function/m.test(readFileSync(`${engine}${file}`, 'utf8'));
  return globSync(named, { cwd: engine, exclude: left }).filter(isCode).toSorted();
}

function formatPage() {
  const require = createRequire(import.meta.url);
  const versionOf = (name) => require(`${name}/package.json`).version;
  return `# Mutation testing

Each rule is broken in small ways, one at a time, and a test has to notice. \`pnpm mutate --write\` made this page on
${new Date().toISOString().slice(0, 10)} with StrykerJS ${versionOf('@stryker-mutator/core')}, Vitest ${versionOf('vitest')} and Node.js ${process.versions.node}.

Measured is where a decision is made (\`packages/engine/stryker.config.mjs\` says which files, and which tests are too slow to
meet thousands of mutants). Not counted: mutants in tables that are computed once as a file is loaded, and those switched off
in the source with a reason beside them. Laws run ten times each here; what only their hundredth run finds lacks an example.

${table}
${unmeasured.length === 0 ? '' : `\nNot measured yet: ${unmeasured.map((file) => `\`${file}\``).join(', ')}.\n`}`;
}
