import { expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { Program } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { logSession, tellEdits } from '../testing/lived-program.ts';
import { planOn } from '../testing/plan-on.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { proposeLoads } from './propose-loads.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const { program } = built.value;
const propose = (logs: readonly ExerciseLog[], from: Program = program, fixed: readonly string[] = []) =>
  proposeLoads(
    planOn(from, '2026-01-16', logs, { fixed: new Set(fixed) }),
    { profile: articleRunner, parameters: defaultParameters },
    '2026-01-31',
    () => undefined,
  );
const deadlifts = (...given: Parameters<typeof propose>) =>
  tellEdits(propose(...given)).filter((line) => line.includes('gx_deadlift'));
const failed = logSession(program, 'w02-A', { more: -3, rir: 0 });

test('one proposal for an exercise, over its sessions to the last day that is worked out', () => {
  expect(deadlifts(failed)).toEqual([
    'w03-A A2 gx_deadlift 50 kg, 5 → 47.5 kg, 4',
    'w04-A A2 gx_deadlift 50 kg, 6 → 47.5 kg, 5',
  ]);
  expect(propose(failed)[0]).toMatchObject({ topic: 'load', kind: 'change' });
});

test('what was let go or settled is left as it was', () => {
  const gone: Program = {
    ...program,
    weeks: program.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((one) =>
        one.key === 'w03-A'
          ? { ...one, reasons: [...one.reasons, { code: 'MISSED_DROP', rule: 'MISSED', data: {} }] }
          : one,
      ),
    })),
  };
  expect(deadlifts(failed, gone).map((line) => line.slice(0, 5))).toEqual(['w04-A']);
  expect(deadlifts(failed, gone, ['w04-A'])).toEqual([]);
  expect(deadlifts(failed, program, ['w04-A']).map((line) => line.slice(0, 5))).toEqual(['w03-A']);
});

test('questions and notes stand beside the changes, and change nothing', () => {
  const heavy = logSession(program, 'w02-A').map((log) => ({
    ...log,
    sets: log.sets.map((set) => ({ ...set, load: log.slot === 'A2' ? inKg(100) : set.load })),
  }));
  expect(propose(heavy).filter(({ exerciseId }) => exerciseId === 'gx_deadlift')).toMatchObject([
    { topic: 'load', kind: 'question', code: 'OUTLIER_ASK', edits: [] },
  ]);
  const twice = [...failed, ...logSession(program, 'w03-A', { more: -4, rir: 0, date: '2026-01-15' })];
  expect(
    propose(twice).filter(({ kind, exerciseId }) => kind === 'note' && exerciseId === 'gx_deadlift'),
  ).toMatchObject([{ topic: 'load', code: 'BACKOFF_COACH', edits: [] }]);
});
