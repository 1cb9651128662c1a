import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { defaultParameters } from '../parse-parameters.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { type Done, logSession } from '../testing/lived-program.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { buildRecord, contextOf, extendRecord, type TrainingRecord } from './training-record.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 6, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const { program } = built.value;
const context = { profile: articleRunner, parameters: defaultParameters };
const log = (key: string, done: Done = {}) => logSession(program, key, done);
const record = (...logs: readonly ExerciseLog[][]) => buildRecord(logs.flat(), context);
const stateOf = ({ steps }: TrainingRecord, exerciseId = 'gx_deadlift') => steps.get(exerciseId)?.state;

describe('the record of all logs', () => {
  test('is empty before the first', () => {
    expect(record()).toEqual({ facts: [], steps: new Map(), reservesSince: null, lastDate: null, done: new Set() });
  });

  test('has them as they happened, whatever the order they arrived in', () => {
    const known = record(log('w03-A'), log('w02-B'), log('w02-A').toReversed());
    expect(known.facts.map(({ session, slot }) => `${session} ${slot}`)).toEqual([
      'w02-A A1',
      'w02-A A2',
      'w02-A A3',
      'w02-A A4',
      'w02-B B1',
      'w02-B B2',
      'w02-B B3',
      'w02-B B4',
      'w02-B B5',
      'w03-A A1',
      'w03-A A2',
      'w03-A A3',
      'w03-A A4',
    ]);
    expect(known.lastDate).toBe('2026-01-19');
    expect([...known.done].toSorted()).toEqual(['w02-A', 'w02-B', 'w03-A']);
  });

  test('puts two sessions of one day in the order of their names', () => {
    const sameDay = record(log('w03-A', { date: '2026-01-15' }), log('w02-B'), log('w02-A', { date: '2026-01-15' }));
    expect([...new Set(sameDay.facts.map(({ session }) => session))]).toEqual(['w02-A', 'w02-B', 'w03-A']);
  });

  test('of several logs of a slot the highest revision counts, and of equal ones the first', () => {
    const amounts = (...revisions: readonly (readonly [revision: number, more: number])[]) =>
      record(...revisions.map(([revision, more]) => log('w02-A', { revision, more })))
        .facts.filter(({ slot }) => slot === 'A2')
        .map(({ sets }) => sets[0]?.amount);
    expect(amounts([0, 0], [1, 1])).toEqual([5]);
    expect(amounts([1, 1], [0, 0])).toEqual([5]);
    expect(amounts([1, 1], [2, 2], [0, 0])).toEqual([6]);
    expect(amounts([0, 0], [0, 1])).toEqual([4]);
  });

  test('knows the day of the first report of a reserve', () => {
    expect(record(log('w02-A', { rir: null })).reservesSince).toBeNull();
    expect(record(log('w02-A', { rir: null }), log('w02-B', { rir: 2 }), log('w03-A')).reservesSince).toBe(
      '2026-01-15',
    );
    // One set with a report is enough.
    const one = log('w02-A', { rir: null }).map((fact) => ({
      ...fact,
      sets: fact.sets.map((set, index) => ({ ...set, rir: index === 1 ? 3 : null })),
    }));
    expect(record(one).reservesSince).toBe('2026-01-12');
  });

  test('an easy first week, or an eased day, says nothing about the working load', () => {
    const eased = log('w02-A').map((fact) => ({ ...fact, isEased: true }));
    expect(stateOf(record(log('w01-A')))?.load).toBeNull();
    expect(stateOf(record(eased))?.load).toBeNull();
    expect(stateOf(record(log('w02-A')))?.load).toEqual(inKg(50));
    expect(stateOf(record(log('w01-A')))).toMatchObject({ isBegun: false, exposures: 1 });
  });

  test('a first ordinary session without a weight was done with the planned one', () => {
    const unweighed = (key: string) =>
      log(key).map((fact) => ({ ...fact, sets: fact.sets.map((set) => ({ ...set, load: null })) }));
    expect(stateOf(record(unweighed('w02-A')))?.load).toEqual(inKg(50));
    expect(stateOf(record(unweighed('w01-A')))?.load).toBeNull();
  });

  describe('a load that is asked about', () => {
    const slip = log('w02-A').map((fact) => ({
      ...fact,
      sets: fact.sets.map((set) => (fact.planned.load ? { ...set, load: inKg(150) } : set)),
    }));
    const easier = (key: string, more: Partial<ExerciseLog>) => log(key).map((fact) => ({ ...fact, ...more }));
    const asked = ({ steps }: TrainingRecord) =>
      steps.get('gx_deadlift')?.changes.map(({ code, after }) => [code, after]);
    const question = [['OUTLIER_ASK', inKg(150)]];

    test.each<[string, Partial<ExerciseLog>]>([
      ['an easy week', { phase: 'deload' }],
      ['an eased day', { isEased: true }],
      ['a session that was not done', { sets: [] }],
    ])('is still asked about after %s, whichever of the two is written down first', (_, more) => {
      expect(asked(record(log('w01-A'), slip))).toEqual(question);
      expect(asked(record(slip, easier('w03-A', more)))).toEqual(question);
      expect(asked(record(slip, easier('w03-A', more), easier('w04-A', more)))).toEqual(question);
      expect(asked(extendRecord(record(easier('w03-A', more)), slip, context))).toEqual(question);
    });

    test('is all that an easier session leaves open: what was changed is done', () => {
      const failed = log('w02-A', { more: -3, rir: 0 });
      expect(asked(record(failed))?.map(([code]) => code)).toContain('BACKOFF');
      expect(asked(record(failed, easier('w03-A', { phase: 'deload' })))).toEqual([]);
    });

    test('is asked about no more after an ordinary session, a correction or a yes', () => {
      const deload = easier('w03-A', { phase: 'deload' });
      const questionsAfter = (...logs: readonly ExerciseLog[][]) =>
        asked(record(slip, deload, ...logs))?.filter(([code]) => code === 'OUTLIER_ASK');
      expect(questionsAfter(log('w04-A'))).toEqual([]);
      expect(questionsAfter(log('w02-A', { revision: 1 }))).toEqual([]);
      expect(questionsAfter(slip.map((fact) => ({ ...fact, revision: 1, isConfirmed: true })))).toEqual([]);
    });
  });

  test('goes on from step to step', () => {
    expect(stateOf(record(log('w01-A'), log('w02-A'), log('w03-A')))).toMatchObject({ exposures: 3, isBegun: true });
  });
});

