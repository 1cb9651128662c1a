import { describe, expect, test } from 'vitest';
import { articleRules } from '../adapt/rule-set.ts';
import { type ScreeningAnswers, screen } from '../adapt/screen.ts';
import { buildProgram } from '../build-program.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { checkProgram } from '../check-program.ts';
import { isHighResistance } from '../high-resistance.ts';
import { daysBetween } from '../plain-date.ts';
import type { Profile } from '../profile.ts';
import type { Prescription, Program } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { answerHealthy } from '../testing/screening-answers.ts';
import { type ExerciseFlag, equipment } from '../vocabulary.ts';

const startsOn = '2026-01-05';

type Answers = Partial<Omit<ScreeningAnswers, 'age'>>;

const profileOf = (age: number, answers: Answers, more: Partial<Profile> = {}): Profile => ({
  ...articleRunner,
  age,
  equipment: [...equipment],
  ...more,
  screening: screen(answerHealthy({ age, answeredOn: startsOn, today: startsOn, ...answers })),
});

const tuned = (parameters: Partial<typeof articleRules.parameters>) => ({
  ...articleRules,
  parameters: { ...articleRules.parameters, ...parameters },
});

const build = (profile: Profile, rules = articleRules) => {
  const built = buildProgram({ profile, startsOn, weeks: 24, sessionsPerWeek: 2, rules });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value;
};

const linesOf = (program: Program): readonly Prescription[] =>
  program.weeks.flatMap(({ sessions }) => sessions.flatMap(({ prescriptions }) => prescriptions));
const strengthOf = (program: Program) => linesOf(program).filter(({ goal }) => goal === 'strength');
const flagsOf = (program: Program): ReadonlySet<ExerciseFlag> =>
  new Set(linesOf(program).flatMap(({ exerciseId }) => findExercise(exerciseId)?.flags ?? []));
const impactOf = (program: Program) =>
  Math.max(...linesOf(program).map(({ exerciseId }) => findExercise(exerciseId)?.impact ?? 0));

interface GroupCase {
  readonly name: string;
  readonly source: string;
  readonly age: number;
  readonly answers: Answers;
  readonly more?: Partial<Profile>;
  /** Everything the program waits for, by code. */
  readonly holds: readonly string[];
  /** Fewest and most reps of its strength sets, the most sets, the least in reserve. */
  readonly strength: { readonly reps: readonly [number, number]; readonly sets: number; readonly rir: number };
  readonly impact: number;
  readonly without: readonly ExerciseFlag[];
}

/** Every group of rulebook 2.8, as a coach would tune for the heaviest: four sets, one rep in reserve. */
const cases: readonly GroupCase[] = [
  {
    name: 'nobody to be careful with',
    source: 'rulebook 2.4',
    age: 34,
    answers: {},
    holds: [],
    strength: { reps: [3, 8], sets: 4, rir: 1 },
    impact: 3,
    without: [],
  },
  {
    name: 'a yes on the questionnaire waits for clearance',
    source: 'PAR-Q+',
    age: 34,
    answers: { answers: [true, false, false, false, false, false, false] },
    holds: ['SCREEN_CLEARANCE'],
    strength: { reps: [3, 8], sets: 4, rir: 1 },
    impact: 3,
    without: [],
  },
  {
    name: 'under 18: 6 to 15 reps, three sets, three in reserve, gentle impact',
    source: 'NSCA 2009; Blagrove 2020',
    age: 16,
    answers: {},
    holds: ['HOLD_MINOR'],
    strength: { reps: [6, 15], sets: 3, rir: 3 },
    impact: 2,
    without: [],
  },
  {
    name: 'in week 24 of a pregnancy: no jumps, no straining, not on the back',
    source: 'ACOG 804',
    age: 30,
    answers: { pregnantWeeks: 24 },
    holds: ['SCREEN_PREGNANT'],
    strength: { reps: [3, 8], sets: 4, rir: 1 },
    impact: 0,
    without: ['supine', 'valsalva'],
  },
  {
    name: 'eight weeks after a birth: no impact',
    source: 'Goom 2019',
    age: 30,
    answers: { weeksSinceBirth: 8 },
    holds: ['SCREEN_POSTPARTUM'],
    strength: { reps: [3, 8], sets: 4, rir: 1 },
    impact: 0,
    without: [],
  },
  {
    name: 'osteoporosis: up to three sets of eight, moderate impact',
    source: 'Brooke-Wavell 2022',
    age: 55,
    answers: { hasOsteoporosis: true },
    holds: ['SCREEN_BONE'],
    strength: { reps: [8, 8], sets: 3, rir: 1 },
    impact: 2,
    without: [],
  },
  {
    name: 'after fractures the same dose, and no impact',
    source: 'Brooke-Wavell 2022',
    age: 55,
    answers: { hasOsteoporosis: true, hasFragilityFracture: true },
    holds: ['SCREEN_FRACTURE'],
    strength: { reps: [8, 8], sets: 3, rir: 1 },
    impact: 0,
    without: [],
  },
  {
    name: 'of two groups both: at 17 with osteoporosis',
    source: 'the narrower of each',
    age: 17,
    answers: { hasOsteoporosis: true },
    holds: ['HOLD_MINOR', 'SCREEN_BONE'],
    strength: { reps: [8, 8], sets: 3, rir: 3 },
    impact: 2,
    without: [],
  },
  {
    name: 'an earlier bone stress injury goes to somebody first',
    source: 'rulebook 2.8',
    age: 25,
    answers: { hasBoneStressHistory: true },
    holds: ['SCREEN_REFER'],
    strength: { reps: [3, 8], sets: 4, rir: 1 },
    impact: 3,
    without: [],
  },
];

