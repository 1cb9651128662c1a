import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlannedSession, Prescription, ProgramWeek } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { inKg } from '../testing/exercise-logs.ts';
import { sessionOf } from '../testing/lived-program.ts';
import { type InsteadInput, prescribeInstead } from './prescribe-instead.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const { program } = built.value;
const why = { code: 'PAIN_RED', rule: 'PAIN', data: { site: 'anterior_knee' } };

interface Place {
  readonly phase?: ProgramWeek['phase'];
  readonly load?: PlannedSession['load'];
  readonly lines?: readonly Prescription[];
  readonly sets?: number;
}

/** The exercise in a slot of week 2, an ordinary week, or of another place like it. */
function prescribe(
  slot: string,
  exerciseId: string,
  { phase = 'build', load = 'full', lines, sets }: Place = {},
  more: Partial<InsteadInput> = {},
): Prescription {
  const planned = sessionOf(program, `w02-${slot.slice(0, 1)}`);
  const session = { ...planned, load, prescriptions: lines ?? planned.prescriptions };
  const week = program.weeks[1];
  const line = planned.prescriptions.find((one) => one.slot === slot);
  const exercise = findExercise(exerciseId);
  if (!week || !line || !exercise) throw new Error(`No ${slot} or ${exerciseId}`);
  return prescribeInstead({
    week: { ...week, phase },
    session,
    prescription: sets === undefined ? line : { ...line, sets },
    exercise,
    profile: articleRunner,
    parameters: defaultParameters,
    load: null,
    why,
    ...more,
  });
}

describe('what takes another exercise’s place', () => {
  test('starts at the bottom of its own range, with its own rest and reserve', () => {
    expect(prescribe('A2', 'gx_hip_thrust')).toMatchObject({
      slot: 'A2',
      exerciseId: 'gx_hip_thrust',
      goal: 'strength',
      sets: 3,
      measure: 'reps',
      amount: 4,
      range: [4, 6],
      rir: 2,
      restSeconds: 180,
      load: null,
      superset: null,
      pinned: [],
    });
    expect(prescribe('A3', 'cg_single')).toMatchObject({
      goal: 'stability',
      amount: 8,
      range: [8, 12],
      rir: 3,
      perSide: true,
    });
  });

  test('in a deload week it is as easy as any first week', () => {
    expect(prescribe('A2', 'gx_hip_thrust', { phase: 'deload' })).toMatchObject({ sets: 2, rir: 3 });
  });

  test('says which area it is for, how it is dosed, and last why it stands there', () => {
    const { reasons } = prescribe('A2', 'gx_hip_thrust');
    expect(reasons.map(({ code }) => code)).toEqual([
      'AREA_SLOT',
      'DOSE_STRENGTH',
      'LOAD_BY_FEEL',
      'START_OF_RANGE',
      'PAIN_RED',
    ]);
    expect(reasons[0]).toEqual({
      code: 'AREA_SLOT',
      rule: 'S17',
      data: { area: 'glutes', ladder: 'glute_max_hinge', rung: 5 },
    });
  });

  test('no load is invented: the one that was lifted, else the one she is known to use, else by feel', () => {
    const known = { ...articleRunner, workingLoads: { gx_hip_thrust: inKg(60) } };
    expect(prescribe('A2', 'gx_hip_thrust').load).toBeNull();
    expect(prescribe('A2', 'gx_hip_thrust', {}, { profile: known }).load).toEqual(inKg(60));
    expect(prescribe('A2', 'gx_hip_thrust', {}, { profile: known, load: inKg(40) }).load).toEqual(inKg(40));
  });

  test('never has more sets than what it stands in for', () => {
    expect([1, 2, 3, 4].map((sets) => prescribe('A2', 'gx_hip_thrust', { sets }).sets)).toEqual([1, 2, 3, 3]);
  });

  test.each<[string, Place, number]>([
    ['an ordinary week', {}, 3],
    ['a light day', { load: 'light' }, 2],
    ['a taper', { phase: 'taper' }, 2],
    ['the first week after a race', { phase: 'return' }, 2],
    ['a season between races', { phase: 'maintain' }, 3],
    ['a reduced day', { load: 'reduced' }, 3],
  ])('sets on %s', (_, place, sets) => {
    expect(prescribe('A3', 'cg_single', place).sets).toBe(sets);
  });

  test('a light day leaves four reps in reserve, and nothing to count where nothing is counted', () => {
    expect(prescribe('A3', 'cg_single', { load: 'light' }).rir).toBe(4);
    expect(prescribe('A3', 'cg_iso', { load: 'light' }).rir).toBeNull();
    expect(prescribe('A3', 'cg_iso').rir).toBeNull();
  });
});

describe('at most two exercises of a session have many reps (S5)', () => {
  const lines = sessionOf(program, 'w02-B').prescriptions;
  const mostOf = (slot: string, exerciseId: string, others: readonly Prescription[] = lines) =>
    prescribe(slot, exerciseId, { lines: others }).range[1];

  test('a third one keeps below twelve', () => {
    // Hip hitches to 12 and ankle rocks to 20 are two.
    expect(mostOf('B1', 'cg_single')).toBe(11);
  });

  test('in the place of one of the two it may have them', () => {
    expect(mostOf('B3', 'cg_single')).toBe(12);
  });

  test('holds are no reps, however long, and eleven are not many', () => {
    const held = lines.map((line) => (line.slot === 'B3' ? { ...line, measure: 'seconds' as const } : line));
    expect(mostOf('B1', 'cg_single', held)).toBe(12);
    const fewer = lines.map((line) => (line.slot === 'B3' ? { ...line, range: [8, 11] as const } : line));
    expect(mostOf('B1', 'cg_single', fewer)).toBe(12);
  });
});
