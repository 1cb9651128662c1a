import { expect, test } from 'vitest';
import { articleRules } from './adapt/rule-set.ts';
import { screen } from './adapt/screen.ts';
import { buildProgram } from './build-program.ts';
import { excusesSwap } from './excuses.ts';
import type { Profile } from './profile.ts';
import { reasonCodes } from './reason.ts';
import { articleRunner } from './testing/article-runner.ts';
import { equipment } from './vocabulary.ts';

const tuned = (parameters: Partial<typeof articleRules.parameters>) => ({
  ...articleRules,
  parameters: { ...articleRules.parameters, ...parameters },
});
const build = (profile: Partial<Profile>, weeks: number, rules = articleRules) => {
  const runner = { ...articleRunner, ...profile };
  const built = buildProgram({ profile: runner, startsOn: '2026-01-05', weeks, sessionsPerWeek: 2, rules });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value;
};
const codesIn = ({ program }: ReturnType<typeof build>, week: number, session: string, exercise: string) =>
  program.weeks[week - 1]?.sessions
    .find(({ label }) => label === session)
    ?.prescriptions.find(({ exerciseId }) => exerciseId === exercise)
    ?.reasons.map(({ code }) => code);

test('a rung back after time away is explained in each session that it comes to, also a block later', () => {
  // Back on the last Sunday of a block: its one session takes the steps down, the next block has them in both.
  const away = build({ timeOff: [{ from: '2026-02-16', to: '2026-03-28', kind: 'holiday', work: 'none' }] }, 18);
  expect(away.findings.filter(({ code }) => code === 'M2_NEXT_NOT_HARDER')).toEqual([]);
  expect(codesIn(away, 13, 'B', 'am_circles')).toContain('GAP_RUNG_DOWN');
  expect(codesIn(away, 14, 'B', 'am_circles')).toContain('GAP_RUNG_DOWN');
});

test('an easier exercise in place of a heavy one is explained when it first stands in a session, also a block later', () => {
  const profile: Partial<Profile> = {
    age: 65,
    experience: 'new',
    minutesPerSession: 20,
    equipment: [...equipment],
    workingLoads: { qd_goblet: { hundredths: 2_000, unit: 'kg' } },
    runningWeek: [
      { kind: 'easy' },
      { kind: 'rest' },
      { kind: 'rest' },
      { kind: 'rest' },
      { kind: 'easy' },
      { kind: 'rest' },
      { kind: 'easy' },
    ],
    races: [{ date: '2026-05-05', distance: 'marathon', priority: 'A' }],
    screening: screen({
      age: 65,
      answers: [],
      answeredOn: '2026-01-05',
      today: '2026-01-05',
      hasChanged: false,
      isCleared: false,
      pregnantWeeks: 10,
      weeksSinceBirth: null,
      hasOsteoporosis: false,
      hasFragilityFracture: false,
      hasBoneStressHistory: false,
      hasLowEnergySigns: false,
    }),
  };
  const built = build(profile, 16, tuned({ heavySlotsPerSession: 1, setsStrength: 2, restPower: 300 }));
  expect(built.findings.filter(({ code }) => code === 'M2_NEXT_NOT_HARDER')).toEqual([]);
});

test('a rung up for its own sake excuses nothing', () => {
  expect(excusesSwap('NEXT_RUNG')).toBe(false);
  expect(reasonCodes.filter(excusesSwap)).toHaveLength(14);
});
