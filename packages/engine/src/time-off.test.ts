import { describe, expect, test } from 'vitest';
import { buildProgram } from './build-program.ts';
import { findExercise } from './catalogue/catalogue.ts';
import { parseProfile } from './parse-profile.ts';
import type { TimeOff } from './profile.ts';
import type { Prescription } from './program.ts';
import { articleRunner } from './testing/article-runner.ts';

const holiday = (from: string, to: string, work: TimeOff['work'] = 'none'): TimeOff => ({
  from,
  to,
  kind: 'holiday',
  work,
});
const sick = (from: string, to: string): TimeOff => ({ from, to, kind: 'sick', work: 'none' });

/** Twelve weeks from 5 January, strength on Monday and Thursday but for the time off. */
const build = (...timeOff: readonly TimeOff[]) => {
  const built = buildProgram({
    profile: { ...articleRunner, timeOff },
    startsOn: '2026-01-05',
    weeks: 12,
    sessionsPerWeek: 2,
  });
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.value;
};
type Built = ReturnType<typeof build>;

const weekOf = ({ program }: Built, number: number) => program.weeks[number - 1];
const daysOf = (built: Built, number: number) =>
  weekOf(built, number)?.sessions.map(({ day, load }) => `${day} ${load}`);
const slotOf = (built: Built, number: number, ladder: string): Prescription | undefined =>
  weekOf(built, number)
    ?.sessions.flatMap(({ prescriptions }) => prescriptions)
    .find(({ exerciseId }) => findExercise(exerciseId)?.ladder === ladder);
const codesOf = (prescription: Prescription | undefined) => prescription?.reasons.map(({ code }) => code) ?? [];

