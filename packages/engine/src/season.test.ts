import { describe, expect, test } from 'vitest';
import { articleRules } from './adapt/rule-set.ts';
import { screen } from './adapt/screen.ts';
import { buildProgram } from './build-program.ts';
import { findExercise } from './catalogue/catalogue.ts';
import { explainReason } from './explain.ts';
import { defaultParameters, type ParameterValues } from './parse-parameters.ts';
import { parseProfile } from './parse-profile.ts';
import type { Profile, Race } from './profile.ts';
import { articleRunner } from './testing/article-runner.ts';
import { answerHealthy } from './testing/screening-answers.ts';

const startsOn = '2026-01-05';
const build = (profile: Partial<Profile>, weeks: number, tuned: Partial<ParameterValues> = {}) => {
  const built = buildProgram({
    profile: { ...articleRunner, ...profile },
    startsOn,
    weeks,
    sessionsPerWeek: 2,
    rules: { ...articleRules, parameters: { ...defaultParameters, ...tuned } },
  });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value;
};
type Built = ReturnType<typeof build>;

const marathon = (date: string): Race => ({ date, distance: 'marathon', priority: 'A' });
const focusesOf = ({ program }: Built) => program.blocks.map(({ focus }) => focus);
const prescriptionsIn = ({ program }: Built, week: number) =>
  program.weeks[week - 1]?.sessions.flatMap(({ prescriptions }) => prescriptions) ?? [];
const codesOf = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

describe('toward an A race', () => {
  // Six blocks of six weeks, the race at their end.
  const built = build({ races: [marathon('2026-09-13')] }, 36);

  test('blocks go from general over strength to power, and each says so', () => {
    expect(focusesOf(built)).toEqual(['general', 'general', 'general', 'strength', 'strength', 'power']);
    const [last] = built.program.blocks[5]?.reasons.filter(({ code }) => code === 'BLOCK_FOCUS') ?? [];
    expect(last?.data).toEqual({ focus: 'power', race: '2026-09-13', distance: 'marathon' });
    expect(explainReason(last ?? { code: '', rule: '', data: {} }).claim).toContain('jumps');
  });

  test('heavier means a rep fewer with as much in reserve', () => {
    const rangesOf = (week: number) =>
      prescriptionsIn(built, week)
        .filter(({ goal, exerciseId }) => goal === 'strength' && findExercise(exerciseId)?.loadType === 'external')
        .map(({ range, rir }) => [range[0], rir]);
    for (const [low] of rangesOf(2)) expect(low).toBeGreaterThanOrEqual(4);
    expect(rangesOf(20).some(([low]) => low === 3)).toBe(true);
    for (const [low, rir] of rangesOf(20)) expect([Number(low) >= 3, rir]).toEqual([true, 2]);
  });

  test('the last block gives more sets to jumps and fewer to the lifts', () => {
    const setsOf = (week: number, goal: string) =>
      Math.max(
        ...prescriptionsIn(built, week)
          .filter((one) => one.goal === goal)
          .map(({ sets }) => sets),
      );
    expect([setsOf(28, 'power'), setsOf(28, 'strength')]).toEqual([3, 3]);
    expect([setsOf(33, 'power'), setsOf(33, 'strength')]).toEqual([4, 2]);
  });

  test('who does no jumps ends on strength', () => {
    expect(focusesOf(build({ age: 62, races: [marathon('2026-09-13')] }, 36)).at(-1)).toBe('strength');
  });

  test('without a race all of it is general', () => {
    expect(new Set(focusesOf(build({}, 52)))).toEqual(new Set(['general']));
  });

  test('after the race a new season starts with a block of its own', () => {
    const two = build({ races: [marathon('2026-04-26'), marathon('2026-11-29')] }, 47);
    const starts = two.program.blocks.map(({ firstWeek }) => firstWeek);
    expect(starts).toContain(17);
    expect(two.program.blocks.find(({ firstWeek }) => firstWeek === 17)?.focus).toBe('general');
    expect(focusesOf(two).at(-1)).toBe('power');
  });
});

