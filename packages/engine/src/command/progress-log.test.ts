import { expect, test } from 'vitest';
import { readOptions } from './command-options.ts';
import { runCommand } from './run-command.ts';

const run = (log: unknown, ...args: string[]) => {
  const read = readOptions(['progress', ...args]);
  if (read.kind !== 'run') throw new Error('Not to be run');
  return runCommand(read.options, JSON.stringify(log));
};
const planned = { sets: 3, reps: 4, range: [4, 6], load: '60kg', rir: 2 };
const session = (date: string, reps: readonly number[], rir: number | null, load = '60kg') => ({
  date,
  sets: reps.map((amount) => ({ reps: amount, load, rir })),
});
const deadlift = (...sessions: unknown[]) => ({ exercise: 'Romanian deadlift', age: 34, planned, sessions });

test('two sessions at the top of the range ask for more load and fewer reps, and say why', () => {
  const { text, exitCode } = run(deadlift(session('2026-03-02', [6, 6, 6], 3), session('2026-03-09', [6, 6, 6], 2)));
  expect(exitCode).toBe(0);
  expect(text).toContain('Next: Romanian deadlift 3x4 62.5 kg @RIR2');
  expect(text).toContain('Top of the range, twice.');
  expect(text).toContain('(PROGRESSION)');
  expect(text).toContain('~75 kg (estimate)');
});

test('one good session is not enough, and pounds stay pounds', () => {
  const once = run(deadlift(session('2026-03-02', [6, 6, 5], 1), session('2026-03-09', [6, 6, 6], 2)), '--json');
  expect(JSON.parse(once.text)).toMatchObject({ exitCode: 0, next: { load: { hundredths: 6000, unit: 'kg' } } });
  const pounds = run(
    { ...deadlift(session('2026-03-02', [3, 3, 3], 0, '135lb')), planned: { ...planned, load: '135lb' } },
    '--json',
  );
  expect(JSON.parse(pounds.text)).toMatchObject({ next: { load: { unit: 'lb' } }, why: { code: 'BACKOFF' } });
});

test('a load a quarter off is asked about: exit code 1', () => {
  const { text, exitCode } = run(
    deadlift(session('2026-03-02', [6, 6, 6], 3), session('2026-03-09', [6, 6, 6], 2, '90kg')),
  );
  expect(exitCode).toBe(1);
  expect(text).toContain('Is this load right?');
});

test('nobody under 18 gets an estimate', () => {
  const { text } = run({ ...deadlift(session('2026-03-02', [6, 6, 6], 2)), age: 16 }, '--json');
  expect(JSON.parse(text).oneRepMax).toBeNull();
});

test('what can’t be used is named field by field: exit code 2', () => {
  expect(run(deadlift())).toMatchObject({ exitCode: 2, text: 'sessions: at least one, with its sets.\n' });
  const bad = run({ ...deadlift({ date: '2026-02-30', sets: [{ reps: -1, load: 'heavy', rir: 9 }], pain: 11 }) });
  expect(bad.exitCode).toBe(2);
  for (const field of ['date', 'pain', 'sets[0].reps', 'sets[0].load', 'sets[0].rir'])
    expect(bad.text).toContain(field);
  expect(run({ ...deadlift(session('2026-03-02', [6], 2)), exercise: 'Juggling' })).toMatchObject({ exitCode: 2 });
  expect(run({ ...deadlift(session('2026-03-02', [6], 2)), planned: {} }).text).toContain('planned.range');
});
