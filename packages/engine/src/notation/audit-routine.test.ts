import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleRules, listSetAside } from '../adapt/rule-set.ts';
import { audit } from '../audit.ts';
import { buildProgram } from '../build-program.ts';
import { auditProgram } from '../check-program.ts';
import type { Finding } from '../finding.ts';
import { findStrengthBar } from '../strength-bar.ts';
import { arbitraryPlan } from '../testing/arbitrary-plan.ts';
import { arbitraryBuildInput } from '../testing/arbitrary-profile.ts';
import type { RunKind } from '../vocabulary.ts';
import { applyChanges } from './apply-change.ts';
import { applyFixes } from './apply-fixes.ts';
import { auditRoutine } from './audit-routine.ts';
import { buildRoutine } from './build-routine.ts';
import { formatNotation } from './format-notation.ts';
import { parseNotation } from './parse-notation.ts';
import { type RoutineContext, readRoutine } from './read-routine.ts';

const auditText = (text: string, context: RoutineContext = {}) => {
  const { routine, places } = parseNotation(text);
  return auditRoutine(routine, context, places);
};
const problemsOf = (text: string, context: RoutineContext = {}) =>
  auditText(text, context)
    .findings.filter(({ finding }) => finding.severity !== 'info')
    .map(({ finding }) => finding.code);

const articleRuns: readonly RunKind[] = ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'];

/** The article's own week and sessions, as they stand on the page. */
const articlePlan = `
Monday: Easy run + strength
• Exercise 1: Weighted lunges for knee strength | 3 sets of 6 reps, with 3 minutes rest
• Exercise 2: Deadlifts for glute strength | 3 sets of 6 reps, with 3 minutes rest
• Exercise 3: Calf Raises | 3 sets of 6 reps, with 3 minutes rest
• Exercise 4: Core Stability Exercise | 3 sets of 30 seconds per side
Tuesday: Easy run
Wednesday: Speed work
Thursday: Strength
• Exercise 1: Ankle mobility exercise | 3 sets of 20 reps
• Exercise 2: Hamstring curls | 3 sets of 6 reps, with 3 minutes rest
• Exercise 3: Foot strength exercise for injury prevention
• Exercise 4: Hip stability exercise for running efficiency
Friday: Easy run or rest day
Saturday: Long run
Sunday: Rest day
`;

/** Eight exercises, each 3 × 20 with 30 s of rest, five days a week, all of them different every week. */
const moves = ['Pulse', 'Burn', 'Hold and shake', 'Kick', 'Tap', 'March', 'Twist', 'Reach'];
const classDays = ['Monday: easy', 'Tuesday: easy', 'Wednesday: speed', 'Thursday: easy', 'Sunday: easy'];
const classPlan = [1, 2, 3, 4]
  .map((week) =>
    [
      `# Week ${week}`,
      ...classDays.flatMap((day) => [
        `## ${day} + class`.replace('class', 'workout'),
        ...moves.map((move) => `${move} no ${week}${day.slice(0, 2)} 3x20, 30 s rest`),
      ]),
      '## Friday: rest',
      '## Saturday: long',
    ].join('\n'),
  )
  .join('\n\n');