describe('every group of the screening is built for', () => {
  test.each(cases)('$name ($source)', ({ age, answers, more, holds, strength, impact, without }) => {
    const profile = profileOf(age, answers, more);
    const rules = tuned({ setsStrength: 4, rir: 1, strengthRepsMax: 8 });
    const { program, findings, holds: held } = build(profile, rules);
    expect(held.map(({ code }) => code)).toEqual(holds);
    const doses = strengthOf(program);
    expect(doses.length).toBeGreaterThan(0);
    const [low, high] = strength.reps;
    for (const { amount, sets, rir } of doses) {
      expect(amount).toBeGreaterThanOrEqual(low);
      expect(amount).toBeLessThanOrEqual(high);
      expect(sets).toBeLessThanOrEqual(strength.sets);
      expect(rir).toBeGreaterThanOrEqual(strength.rir);
    }
    expect(impactOf(program)).toBeLessThanOrEqual(impact);
    for (const flag of without) expect(flagsOf(program)).not.toContain(flag);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ code }) => code === 'M1_GROUP_DOSE')).toEqual([]);
  });

  test('with osteoporosis the hinge stays', () => {
    const { program } = build(profileOf(55, { hasOsteoporosis: true, hasFragilityFracture: true }));
    expect(linesOf(program).some(({ exerciseId }) => findExercise(exerciseId)?.ladder === 'glute_max_hinge')).toBe(
      true,
    );
  });

  test('with osteoporosis eight reps stay, and after two sessions of them the load rises', () => {
    const profile = profileOf(
      55,
      { hasOsteoporosis: true },
      { workingLoads: { gx_deadlift: { hundredths: 6_000, unit: 'kg' } } },
    );
    const block = build(profile)
      .program.weeks.slice(0, 6)
      .flatMap(({ sessions }) => sessions.flatMap(({ prescriptions }) => prescriptions))
      .filter(({ exerciseId }) => exerciseId === 'gx_deadlift');
    expect(block.map(({ sets, amount, load }) => `${sets}x${amount} ${(load?.hundredths ?? 0) / 100}`)).toEqual([
      '2x8 55',
      '3x8 60',
      '3x8 60',
      '3x8 62.5',
      '3x8 62.5',
      '3x8 65',
    ]);
    expect(block[1]?.reasons.map(({ code }) => code)).toContain('DOSE_BONE');
  });

  test('with osteoporosis what has no load goes slow after two sessions of its eight reps', () => {
    const { program } = build(profileOf(55, { hasOsteoporosis: true }, { equipment: ['sliders'] }));
    const block = program.weeks
      .slice(0, 6)
      .flatMap(({ sessions }) => sessions.flatMap(({ prescriptions }) => prescriptions))
      .filter(({ exerciseId }) => exerciseId === 'hs_slider_curl');
    expect(block.map(({ sets, amount, tempo }) => `${sets}x${amount} ${tempo}`)).toEqual([
      '2x8 null',
      '3x8 null',
      '3x8 null',
      '3x8 3-1-1',
      '3x8 3-1-1',
      '3x8 3-1-1',
    ]);
    expect(block[2]?.reasons.map(({ code }) => code)).toContain('SAME_AGAIN');
  });

  test('in pregnancy what asks for balance is marked for the coach to look at', () => {
    const { program } = build(profileOf(30, { pregnantWeeks: 12 }));
    const balancing = linesOf(program).filter(({ exerciseId }) => findExercise(exerciseId)?.flags.includes('balance'));
    expect(balancing.length).toBeGreaterThan(0);
    for (const { reasons } of balancing) expect(reasons.map(({ code }) => code)).toContain('SCREEN_CAUTION');
  });

  test('past 35 no week of building goes without calves', () => {
    const { program } = build(profileOf(36, {}));
    for (const { phase, sessions } of program.weeks) {
      if (phase !== 'build') continue;
      const areas = sessions.flatMap(({ prescriptions }) =>
        prescriptions.map((one) => findExercise(one.exerciseId)?.area),
      );
      expect(areas).toContain('calves');
    }
  });

  test('from 60 blocks are six weeks, and heavy sessions three days apart', () => {
    const { program } = build(profileOf(64, {}), tuned({ blockWeeks: 4, heavyGapHours: 36 }));
    expect(program.blocks.map(({ firstWeek, lastWeek }) => lastWeek - firstWeek + 1)).toEqual([6, 6, 6, 6]);
    const heavyDays = program.weeks.flatMap(({ sessions }) =>
      sessions
        .filter(({ load, prescriptions }) => load === 'full' && prescriptions.some(isHeavy))
        .map(({ date }) => date),
    );
    for (const [index, date] of heavyDays.entries()) {
      const before = heavyDays[index - 1];
      if (before !== undefined) expect(daysBetween(before, date)).toBeGreaterThanOrEqual(3);
    }
  });

  test('from 60 two sessions keep strength between two races, before it one', () => {
    const races = [
      { date: '2026-03-01', distance: '10k', priority: 'A' },
      { date: '2026-04-12', distance: '10k', priority: 'A' },
    ] as const;
    const sessionsIn = (age: number) =>
      build(profileOf(age, {}, { races })).program.weeks.find(({ phase }) => phase === 'maintain')?.sessions.length;
    expect([sessionsIn(34), sessionsIn(64)]).toEqual([1, 2]);
  });
});