describe('between races that are close (Beattie 2017, Spiering 2021)', () => {
  const races: readonly Race[] = [
    { date: '2026-03-15', distance: '10k', priority: 'A' },
    { date: '2026-05-03', distance: '10k', priority: 'A' },
  ];
  const weekOf = ({ program }: Built, number: number) => program.weeks[number - 1];

  test('one session a week with fewer sets, the load kept', () => {
    const built = build({ races }, 20);
    // Races on the Sundays of weeks 10 and 17.
    const before = prescriptionsIn(built, 7).find(({ exerciseId }) => exerciseId.startsWith('gx_'));
    expect(weekOf(built, 13)).toMatchObject({ phase: 'maintain' });
    expect(weekOf(built, 13)?.sessions).toHaveLength(1);
    const kept = prescriptionsIn(built, 13).find(({ exerciseId }) => exerciseId.startsWith('gx_'));
    expect(kept?.exerciseId).toBe(before?.exerciseId);
    expect(kept?.sets).toBeLessThan(before?.sets ?? 0);
    expect(codesOf(kept?.reasons ?? [])).toContain('IN_SEASON');
    expect(codesOf(weekOf(built, 13)?.warnings ?? [])).toContain('IN_SEASON_WEEK');
    expect(weekOf(built, 13)?.days.flatMap(({ reasons }) => codesOf(reasons))).toContain('IN_SEASON_ONE_SESSION');
    expect(built.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('from 60 it takes two sessions of two sets', () => {
    const built = build({ age: 60, races }, 20);
    expect(weekOf(built, 13)?.sessions).toHaveLength(2);
    expect(prescriptionsIn(built, 13).every(({ sets }) => sets >= 2)).toBe(true);
  });

  test('further apart, there is something to build', () => {
    const [first] = races;
    const built = build({ races: [first as Race, { date: '2026-05-24', distance: '10k', priority: 'A' }] }, 20);
    expect(built.program.weeks.some(({ phase }) => phase === 'maintain')).toBe(false);
  });
});

describe('easy weeks', () => {
  test('at the default numbers every block brings its own, and none is more than six weeks from the next', () => {
    for (const deloadWeeks of [6, 7, 8]) {
      const weeks = build({}, 24, { deloadWeeks }).program.weeks;
      expect(weeks.filter(({ phase }) => phase === 'deload').map(({ number }) => number)).toEqual([1, 7, 13, 19]);
    }
  });

  test('where a block leaves too many weeks without one, there is one more', () => {
    const built = build({}, 12, { deloadWeeks: 4 });
    expect(built.program.weeks.map(({ phase }) => phase === 'deload')).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((week) => [1, 5, 7, 11].includes(week)),
    );
    const [before, easy, after] = [4, 5, 6].map((week) => prescriptionsIn(built, week)[1]);
    expect([before?.sets, easy?.sets, after?.sets]).toEqual([3, 2, 3]);
    expect(easy?.load?.hundredths).toBeLessThan(before?.load?.hundredths ?? 0);
    expect(codesOf(easy?.reasons ?? [])).toContain('DELOAD_EXTRA');
  });
});

describe('screening', () => {
  const asked = answerHealthy({ answeredOn: startsOn, today: startsOn });

  test('one yes holds the program, with its reason (PAR-Q+)', () => {
    const screening = screen({ ...asked, age: 34, answers: [true] });
    expect(codesOf(build({ screening }, 12).holds)).toEqual(['SCREEN_CLEARANCE']);
    expect(build({ screening: screen({ ...asked, age: 34 }) }, 12).holds).toEqual([]);
  });

  test('in pregnancy nothing strains, jumps or lies on the back after week 20 (ACOG 804)', () => {
    const built = build({ screening: screen({ ...asked, age: 34, pregnantWeeks: 24 }) }, 24);
    expect(codesOf(built.holds)).toEqual(['SCREEN_PREGNANT']);
    const flags = new Set(
      built.program.weeks.flatMap((week) =>
        prescriptionsIn(built, week.number).flatMap(({ exerciseId }) => findExercise(exerciseId)?.flags ?? []),
      ),
    );
    expect([flags.has('supine'), flags.has('valsalva')]).toEqual([false, false]);
  });

  test('twelve weeks after a birth nothing jumps', () => {
    const built = build({ screening: screen({ ...asked, age: 34, weeksSinceBirth: 8 }) }, 24);
    const impacts = built.program.weeks.flatMap((week) =>
      prescriptionsIn(built, week.number).map(({ exerciseId }) => findExercise(exerciseId)?.impact),
    );
    expect(Math.max(...impacts.map((impact) => impact ?? 0))).toBe(0);
  });

  test('from 60 blocks are six weeks and heavy days lie 72 hours apart', () => {
    const built = build({ age: 64 }, 12, { blockWeeks: 4 });
    expect(built.program.blocks.map(({ firstWeek, lastWeek }) => lastWeek - firstWeek + 1)).toEqual([6, 6]);
  });

  test('a stored one is read back as it was, and an odd one is refused', () => {
    const screening = screen({ ...asked, age: 34, pregnantWeeks: 24, hasOsteoporosis: true });
    const profile = { ...articleRunner, screening };
    expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ ok: true, value: profile });
    const parsed = parseProfile({
      ...profile,
      screening: { ...screening, state: 'fine', impactMax: 9, oneRmEstimates: 1 },
    });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      'screening.state',
      'screening.oneRmEstimates',
      'screening.impactMax',
    ]);
    const { screening: _, ...older } = articleRunner;
    expect(parseProfile(older)).toEqual({ ok: true, value: articleRunner });
  });
});

test('a taper at the start of a block holds no longer sets than the block was cut to the minutes for', () => {
  const built = build(
    {
      age: 13,
      experience: 'new',
      equipment: ['ab_wheel'],
      minutesPerSession: 16,
      races: [{ date: '2026-09-23', distance: '5k', priority: 'A' }],
      workingLoads: {},
    },
    41,
  );
  const minutes = built.program.weeks.flatMap(({ sessions }) => sessions.map((session) => session.minutes));
  expect(Math.max(...minutes)).toBeLessThanOrEqual(16);
});
