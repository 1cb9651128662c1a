import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNotation } from '../src/notation/parse-notation.ts';
import { articleRunner } from '../src/testing/article-runner.ts';
import { listSchemaBreaks } from './list-schema-breaks.ts';

const root = join(import.meta.dirname, '..');
const entry = join(root, 'command/groundwork.ts');
const schema: unknown = JSON.parse(readFileSync(join(root, 'command/output.schema.json'), 'utf8'));
const build = JSON.stringify({ profile: articleRunner, startsOn: '2026-03-02', weeks: 8, sessionsPerWeek: 2 });
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-command-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [entry, ...args], { input, encoding: 'utf8' });

describe('groundwork', () => {
  test('reads a file or standard input, and answers with its exit code', () => {
    const file = join(folder, 'lunge.txt');
    writeFileSync(file, 'Weighted lunge 3x6 rest 30s\n');
    expect(run(['audit', file])).toMatchObject({ status: 1, stderr: '' });
    expect(run(['audit', '-'], 'Weighted lunge 3x6 rest 30s').stdout).toBe(run(['audit', file]).stdout);
    expect(run(['place', '--runs', 'easy,easy,speed,rest,easy,long,rest'])).toMatchObject({ status: 0 });
    expect(run(['audit', join(folder, 'missing.txt')])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['dance'])).toMatchObject({ status: 2, stdout: '' });
    expect(run([]).stdout).toContain('Exit: 0 clean');
  });

  test.each([
    [['audit'], '# Week 1\n## Monday: easy + strength\nSquat 3x20\nGobelt squat 3x6 rest 5s heavy\n## Tuesday: speed'],
    [['audit', '--fix'], 'Squat 3x20 rest 30s'],
    [['audit'], ''],
    [['explain'], 'Squat 3x6 rest 30s'],
    [['explain', 'S3'], ''],
    [['place'], 'rest speed easy speed rest long rest'],
    [['build'], build],
    [['progress'], '{ "exercise": "Clamshell", "weeksDone": 6, "criteriaMet": false }'],
    [['progress'], readFileSync(join(root, 'docs/deadlift-log.json'), 'utf8')],
    [['simulate', '--runners', '2', '--weeks', '8'], ''],
  ])('%j --json keeps to the schema', (args, input) => {
    const { stdout } = run([...args, '--json'], input);
    expect(listSchemaBreaks(schema, JSON.parse(stdout))).toEqual([]);
  });

  test('the log of the docs keeps to the schema of what is read, and one without sets does not', () => {
    const input: unknown = JSON.parse(readFileSync(join(root, 'command/input.schema.json'), 'utf8'));
    const log = JSON.parse(readFileSync(join(root, 'docs/deadlift-log.json'), 'utf8'));
    expect(listSchemaBreaks(input, log)).toEqual([]);
    expect(listSchemaBreaks(input, { ...log, sessions: [{ date: '2026-03-02' }] })).not.toEqual([]);
  });

  test('the schema refuses what is not written', () => {
    expect(listSchemaBreaks(schema, { command: 'audit', engine: '1', exitCode: 0 })).not.toEqual([]);
    expect(listSchemaBreaks(schema, { command: 'dance', engine: '1', exitCode: 2, errors: [] })).not.toEqual([]);
  });
});

/** The first block of a language in the README. */
const readBlock = (language: string) => {
  const block = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readFileSync(join(root, 'README.md'), 'utf8'));
  if (block?.[1] === undefined) throw new Error(`No block of ${language}`);
  return block[1];
};

describe('the notation’s page', () => {
  test('shows an example that is read without an error', () => {
    const page = readFileSync(join(root, 'docs/notation.md'), 'utf8');
    const example = /```\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const { routine, problems } = parseNotation(example);
    expect(problems).toEqual([]);
    expect(routine.weeks[0]?.days.map(({ day }) => day)).toEqual(['mon', 'wed', 'thu', 'sat']);
  });
});

describe('the README', () => {
  test('shows an example that runs and says what it says', () => {
    const ran = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', readBlock('ts')], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toBe(readBlock('text'));
  });

  test('lists exports that are there', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z/-]+)` \| (.+?) \|/gm)];
    expect(rows.length).toBeGreaterThan(30);
    for (const [, path, names] of rows) {
      const source = readFileSync(join(root, 'src', `${path}.ts`), 'utf8');
      for (const [, name] of names?.matchAll(/`(\w+)`/g) ?? []) {
        expect(source, `${path} exports ${name}`).toMatch(
          new RegExp(`export (?:async )?(?:function|const|interface|type|class) ${name}\\b`),
        );
      }
    }
  });
});
