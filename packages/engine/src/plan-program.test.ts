import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { type PlannedProgram, planProgram } from './plan-program.ts';
import type { Profile } from './profile.ts';
import type { RunningWeek } from './running-week.ts';
import { arbitraryBuildInput, arbitraryRunningWeek, arbitraryStart } from './testing/arbitrary-profile.ts';
import { articleRunner } from './testing/article-runner.ts';

const startsOn = arbitraryStart;
const inputOf = (profile: Partial<Profile>) => ({
  profile: { ...articleRunner, ...profile },
  startsOn,
  weeks: 24,
  sessionsPerWeek: 2 as const,
});
const plan = (input: Parameters<typeof planProgram>[0], last?: PlannedProgram): PlannedProgram => {
  const planned = planProgram(input, last);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.value;
};
const overrideOf = (profile: Profile, week: number, runs: RunningWeek): Profile => ({
  ...profile,
  weekOverrides: { ...profile.weekOverrides, [addDays(startsOn, 7 * week)]: runs },
});

/** Two days of one week change places. */
function swapDays(profile: Profile, week: number): Profile {
  const monday: PlainDate = addDays(startsOn, 7 * week);
  const [mon, tue, wed, thu, fri, sat, sun] = profile.weekOverrides[monday] ?? profile.runningWeek;
  return overrideOf(profile, week, [tue, mon, wed, thu, fri, sat, sun]);
}

describe('planning again after moved runs', () => {
  test('takes over the blocks that the move leaves alone, and builds the one it is in', () => {
    const input = inputOf({});
    const first = plan(input);
    const [mon, tue, wed, thu, ...others] = input.profile.runningWeek;
    const profile = overrideOf(input.profile, 8, [mon, tue, thu, wed, ...others]);
    const moved = plan({ ...input, profile }, first);
    const block = first.built.program.weeks[8]?.block;
    const isTakenOver = moved.built.program.weeks.map((week, index) => week === first.built.program.weeks[index]);
    expect(isTakenOver).toEqual(first.built.program.weeks.map((week) => week.block !== block));
  });

  test('starts over where anything else has changed', () => {
    const input = inputOf({});
    const first = plan(input);
    for (const changed of [
      { ...input, profile: { ...input.profile, minutesPerSession: 30 } },
      { ...input, profile: { ...input.profile, unavailable: ['wed'] as const } },
      { ...input, weeks: 26 },
      { ...input, sessionsPerWeek: 1 as const },
      { ...input, startsOn: addDays(startsOn, 7) },
    ]) {
      expect(plan(changed, first).built).toEqual(plan(changed).built);
    }
  });

  test('counts the sessions before a B race anew, though only one of their two weeks has moved', () => {
    const input = inputOf({ races: [{ date: addDays(startsOn, 44), distance: '10k', priority: 'B' }] });
    const [mon, tue, wed, thu, ...others] = input.profile.runningWeek;
    const moved = { ...input, profile: overrideOf(input.profile, 5, [mon, tue, thu, wed, ...others]) };
    expect(plan(moved, plan(input)).built).toEqual(plan(moved).built);
  });

  test("takes the coach's new words for a run, though the run is the same", () => {
    const input = inputOf({});
    const [mon, tue, wed, ...others] = input.profile.runningWeek;
    const noted = { ...wed, note: '6 × 800 m' };
    const moved = { ...input, profile: overrideOf(input.profile, 8, [mon, tue, noted, ...others]) };
    expect(plan(moved, plan(input)).built).toEqual(plan(moved).built);
    expect(JSON.stringify(plan(moved, plan(input)).built)).toContain('6 × 800 m');
  });

  test('says what is wrong with an input as building does', () => {
    const wrong = { ...inputOf({}), weeks: 7 };
    expect(planProgram(wrong)).toEqual(buildProgram(wrong));
  });

  test('law: any chain of moves gives what building anew gives', () => {
    const moves = fc.array(
      fc.record({ week: fc.integer({ min: -1, max: 52 }), runs: fc.option(arbitraryRunningWeek, { nil: null }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        arbitraryBuildInput,
        moves,
        fc.option(arbitraryRunningWeek, { nil: null, freq: 4 }),
        (input, each, usual) => {
          let planned = plan(input);
          expect(JSON.stringify(planned.built)).toBe(JSON.stringify(bare(input)));
          let profile = input.profile;
          const profiles = each.map(({ week, runs }) => {
            profile = runs === null ? swapDays(profile, week) : overrideOf(profile, week, runs);
            return profile;
          });
          if (usual !== null) profiles.push({ ...profile, runningWeek: usual });
          for (const next of [...profiles, input.profile]) {
            const again = { ...input, profile: next };
            planned = plan(again, planned);
            expect(JSON.stringify(planned.built)).toBe(JSON.stringify(bare(again)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Built from a copy, which shares nothing with what was planned before. */
function bare(input: Parameters<typeof buildProgram>[0]) {
  const built = buildProgram(JSON.parse(JSON.stringify(input)) as typeof input);
  return built.ok ? built.value : built.problems;
}