describe('auditRoutine', () => {
  test('passes the article’s own week, for one week and for five', () => {
    for (const weeks of [1, 5]) {
      expect(problemsOf(articlePlan, { weeks })).toEqual([]);
      expect(auditText(articlePlan, { weeks, age: 34 }).verdicts).toMatchObject({
        1: 'passes',
        3: 'passes',
        4: 'passes',
      });
    }
    expect(auditText(articlePlan, { weeks: 5 }).verdicts[2]).toBe('passes');
  });

  test('passes the article’s other example sessions', () => {
    const shape =
      'Deadlift 3x6 rest 3min\nWeighted lunge 3x6 rest 3min\nDead bug 3x10\nBanded ankle eversion 3x15\nTowel curl 3x15';
    const example =
      'Weighted lunges 3x6 rest 3min\nSingle-leg deadlifts 3x6 rest 3min\nPlank 3x30s\nKnee to wall 3x20\nCalf raise 3x6 rest 3min';
    expect(problemsOf(shape, { runs: articleRuns })).toEqual([]);
    expect(problemsOf(example, { runs: articleRuns })).toEqual([]);
  });

  test('A02, typed as notation, gives finding for finding what the golden case lists', () => {
    const { findings, verdicts, cannotTell } = auditText(classPlan);
    const days = ['mon', 'tue', 'wed', 'thu', 'sun'];
    expect(findings.map(({ finding }) => [finding.code, finding.severity, finding.at.day])).toEqual([
      ['M1_NO_STRENGTH_OR_POWER', 'error', undefined],
      ...days.map((day) => ['M1_TOO_MANY_HIGH_REP', 'error', day]),
      ['M1_ENDURANCE_DOSE', 'error', undefined],
      ['M2_EXERCISE_CHURN', 'error', undefined],
      ['M3_TOO_MANY_SESSIONS', 'error', undefined],
      ...days.map((day) => ['M3_SESSION_SIZE', 'warning', day]),
      ['M4_BEFORE_SPEED', 'error', 'tue'],
      ['M4_ON_SPEED', 'error', 'wed'],
      ['M4_AFTER_LONG', 'error', 'sun'],
    ]);
    const dataOf = (code: string) => findings.find(({ finding }) => finding.code === code)?.finding.data;
    expect(dataOf('M1_ENDURANCE_DOSE')).toEqual({ slotsPerWeek: 40, of: 40, reps: 20, restSec: 30 });
    expect(dataOf('M1_TOO_MANY_HIGH_REP')).toEqual({ highRep: 8, max: 2 });
    expect(dataOf('M2_EXERCISE_CHURN')).toEqual({ weeksPerExercise: 1, min: 4, max: 6 });
    expect(dataOf('M3_TOO_MANY_SESSIONS')).toEqual({ sessions: 5, target: 2 });
    expect(dataOf('M3_SESSION_SIZE')).toEqual({ exercises: 8, min: 4, max: 5 });
    expect(verdicts).toEqual({ 1: 'fails', 2: 'fails', 3: 'fails', 4: 'fails' });
    expect(cannotTell).toContainEqual({ mistake: 2, rule: 'S9', code: 'NOTHING_REPEATS' });
    expect(findings.every(({ fix }) => fix !== null)).toBe(true);
  });

  test('points at the lines: the exercise, the session in each of its weeks, the week', () => {
    const text =
      '# Week 1\n## Tuesday: easy + strength\nSquat 3x6 rest 30s\n## Wednesday: speed\n# Week 2\n## Tuesday: easy + strength\nSquat 3x6 rest 30s\n## Wednesday: speed';
    const linesOf = (code: string) => auditText(text).findings.find(({ finding }) => finding.code === code)?.lines;
    expect(linesOf('M1_REST_TOO_SHORT')).toEqual([3, 7]);
    expect(linesOf('M4_BEFORE_SPEED')).toEqual([2, 6]);
    expect(linesOf('M3_AREA_GAP')).toEqual([1, 5]);
  });

  test.each([
    ['nothing written', '', [1, 2, 3, 4]],
    ['names alone', 'Burpees\nPush-ups\nCrunches\nSit-ups', [1, 2, 4]],
    [
      'a session without days or runs',
      'Squat 3x6 rest 3min\nDeadlift 3x6 rest 3min\nPlank 3x30s\nCalf raise 3x10',
      [2, 4],
    ],
  ])('cannot tell from %s', (_, text, mistakes) => {
    const { verdicts } = auditText(text);
    expect(
      Object.entries(verdicts).flatMap(([mistake, verdict]) => (verdict === 'cannot_tell' ? [Number(mistake)] : [])),
    ).toEqual(mistakes);
  });

  test('does not take a superset for a short rest, nor two exercises of one ladder for jumping about', () => {
    expect(problemsOf('A1 Goblet squat 3x6\nA2 Side plank 3x45s/side rest 60s')).toEqual([]);
    const weeks = [1, 2, 3, 4].map(
      (week) =>
        `# Week ${week}\n## Monday: strength\nGoblet squat 3x${5 + Math.floor(week / 2)} 20kg rest 3min\nSplit squat 3x${5 + Math.floor(week / 2)} 20kg rest 3min`,
    );
    expect(problemsOf(weeks.join('\n'))).not.toContain('M2_EXERCISE_CHURN');
  });

  test('believes no "light" over a heavy session', () => {
    expect(
      problemsOf('## Tuesday: easy + strength light\nDeadlift 3x5 100kg rest 3min\n## Wednesday: speed'),
    ).toContain('M4_BEFORE_SPEED');
    expect(problemsOf('## Tuesday: easy + strength light\nAnkle circles 2x10\n## Wednesday: speed')).not.toContain(
      'M4_BEFORE_SPEED',
    );
  });
});

