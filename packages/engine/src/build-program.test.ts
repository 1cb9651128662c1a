import { describe, expect, test } from 'vitest';
import { articleRules } from './adapt/rule-set.ts';
import { type BuildInput, type BuiltProgram, buildProgram } from './build-program.ts';
import { findExercise } from './catalogue/catalogue.ts';
import { defaultParameters } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import type { PlannedSession, Prescription } from './program.ts';
import type { RunningWeek } from './running-week.ts';
import { articleRunner } from './testing/article-runner.ts';
import type { RunKind } from './vocabulary.ts';

const startsOn = '2026-01-05';

const build = (profile: Partial<Profile> = {}, input: Partial<BuildInput> = {}): BuiltProgram => {
  const built = buildProgram({
    profile: { ...articleRunner, ...profile },
    startsOn,
    weeks: 12,
    sessionsPerWeek: 2,
    ...input,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value;
};

const week = (...kinds: readonly [RunKind, RunKind, RunKind, RunKind, RunKind, RunKind, RunKind]): RunningWeek => {
  const [mon, tue, wed, thu, fri, sat, sun] = kinds;
  return [{ kind: mon }, { kind: tue }, { kind: wed }, { kind: thu }, { kind: fri }, { kind: sat }, { kind: sun }];
};

const sessionOf = ({ program }: BuiltProgram, key: string): PlannedSession | undefined =>
  program.weeks.flatMap(({ sessions }) => sessions).find((session) => session.key === key);

const idsOf = (built: BuiltProgram, key: string) =>
  sessionOf(built, key)?.prescriptions.map(({ exerciseId }) => exerciseId);

/** "3x4 18" for each week of a slot; a dash where it is missing. */
const dosesOf = ({ program }: BuiltProgram, slot: string, weeks: readonly number[]) =>
  weeks.map((number) => {
    const found = program.weeks[number - 1]?.sessions
      .flatMap(({ prescriptions }) => prescriptions)
      .find((one) => one.slot === slot);
    return found ? writeDose(found) : '–';
  });

const writeDose = ({ sets, amount, measure, load, tempo }: Prescription) =>
  `${sets}x${amount}${measure === 'seconds' ? 's' : ''}${load ? ` ${load.hundredths / 100}` : ''}${tempo ? ' slow' : ''}`;

const codesOf = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

describe('the article’s runner', () => {
  const built = build();

  test('lifts on Monday and Thursday of every week', () => {
    for (const { sessions, tier } of built.program.weeks) {
      expect([tier, ...sessions.map(({ day, load, label }) => `${label} ${day} ${load}`)]).toEqual([
        'T0',
        'A mon full',
        'B thu full',
      ]);
    }
  });

  test('gets the big lifts, calves and core in one session, hamstrings, hip, foot and ankle in the other', () => {
    expect(idsOf(built, 'w01-A')).toEqual(['qd_rev_lunge', 'gx_deadlift', 'cg_double_loaded', 'cl_side_plank']);
    expect(idsOf(built, 'w01-B')).toEqual([
      'hs_machine_curl',
      'cs_seated_heavy',
      'gm_hip_hitch',
      'fi_short_foot',
      'am_wall_rock',
    ]);
  });

  test('goes one rung up each ladder in the second block', () => {
    expect(idsOf(built, 'w07-A')).toEqual(['qd_bulgarian', 'gx_sl_rdl', 'cg_single_loaded', 'cl_suitcase_hold']);
    for (const exerciseId of idsOf(built, 'w07-B') ?? []) expect(idsOf(built, 'w01-B')).not.toContain(exerciseId);
  });

  test('reps rise through the range, then the load takes a step', () => {
    expect(dosesOf(built, 'A2', [1, 2, 3, 4, 5, 6])).toEqual([
      '2x6 45',
      '3x4 50',
      '3x5 50',
      '3x6 50',
      '3x4 52.5',
      '3x5 52.5',
    ]);
  });

  test('a dumbbell step past 10 % becomes more reps instead', () => {
    expect(dosesOf(built, 'A1', [1, 2, 3, 4, 5, 6])).toEqual([
      '2x6 16',
      '3x4 18',
      '3x5 18',
      '3x6 18',
      '3x7 18',
      '3x8 18',
    ]);
  });

  test('holds rise by five seconds', () => {
    expect(dosesOf(built, 'A4', [1, 2, 3, 4, 5, 6])).toEqual(['2x20s', '3x20s', '3x25s', '3x30s', '3x35s', '3x40s']);
  });

  test('rests three minutes between heavy sets and keeps two reps in reserve, three in the easy first week', () => {
    const lunges = [1, 2].map((number) => sessionOf(built, `w0${number}-A`)?.prescriptions[0]);
    expect(lunges.map((one) => [one?.restSeconds, one?.rir])).toEqual([
      [180, 3],
      [180, 2],
    ]);
  });

  test('invents no load where none is known', () => {
    const calves = sessionOf(built, 'w02-A')?.prescriptions[2];
    expect(calves?.load).toBeNull();
    expect(codesOf(calves?.reasons ?? [])).toContain('LOAD_BY_FEEL');
  });

  test('is clean', () => {
    expect(built.findings).toEqual([]);
    expect(built.notes).toEqual([]);
    expect(built.holds).toEqual([]);
  });

  test('is byte-identical a hundred times', () => {
    const text = JSON.stringify(built);
    for (let time = 0; time < 100; time += 1) expect(JSON.stringify(build())).toBe(text);
  });
});

describe('other runners', () => {
  test('a novice walks the article’s glute path in 24 weeks (S12)', () => {
    const built = build({ experience: 'new', runningMonths: 24 }, { weeks: 24 });
    const hips = [1, 7, 13, 19].map((number) =>
      built.program.weeks[number - 1]?.sessions
        .flatMap(({ prescriptions }) => prescriptions)
        .map(({ exerciseId }) => exerciseId)
        .find((id) => findExercise(id)?.ladder === 'glute_med'),
    );
    expect(hips).toEqual(['gm_clamshell', 'gm_band_walk', 'gm_side_plank', 'gm_side_plank_lift']);
  });

  test('a novice with a mat and a band trains without load, and is told why', () => {
    const built = build({ experience: 'new', equipment: ['mat', 'band'], workingLoads: {} });
    expect(idsOf(built, 'w01-A')).toEqual(['qd_box_squat', 'gx_sl_bridge', 'cg_ecc', 'ce_dead_bug']);
    expect(codesOf(built.notes)).toContain('NOTE_NO_STRENGTH_KIT');
  });

  test('someone new to running starts feet and calves on the first rung', () => {
    const built = build({ experience: 'experienced', runningMonths: 3 });
    expect(idsOf(built, 'w01-B')).toContain('fi_toe_yoga');
    expect(idsOf(built, 'w01-A')).toContain('cg_double');
  });

  test('a painful knee loses the squats, not the session', () => {
    const built = build({ painSites: ['anterior_knee'] });
    expect(idsOf(built, 'w01-A')).toEqual(['gx_deadlift', 'cg_double_loaded', 'cl_side_plank', 'as_balance_ec']);
    expect(built.notes).toContainEqual({
      code: 'NOTE_AREA_LEFT_OUT',
      rule: 'AREAS',
      data: { area: 'quads', because: 'pain', week: 1, throughWeek: 12 },
    });
  });

  test('a painful Achilles keeps the one calf exercise that spares it', () => {
    const built = build({ painSites: ['achilles'] });
    expect(idsOf(built, 'w01-A')).toContain('cg_iso');
  });

  test('past 35 the calves come twice', () => {
    const built = build({ age: 36, experience: 'new', runningMonths: 24 });
    const areas = built.program.weeks[1]?.sessions
      .flatMap(({ prescriptions }) => prescriptions)
      .map(({ exerciseId }) => findExercise(exerciseId)?.area);
    expect(areas?.filter((area) => area === 'calves')).toHaveLength(2);
  });

  test('a club week gets one full session on Friday and a light one on Monday', () => {
    const built = build({ runningWeek: week('rest', 'speed', 'easy', 'speed', 'rest', 'long', 'rest') });
    expect(built.program.weeks[1]?.sessions.map(({ label, day, load }) => [label, day, load])).toEqual([
      ['B', 'mon', 'light'],
      ['A', 'fri', 'full'],
    ]);
    const light = sessionOf(built, 'w02-B');
    expect(light?.prescriptions.every(({ sets, rir }) => sets <= 2 && (rir === null || rir >= 4))).toBe(true);
  });

  test('a week of hard days is left alone', () => {
    const built = build({ runningWeek: week('speed', 'speed', 'speed', 'speed', 'speed', 'speed', 'speed') });
    expect(built.program.weeks.every(({ tier, sessions }) => tier === 'T6' && sessions.length === 0)).toBe(true);
    expect(built.findings).toEqual([]);
  });

  test('a single week that differs is placed in its own runs', () => {
    const built = build({
      weekOverrides: { '2026-01-19': week('easy', 'easy', 'easy', 'speed', 'rest', 'easy', 'long') },
    });
    expect(built.program.weeks.map(({ sessions }) => sessions.map(({ day }) => day).join(' ')).slice(1, 4)).toEqual([
      'mon thu',
      // Friday stays free of both.
      'tue sat',
      // The Sunday before was the long run.
      'thu fri',
    ]);
  });

  test('thirty minutes shorten rests before they cost an exercise', () => {
    const built = build({ minutesPerSession: 35 });
    const session = sessionOf(built, 'w02-A');
    expect(session?.prescriptions).toHaveLength(4);
    expect(session?.minutes).toBeLessThanOrEqual(35);
    expect(session?.prescriptions.some(({ restSeconds }) => restSeconds === 120)).toBe(true);
    expect(codesOf(session?.reasons ?? [])).toContain('SESSION_TIME');
  });

  test('fifteen minutes keep the strength', () => {
    const built = build({ minutesPerSession: 15 });
    expect(idsOf(built, 'w02-A')).toEqual(['qd_rev_lunge', 'gx_deadlift']);
    expect(codesOf(sessionOf(built, 'w02-A')?.reasons ?? [])).toContain('TIME_SLOT_DROPPED');
  });

  test('at 60 heavy sessions lie three days apart, or the second is reduced', () => {
    const built = build({
      age: 60,
      unavailable: ['thu', 'fri', 'sat', 'sun'],
      runningWeek: week('rest', 'rest', 'rest', 'rest', 'rest', 'rest', 'rest'),
    });
    expect(built.program.weeks[1]?.sessions.map(({ day, load }) => [day, load])).toEqual([
      ['mon', 'full'],
      ['wed', 'reduced'],
    ]);
  });

  test('one session a week is the article’s single example: thigh, hinge, calf, core, ankle (S19)', () => {
    const built = build({}, { sessionsPerWeek: 1 });
    expect(idsOf(built, 'w02-A')).toEqual([
      'qd_rev_lunge',
      'gx_deadlift',
      'cg_double_loaded',
      'cl_side_plank',
      'am_wall_rock',
    ]);
  });

  test('a minor waits for the coach, with six to eight reps and three in reserve', () => {
    const built = build({ age: 16 });
    expect(built.holds).toEqual([{ code: 'HOLD_MINOR', rule: 'YOUTH', data: { age: 16, adultAge: 18 } }]);
    expect(sessionOf(built, 'w02-A')?.prescriptions[0]).toMatchObject({ range: [6, 8], rir: 3 });
  });
});

describe('races', () => {
  test('R01 two weeks before a marathon: two sessions, two sets, the load held, nothing new', () => {
    const marathon = { date: '2026-03-29', distance: 'marathon', priority: 'A' } as const;
    const built = build({ races: [marathon] });
    // Weeks 11 and 12 start on 16 and 23 March; the last heavy day is 19 March.
    const [before, taper, race] = [10, 11, 12].map((number) => built.program.weeks[number - 1]);
    expect(taper?.phase).toBe('taper');
    expect(taper?.sessions.map(({ date, load }) => [date, load])).toEqual([
      ['2026-03-16', 'full'],
      ['2026-03-19', 'full'],
    ]);
    for (const prescription of taper?.sessions.flatMap(({ prescriptions }) => prescriptions) ?? []) {
      const earlier = before?.sessions
        .flatMap(({ prescriptions }) => prescriptions)
        .find(({ slot }) => slot === prescription.slot);
      expect(prescription.sets).toBe(2);
      expect(prescription.exerciseId).toBe(earlier?.exerciseId);
      expect(prescription.load).toEqual(earlier?.load);
      expect(codesOf(prescription.reasons)).toContain('TAPER_VOLUME_DOWN_INTENSITY_HELD');
    }
    // Sets 3 to 2 are a third less; a main lift less makes it half.
    const setsOf = (session: PlannedSession | undefined) =>
      session?.prescriptions.reduce((sum, { sets }) => sum + sets, 0) ?? 0;
    const change = setsOf(taper?.sessions[0]) / setsOf(before?.sessions[0]) - 1;
    expect(change).toBeLessThanOrEqual(-0.4);
    expect(change).toBeGreaterThanOrEqual(-0.6);
    // R02 the week of the race: mobility, foot and easy core, until the third day before.
    expect(race?.sessions.map(({ load }) => load)).toEqual(['light']);
    expect(race?.sessions.every(({ date }) => date <= '2026-03-26')).toBe(true);
    expect(built.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('R04 no strength on the day of a race, before it or after it', () => {
    const built = build({ races: [{ date: '2026-02-05', distance: '5k', priority: 'B' }] });
    const dates = built.program.weeks.flatMap(({ sessions }) => sessions.map(({ date }) => date));
    for (const date of ['2026-02-04', '2026-02-05', '2026-02-06']) expect(dates).not.toContain(date);
  });

  test('a B race leaves one session in its week and eases the first one after', () => {
    const built = build({ races: [{ date: '2026-02-15', distance: '10k', priority: 'B' }] });
    expect(built.program.weeks[5]?.sessions.map(({ key }) => key)).toEqual(['w06-A']);
    const back = built.program.weeks[6]?.sessions[0];
    expect(back?.prescriptions.every(({ sets, rir }) => sets === 2 && (rir === null || rir === 4))).toBe(true);
    expect(built.program.weeks[6]?.phase).toBe('return');
  });

  test('blocks are cut so that none starts just before a race where that can be had', () => {
    const built = build({ races: [{ date: '2026-02-15', distance: '10k', priority: 'B' }] }, { weeks: 14 });
    expect(built.program.blocks.map(({ firstWeek, lastWeek }) => lastWeek - firstWeek + 1)).toEqual([6, 4, 4]);
    expect(built.program.blocks[0]?.reasons[0]).toMatchObject({ code: 'BLOCK_LENGTH', data: { cutBy: 'race' } });
  });

  test('a program that starts close to a race says so', () => {
    expect(codesOf(build({ races: [{ date: '2026-01-18', distance: '10k', priority: 'A' }] }).notes)).toContain(
      'NOTE_START_NEAR_RACE',
    );
  });
});

describe('problems', () => {
  test.each<[string, Partial<BuildInput>, unknown]>([
    ['a start on a Tuesday', { startsOn: '2026-01-06' }, { field: 'startsOn', code: 'not_a_monday' }],
    ['a start that does not exist', { startsOn: '2026-02-30' }, { field: 'startsOn', code: 'not_a_date' }],
    ['three weeks', { weeks: 3 }, { field: 'weeks', code: 'out_of_range', allowed: { min: 4, max: 52 } }],
    ['half a week', { weeks: 8.5 }, { field: 'weeks', code: 'out_of_range', allowed: { min: 4, max: 52 } }],
    ['seven weeks', { weeks: 7 }, { field: 'weeks', code: 'no_blocks', allowed: [6, 8] }],
    [
      'three sessions',
      { sessionsPerWeek: 3 as 2 },
      { field: 'sessionsPerWeek', code: 'out_of_range', allowed: { min: 1, max: 2 } },
    ],
  ])('%s', (_, input, problem) => {
    const built = buildProgram({ profile: articleRunner, startsOn, weeks: 12, sessionsPerWeek: 2, ...input });
    expect(built).toEqual({ ok: false, problems: [problem] });
  });

  test('all of them at once', () => {
    const built = buildProgram({ profile: articleRunner, startsOn: 'soon', weeks: 99, sessionsPerWeek: 2 });
    expect(built.ok ? [] : built.problems.map(({ field }) => field)).toEqual(['startsOn', 'weeks']);
  });

  test('a tuned parameter is used', () => {
    const rules = { ...articleRules, parameters: { ...defaultParameters, restStrength: 240, setsStrength: 4 } };
    const built = build({}, { rules });
    expect(sessionOf(built, 'w02-A')?.prescriptions[0]).toMatchObject({ restSeconds: 240, sets: 4 });
  });
});
