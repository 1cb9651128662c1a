import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { explainReason } from '../explain.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Program } from '../program.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { logSession, rewrite, sessionOf } from '../testing/lived-program.ts';
import { adapt, type DatedCheckIn } from './adapt.ts';
import { applyProposal } from './apply-proposal.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
if (!built.ok) throw new Error('No program');
const { program } = built.value;

/** Two answers are low, so the day is amber. */
const low = (date: PlainDate): DatedCheckIn => ({
  date,
  soreness: 4,
  sleep: 2,
  fatigue: 2,
  mood: 4,
  isIll: false,
  hasFever: false,
  hasRedPain: false,
  variability: null,
});
const well = (date: PlainDate): DatedCheckIn => ({ ...low(date), sleep: 4, fatigue: 4 });
const logs = ['w01-A', 'w01-B', 'w02-A', 'w02-B'].flatMap((key) => logSession(program, key));
const suggest = (today: PlainDate, checkIns: readonly DatedCheckIn[], from: Program = program) =>
  adapt({ program: from, profile: articleRunner, today, logs, checkIns, pains: [] }).proposals.filter(
    ({ topic }) => topic === 'deload',
  );
const threeLow = [low('2026-01-12'), low('2026-01-14'), low('2026-01-18')];
const dosesOf = (from: Program, key: string) =>
  sessionOf(from, key).prescriptions.map(({ sets, rir }) => ({ sets, rir }));

describe('an extra easy week on readiness (rulebook 2.4)', () => {
  test('is suggested for the next week when three days of the last seven were low', () => {
    const [suggestion, ...others] = suggest('2026-01-18', threeLow);
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({
      code: 'READY_DELOAD',
      rule: 'DELOAD',
      kind: 'suggestion',
      data: { days: 3, of: 7 },
    });
    expect(new Set(suggestion?.edits.map(({ session }) => session))).toEqual(new Set(['w03-A', 'w03-B']));
    expect(explainReason(suggestion as NonNullable<typeof suggestion>).claim).toContain('three of the last seven days');
  });

  test('takes a third to a half of the sets and leaves a rep more in reserve, up to four', () => {
    const [suggestion] = suggest('2026-01-18', threeLow);
    const applied = applyProposal(program, suggestion as NonNullable<typeof suggestion>);
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
    const [before, after] = [dosesOf(program, 'w03-A'), dosesOf(applied.value, 'w03-A')];
    expect(before[0]).toEqual({ sets: 3, rir: 2 });
    expect(after[0]).toEqual({ sets: 2, rir: 3 });
    for (const [index, { sets }] of before.entries()) {
      expect(after[index]?.sets).toBe(Math.max(1, Math.floor(sets * 0.7)));
    }
    expect(dosesOf(applied.value, 'w04-A')).toEqual(dosesOf(program, 'w04-A'));
    // Said yes to, it is not asked again, and what is to come does not take it back.
    expect(suggest('2026-01-18', threeLow, applied.value)).toEqual([]);
    const later = adapt({
      program: applied.value,
      profile: articleRunner,
      today: '2026-01-18',
      logs,
      checkIns: threeLow,
      pains: [],
    });
    expect(dosesOf(later.program, 'w03-A')).toEqual(after);
  });

  test.each([
    ['two low days', '2026-01-18', threeLow.slice(1)],
    ['one of them longer ago than seven days', '2026-01-18', [low('2026-01-11'), ...threeLow.slice(1)]],
    ['the last answer of a day is well', '2026-01-18', [...threeLow, well('2026-01-14')]],
    ['a low day that is still to come', '2026-01-17', threeLow],
  ] as const)('is not suggested: %s', (_, today, checkIns) => {
    expect(suggest(today, checkIns)).toEqual([]);
  });

  test('is not suggested before a week that is easy by itself', () => {
    const checkIns = [low('2026-02-10'), low('2026-02-12'), low('2026-02-15')];
    expect(program.weeks[6]).toMatchObject({ startsOn: '2026-02-16', phase: 'deload' });
    expect(suggest('2026-02-15', checkIns)).toEqual([]);
  });

  test('a pinned dose is in it too: the coach is asked, not overruled', () => {
    const pinned = rewrite(program, (line) => ({ ...line, pinned: ['sets'] }));
    expect(suggest('2026-01-18', threeLow, pinned)).toMatchObject([{ kind: 'suggestion' }]);
  });
});
