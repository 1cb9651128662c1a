import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import type { Prescription } from './program.ts';
import { estimateMinutes } from './session-minutes.ts';
import { estimateSetSeconds } from './set-seconds.ts';
import { arbitraryBuildInput } from './testing/arbitrary-profile.ts';
import { articleRunner } from './testing/article-runner.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 6, sessionsPerWeek: 2 });
const lines = built.ok ? (built.value.program.weeks[2]?.sessions[0]?.prescriptions ?? []) : [];

describe('minutes', () => {
  test('the article’s four exercises with three minutes’ rest take about 40', () => {
    expect(estimateMinutes(lines)).toBe(37);
  });

  test('nothing takes none', () => {
    expect(estimateMinutes([])).toBe(0);
  });

  test('a set counts both sides, and a slow rep for what it takes', () => {
    const set = { measure: 'reps', amount: 6, perSide: true, explosive: false, tempo: null } as const;
    expect(estimateSetSeconds(set)).toBe(2 * 6 * 4 + 5);
    expect(estimateSetSeconds({ ...set, perSide: false, tempo: '3-1-1' })).toBe(30);
    expect(estimateSetSeconds({ ...set, perSide: false, explosive: true })).toBe(12);
    expect(estimateSetSeconds({ ...set, measure: 'seconds', amount: 30 })).toBe(65);
  });

  test('a pair takes its rounds and the lift’s rests: the light work is inside them', () => {
    const [calf, plank] = [lines[2], lines[3]] as const;
    if (!calf || !plank) throw new Error('The article’s runner has four exercises');
    const paired = [calf, plank].map((line) => ({ ...line, sets: 3, superset: 'A' as const }));
    const alone = paired.map((line) => ({ ...line, superset: null }));
    const work = estimateSetSeconds(calf) + estimateSetSeconds(plank);
    const rest = calf.restSeconds - 15 - estimateSetSeconds(plank);
    const warmUp = 180 + 9 * 4 + 2 * 45;
    expect(estimateMinutes(paired)).toBe(Math.ceil((warmUp + 2 * 60 + 3 * work + 2 * (15 + rest)) / 60));
    expect(estimateMinutes(alone)).toBeGreaterThan(estimateMinutes(paired));
  });

  test('with one set each there is nothing to save: the way over counts once, as between any two exercises', () => {
    const [calf, plank] = [lines[2], lines[3]] as const;
    if (!calf || !plank) throw new Error('The article’s runner has four exercises');
    // Every length of the hold, so that a second too many would pass a whole minute somewhere.
    for (let amount = 1; amount <= 60; amount += 1) {
      const alone = [calf, { ...plank, amount }].map((line) => ({ ...line, sets: 1, superset: null }));
      const paired = alone.map((line) => ({ ...line, superset: 'A' as const }));
      expect(estimateMinutes(paired)).toBe(estimateMinutes(alone));
    }
  });

  test('law: a pair takes longer than its lift alone, so that no rest is cut, and no longer than its lines apart', () => {
    const pairs = arbitraryBuildInput.map((input) => {
      const program = buildProgram({ ...input, profile: { ...input.profile, minutesPerSession: 35 } });
      if (!program.ok) throw new Error(JSON.stringify(program.problems));
      return program.value.program.weeks.flatMap(({ sessions }) => sessions);
    });
    fc.assert(
      fc.property(pairs, (sessions) => {
        for (const { prescriptions, minutes } of sessions) {
          const seconds = new Set(prescriptions.filter(isSecond));
          if (seconds.size === 0) continue;
          const without = prescriptions.filter((one) => !seconds.has(one)).map((one) => ({ ...one, superset: null }));
          expect(minutes).toBeGreaterThan(estimateMinutes(without));
          expect(minutes).toBeLessThanOrEqual(
            estimateMinutes(prescriptions.map((one) => ({ ...one, superset: null }))),
          );
        }
      }),
    );
  });
});

const isSecond = ({ superset, slot }: Prescription, _: number, all: readonly Prescription[]): boolean =>
  superset !== null && all.find((one) => one.superset === superset)?.slot !== slot;