test('a session eased after a gap is not held against the block: nothing has to rise in it', () => {
  const built = buildProgram({
    profile: {
      ...articleRunner,
      equipment: ['cable', 'track'],
      workingLoads: {},
      races: [{ date: '2025-12-23', distance: 'ultra', priority: 'B' }],
      timeOff: [sick('2026-01-14', '2026-01-22')],
    },
    startsOn: '2026-01-05',
    weeks: 5,
    sessionsPerWeek: 2,
  });
  expect(built.ok && built.value.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('days off', () => {
  test('a week is placed round them, and its days say why', () => {
    const built = build(holiday('2026-01-19', '2026-01-20'));
    expect(daysOf(built, 3)).toEqual(['thu full', 'fri reduced']);
    expect(weekOf(built, 3)?.days[0]?.reasons[0]).toMatchObject({ code: 'TIME_OFF', data: { kind: 'holiday' } });
    expect(daysOf(built, 4)).toEqual(['mon full', 'thu full']);
  });

  test('sick days hold no run either, so they bar no day beside them', () => {
    const built = build(sick('2026-01-17', '2026-01-18'));
    expect(daysOf(built, 2)).toEqual(['mon full', 'thu full']);
    const wednesday = build(sick('2026-01-14', '2026-01-14'));
    expect(weekOf(wednesday, 2)?.days[1]?.legal).toBe(true);
  });

  test('a week of them holds nothing and is no fault of the plan', () => {
    const built = build(holiday('2026-01-19', '2026-01-25'));
    expect(weekOf(built, 3)).toMatchObject({ phase: 'off', sessions: [] });
    expect(weekOf(built, 3)?.warnings).toEqual([
      { code: 'TIME_OFF_WEEK', rule: 'AVAILABILITY', data: { kind: 'holiday', days: 7 } },
    ]);
    expect(built.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('a holiday may allow light work that needs no kit', () => {
    const built = build(holiday('2026-01-19', '2026-01-25', 'bodyweight'));
    const sessions = weekOf(built, 3)?.sessions ?? [];
    expect(sessions.map(({ load }) => load)).toEqual(['light']);
    for (const { exerciseId } of sessions.flatMap(({ prescriptions }) => prescriptions)) {
      const kit = findExercise(exerciseId)?.equipment ?? [];
      expect(kit.some((set) => set.every((item) => item === 'mat'))).toBe(true);
    }
  });
});

describe('after them (rule GAP)', () => {
  test('seven days without a session just go on', () => {
    const built = build(sick('2026-01-19', '2026-01-20'));
    expect(weekOf(built, 4)?.warnings).toEqual([]);
  });

  test('8 to 14 days: the last dose again, a tenth lighter and with a set fewer', () => {
    const built = build(holiday('2026-01-26', '2026-02-01'));
    const before = slotOf(built, 3, 'glute_max_hinge');
    const back = slotOf(built, 5, 'glute_max_hinge');
    expect([before?.sets, before?.amount, before?.load?.hundredths]).toEqual([3, 5, 5000]);
    expect([back?.sets, back?.amount, back?.load?.hundredths]).toEqual([2, 5, 4500]);
    expect(codesOf(back)).toContain('GAP_EASE');
    expect(weekOf(built, 5)?.warnings[0]).toMatchObject({ code: 'BACK_AFTER_GAP', data: { days: 11 } });
    // And on from there.
    const next = slotOf(built, 6, 'glute_max_hinge');
    expect([next?.sets, next?.amount, next?.load?.hundredths]).toEqual([3, 6, 5000]);
  });

  test('15 to 28 days: the same exercises from the start of the block, lighter', () => {
    const built = build(sick('2026-01-19', '2026-02-01'));
    const before = slotOf(built, 2, 'glute_max_hinge');
    const back = slotOf(built, 5, 'glute_max_hinge');
    expect(back?.exerciseId).toBe(before?.exerciseId);
    expect([back?.sets, codesOf(back).includes('STAY_AFTER_GAP')]).toEqual([2, true]);
    expect(back?.load?.hundredths).toBeLessThan(4500);
    const next = slotOf(built, 6, 'glute_max_hinge');
    expect([next?.sets, next?.amount]).toEqual([3, 4]);
    expect(next?.load?.hundredths).toBeLessThan(before?.load?.hundredths ?? 0);
  });

  test('longer: a new block, one rung down', () => {
    const built = build(holiday('2026-01-26', '2026-03-01'));
    const before = slotOf(built, 3, 'glute_max_hinge');
    const back = slotOf(built, 9, 'glute_max_hinge');
    expect(back?.exerciseId).toBe(findExercise(before?.exerciseId ?? '')?.regressTo);
    expect(codesOf(back)).toContain('GAP_RUNG_DOWN');
    expect(built.program.blocks.map(({ firstWeek }) => firstWeek)).toContain(9);
    expect(built.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test('light work on the way keeps the block', () => {
    const away = build(holiday('2026-01-12', '2026-02-01', 'bodyweight'));
    expect(codesOf(slotOf(away, 5, 'quads'))).not.toContain('STAY_AFTER_GAP');
    expect(weekOf(away, 5)?.warnings).toContainEqual({
      code: 'BACK_AFTER_GAP',
      rule: 'GAP',
      data: { days: 25, blockWeek: 'repeat' },
    });
  });
});

describe('in a profile', () => {
  const problemsOf = (timeOff: unknown) => {
    const parsed = parseProfile({ ...articleRunner, timeOff });
    return parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code]);
  };
  const span = { from: '2026-02-01', to: '2026-02-07', kind: 'holiday' };

  test('older drafts have none, and work is none unless it is said', () => {
    const { timeOff: _, ...older } = articleRunner;
    expect(parseProfile(older)).toEqual({ ok: true, value: articleRunner });
    const parsed = parseProfile({ ...articleRunner, timeOff: [span] });
    expect(parsed.ok && parsed.value.timeOff).toEqual([{ ...span, work: 'none' }]);
  });

  test.each<[string, unknown, readonly string[]]>([
    ['the end before the start', [{ ...span, to: '2026-01-31' }], ['timeOff.0.to', 'ends_before_it_starts']],
    ['more than a year', [{ ...span, to: '2027-02-07' }], ['timeOff.0.to', 'out_of_range']],
    ['two over each other', [span, { ...span, from: '2026-02-07', to: '2026-02-09' }], ['timeOff.1', 'overlaps']],
    ['work while sick', [{ ...span, kind: 'sick', work: 'bodyweight' }], ['timeOff.0.work', 'not_when_sick']],
    ['a day that does not exist', [{ ...span, from: '2026-02-30' }], ['timeOff.0.from', 'not_a_date']],
    ['another kind', [{ ...span, kind: 'work trip' }], ['timeOff.0.kind', 'unknown_word']],
    ['no list', 'never', ['timeOff', 'wrong_type']],
    ['too many', Array.from({ length: 51 }, () => span), ['timeOff', 'too_many']],
  ])('%s', (_, timeOff, problem) => {
    expect(problemsOf(timeOff)).toContainEqual(problem);
  });
});