const isHeavy = (line: Prescription): boolean => {
  const exercise = findExercise(line.exerciseId);
  return exercise !== undefined && isHighResistance(exercise, line);
};

describe('a dose that is not the group’s is found', () => {
  const edited = (profile: Profile, change: Partial<Prescription>) => {
    const { program } = build(profile);
    const weeks = program.weeks.map((week) => ({
      ...week,
      sessions: week.sessions.map((session) => ({
        ...session,
        prescriptions: session.prescriptions.map((one) => (one.goal === 'strength' ? { ...one, ...change } : one)),
      })),
    }));
    return checkProgram({ program: { ...program, weeks }, profile }).filter(({ code }) => code === 'M1_GROUP_DOSE');
  };

  test.each([
    ['heavy fives with osteoporosis', profileOf(55, { hasOsteoporosis: true }), { amount: 5 }, 'BONE'],
    ['twelve reps with osteoporosis', profileOf(55, { hasOsteoporosis: true }), { amount: 12 }, 'BONE'],
    ['a fourth set with osteoporosis', profileOf(55, { hasOsteoporosis: true }), { sets: 4 }, 'BONE'],
    ['heavy fours under 18', profileOf(16, {}), { amount: 4 }, 'YOUTH'],
    ['a fourth set under 18', profileOf(16, {}), { sets: 4 }, 'YOUTH'],
  ] as const)('%s', (_, profile, change, rule) => {
    const found = edited(profile, change);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((finding) => `${finding.rule} ${finding.severity}`))).toEqual(
      new Set([`${rule} warning`]),
    );
  });

  test('fifteen reps are fine under 18, and heavy fives for whoever is in no group', () => {
    expect(edited(profileOf(16, {}), { amount: 15 })).toEqual([]);
    expect(edited(profileOf(34, {}), { amount: 5, sets: 4 })).toEqual([]);
  });
});