/** A text knows neither the day before its first Monday nor the one after its last Sunday. */
const isAtEdge = ({ week, day }: Finding['at'], weeks: number) =>
  (week === 1 && day === 'mon') || (week === weeks && day === 'sun');

describe('everything the engine builds', () => {
  test('is without an error when it is pasted back as text', () => {
    fc.assert(
      fc.property(arbitraryBuildInput, (input) => {
        const built = buildProgram(input);
        if (!built.ok) throw new Error(JSON.stringify(built.problems));
        const { routine } = parseNotation(formatNotation(buildRoutine(built.value.program, input.profile)));
        const { profile, rules = articleRules } = input;
        const { parameters } = rules;
        const { findings } = auditRoutine(routine, {
          age: profile.age,
          strengthBarredBy: findStrengthBar(profile, parameters),
          races: profile.races,
          parameters,
          setAside: listSetAside(rules),
        });
        const known = auditProgram({ program: built.value.program, profile, rules }).findings;
        const warned = new Set(known.filter(({ severity }) => severity === 'warning').map(({ code }) => code));
        expect(
          findings.filter(
            ({ finding }) =>
              !isAtEdge(finding.at, input.weeks) &&
              (finding.severity === 'error' || (finding.severity === 'warning' && !warned.has(finding.code))),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe('applyFixes', () => {
  test('leaves no error and no warning, whatever the routine', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ routine, context }) => {
        const fixed = applyFixes(routine, context);
        const { findings, verdicts } = auditRoutine(fixed.routine, context);
        expect(findings.filter(({ finding }) => finding.severity !== 'info')).toEqual([]);
        expect(Object.values(verdicts).filter((verdict) => verdict === 'fails' || verdict === 'warns')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('settles a routine in which an exercise stands twice in a session, near a race', () => {
    const days = [
      '## Strength\n## Strength\nNordic hamstring curl 1x20s',
      '## Monday: strength\nSingle-leg sliding curl 1x20s\nSingle-leg sliding curl 1x1\nLeg press 1 sets',
      '## Monday: strength\nClamshell 1 sets',
    ];
    const text = Array.from({ length: 11 }, (_, index) => {
      const from = index === 0 ? ', from 2026-01-05' : '';
      return `# Week ${index + 1}${from}\n${days[index % 3]}`;
    }).join('\n');
    const context: RoutineContext = { weeks: 1, races: [{ date: '2026-01-29', distance: 'half', priority: 'A' }] };
    const { routine } = parseNotation(text);
    const fixed = applyFixes(routine, context);
    const { findings } = auditRoutine(fixed.routine, context);
    expect(findings.filter(({ finding }) => finding.severity !== 'info')).toEqual([]);
  });

  test('leaves a clean routine as it is', () => {
    const { routine } = parseNotation(articlePlan);
    expect(applyFixes(routine, { weeks: 5 })).toEqual({ routine, applied: [] });
  });

  test('turns the class programme into two sessions a week that pass', () => {
    const { routine } = parseNotation(classPlan);
    const fixed = applyFixes(routine);
    const { input } = readRoutine(fixed.routine);
    expect(
      Object.values(audit(input).verdicts).filter((verdict) => verdict === 'fails' || verdict === 'warns'),
    ).toEqual([]);
    expect(input.weeks.map(({ sessions }) => sessions.length)).toEqual([2, 2, 2, 2]);
    expect(input.weeks.every(({ sessions }) => sessions.every(({ slots }) => slots.length <= 5))).toBe(true);
  });

  test('makes each fix a change that can be applied alone, and that settles its own finding', () => {
    const text =
      '## Monday: easy + strength\nSquat 3x6 rest 30s\nCalf raise 3x10\n## Tuesday: speed\n## Thursday: rest\n## Saturday: long';
    const { routine, places } = parseNotation(text);
    for (const { finding, fix } of auditRoutine(routine, {}, places).findings) {
      if (finding.severity === 'info' || fix === null) continue;
      const after = auditRoutine(applyChanges(routine, fix.changes)).findings;
      expect(after.some((one) => one.finding.code === finding.code && one.finding.severity !== 'info')).toBe(false);
    }
  });

  test('survives the notation: what is fixed is written and read back the same', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ routine, context }) => {
        const fixed = applyFixes(routine, context).routine;
        const text = formatNotation(fixed);
        expect(formatNotation(parseNotation(text).routine)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});
