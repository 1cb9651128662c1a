import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleRunner } from '../testing/article-runner.ts';
import { commandNames, readOptions } from './command-options.ts';
import { runCommand } from './run-command.ts';

const run = (args: readonly string[], input = '') => {
  const read = readOptions(args);
  if (read.kind !== 'run') throw new Error(read.kind);
  return runCommand(read.options, input);
};

const clean = 'Deadlift 3x6 rest 3min\nWeighted lunge 3x6 rest 3min\nDead bug 3x10\nShort foot 3x20s';
const build = { profile: articleRunner, startsOn: '2026-03-02', weeks: 8, sessionsPerWeek: 2 };

describe('runCommand', () => {
  test.each([
    ['audit', clean, 0],
    ['audit', 'Weighted lunge 3x6 rest 30s', 1],
    ['audit', '', 2],
    ['audit', '{ "notation": 3 }', 2],
    ['audit', '{ nonsense', 2],
    ['place', 'easy,easy,speed,rest,easy,long,rest', 0],
    ['place', 'rest speed easy speed rest long rest', 1],
    ['place', '## Monday: easy 8 km\n## Saturday: long', 0],
    ['place', 'swim', 2],
    ['build', JSON.stringify(build), 0],
    ['build', JSON.stringify({ ...build, profile: { ...articleRunner, age: 16 } }), 1],
    ['build', JSON.stringify({ ...build, weeks: 7 }), 2],
    ['build', JSON.stringify({ ...build, profile: {} }), 2],
    ['progress', '{ "exercise": "Clams", "weeksDone": 2, "criteriaMet": true }', 0],
    ['progress', '{ "exercise": "Clams", "weeksDone": 6, "criteriaMet": true }', 1],
    ['progress', '{ "exercise": "Burpees", "weeksDone": 6, "criteriaMet": true }', 2],
    ['explain', clean, 0],
  ])('%s %s exits with %d', (command, input, exitCode) => {
    expect(run([command], input).exitCode).toBe(exitCode);
    expect(run([command, '--json'], input).exitCode).toBe(exitCode);
  });

  test('audits what it built without a finding', () => {
    const { notation } = JSON.parse(run(['build', '--json'], JSON.stringify(build)).text) as { notation: string };
    expect(run(['audit', '--age', '34'], notation).exitCode).toBe(0);
    expect(run(['build'], JSON.stringify(build)).text).toContain(notation.trim());
  });

  test('names the line, the fix and the rule', () => {
    const { text } = run(['audit'], 'Plank 3x30s\nWeighted lunge 3x6 rest 30s');
    expect(text).toContain('Error, line 2: Reverse lunge, weighted rests 30 s (S3)');
    expect(text).toContain('+ Reverse lunge, weighted 3x6 rest 3min');
  });

  test('writes the fixed routine, which passes', () => {
    const fixed = run(
      ['audit', '--fix', '--age', '52'],
      '## Monday: easy + strength\nSquat 3x20 rest 30s\n## Tuesday: speed\n',
    );
    expect(fixed.exitCode).toBe(1);
    expect(run(['audit', '--age', '52'], fixed.text).exitCode).toBe(0);
  });

  test('explains a rule by its id, and lists the ids for anything else', () => {
    expect(run(['explain', 'S21']).text).toContain('Source: The article');
    expect(run(['explain'], '').text).toContain('S21');
  });

  test('never throws, whatever is fed to whichever command', () => {
    const input = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc.object().map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...commandNames.filter((name) => name !== 'simulate')),
        fc.boolean(),
        input,
        (command, json, text) => {
          const { exitCode, text: written } = run(json ? [command, '--json'] : [command], text);
          expect([0, 1, 2]).toContain(exitCode);
          if (json) expect(JSON.parse(written)).toMatchObject({ command, exitCode });
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('readOptions', () => {
  test.each([
    [['dance'], 'No command'],
    [['audit', '--loud'], 'No option'],
    [['audit', '--age', 'old'], '--age'],
    [['audit', '--weeks=500'], '--weeks'],
    [['audit', '--runs', 'easy'], '--runs'],
    [['audit', 'one', 'two'], 'One file'],
  ])('%j is refused: %s', (args, says) => {
    const read = readOptions(args);
    expect(read.kind === 'bad' ? read.says : '').toContain(says);
  });

  test.each([[[]], [['--help']], [['audit', '-h']]])('%j asks for help', (args) => {
    expect(readOptions(args)).toEqual({ kind: 'help' });
  });
});