describe('more logs on a record are the same as all of them at once', () => {
  const base = [...log('w02-A'), ...log('w02-B')];
  test.each<[string, 'stepped on' | 'read again', readonly ExerciseLog[]]>([
    ['none', 'stepped on', []],
    ['the next session', 'stepped on', log('w03-A')],
    ['the next two, the later one first', 'stepped on', [...log('w03-B'), ...log('w03-A')]],
    ['a late one', 'read again', log('w01-A')],
    ['a late one and the next', 'read again', [...log('w01-B'), ...log('w03-A')]],
    ['one late slot of a session that is known', 'read again', log('w02-B', { more: -2, rir: 0 }).slice(1, 2)],
    ['a correction', 'read again', log('w02-A', { more: -3, rir: 0, revision: 1 })],
    [
      'a correction dated after everything',
      'read again',
      log('w02-A', { more: -3, rir: 0, revision: 1, date: '2026-01-16' }),
    ],
    [
      'the next session twice, corrected at once',
      'read again',
      [...log('w03-A'), ...log('w03-A', { more: -3, revision: 1 })],
    ],
    [
      'the next session, and its correction a day later',
      'read again',
      [...log('w03-A'), ...log('w03-A', { more: -3, rir: 0, revision: 1, date: '2026-01-20' })],
    ],
    ['another session on the day of the last', 'stepped on', log('w03-A', { date: '2026-01-15', more: 2 })],
    ['an earlier one on the day of the last', 'read again', log('w01-B', { date: '2026-01-15', more: 2 })],
    ['the next two weeks, the later one first', 'stepped on', [...log('w04-A'), ...log('w03-A')]],
    [
      'a slot that only the other session had so far',
      'stepped on',
      log('w02-A', { date: '2026-01-16' })
        .map((fact) => ({ ...fact, slot: 'B1' }))
        .slice(0, 1),
    ],
    [
      'a slot of its own on a day that is known',
      'stepped on',
      log('w02-B')
        .map((fact) => ({ ...fact, slot: 'B9' }))
        .slice(0, 1),
    ],
  ])('%s: %s', (_, how, more) => {
    expect(extendRecord(record(base), more, context)).toEqual(record(base, [...more]));
    // Told of sessions that no log shows, only a record that is read again forgets them.
    const known = record(base);
    const steps = [...known.steps].map(
      ([id, one]) => [id, { ...one, state: { ...one.state, exposures: 50 } }] as const,
    );
    const extended = extendRecord({ ...known, steps: new Map(steps) }, more, context);
    const most = Math.max(...[...extended.steps.values()].map(({ state }) => state.exposures));
    expect(most >= 50 ? 'stepped on' : 'read again').toBe(how);
  });

  test('the first report of a reserve stays the first', () => {
    const silent = record(log('w02-A', { rir: null }));
    const told = extendRecord(silent, log('w02-B'), context);
    expect(extendRecord(told, log('w03-A'), context).reservesSince).toBe('2026-01-15');
    expect(extendRecord(silent, log('w03-A', { rir: null }), context).reservesSince).toBeNull();
  });

  test('the first logs of all make the record', () => {
    expect(extendRecord(record(), base, context)).toEqual(record(base));
    expect(extendRecord(record(), [], context)).toEqual(record());
  });

  test('the record given stays as it was', () => {
    const known = record(base);
    extendRecord(known, log('w03-A'), context);
    expect(known).toEqual(record(base));
  });
});

describe('what an exercise is stepped with', () => {
  test('the client’s own weights where they are known, else the usual steps', () => {
    const own = { ...context, loadables: { gx_deadlift: [4000, 6000] } };
    expect(contextOf('gx_deadlift', null, own)).toEqual({
      parameters: defaultParameters,
      age: 34,
      unit: 'kg',
      loadable: [4000, 6000],
      reservesSince: null,
    });
    expect(contextOf('qd_rev_lunge', '2026-01-12', own)).toMatchObject({ loadable: 200, reservesSince: '2026-01-12' });
    expect(contextOf('gx_deadlift', null, context).loadable).toBe(250);
    expect(contextOf('an_unknown_one', null, context).loadable).toBe(250);
  });
});
