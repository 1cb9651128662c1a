import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildProgram } from '../build-program.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import { defaultParameters } from '../parse-parameters.ts';
import type { PlannedSession } from '../program.ts';
import { findPainfulSite, type Runner } from '../runner-limits.ts';
import { arbitraryBuildInput } from '../testing/arbitrary-profile.ts';
import { articleRunner } from '../testing/article-runner.ts';
import { painSites } from '../vocabulary.ts';
import { judgePain, type PainReport } from './judge-pain.ts';
import { proposeForPain } from './propose-for-pain.ts';

const built = buildProgram({ profile: articleRunner, startsOn: '2026-01-05', weeks: 12, sessionsPerWeek: 2 });
const session = built.ok ? built.value.program.weeks[2]?.sessions[0] : undefined;
if (!session) throw new Error('No session');

const report = (more: Partial<PainReport>): PainReport => ({
  date: '2026-01-19',
  site: 'anterior_knee',
  during: 7,
  nextMorning: null,
  baseline: 0,
  isRising: false,
  flags: [],
  ...more,
});
const propose = (
  given: PainReport,
  ambers: readonly string[] = [],
  from: PlannedSession = session,
  runner: Runner = articleRunner,
) =>
  proposeForPain({
    verdict: judgePain(
      given,
      defaultParameters,
      ambers.map((date) => ({ date, site: given.site, light: 'amber' })),
    ),
    site: given.site,
    session: from,
    runner,
  });

describe('proposeForPain', () => {
  test('N04 a red knee takes the lunge out of the session and leaves what spares it (rulebook 2.7)', () => {
    const changes = propose(report({}));
    expect(changes.map(({ before }) => before)).toContain('qd_rev_lunge');
    for (const { before, after, code } of changes) {
      expect(code).toBe('PAIN_RED');
      expect(findExercise(String(before))?.painWatch).toContain('anterior_knee');
      if (after !== null) expect(findExercise(String(after))?.painWatch).not.toContain('anterior_knee');
    }
  });

  test('green changes nothing', () => {
    expect(propose(report({ during: 1 }))).toEqual([]);
  });

  test('one amber changes nothing, a second goes one rung back', () => {
    expect(propose(report({ during: 4, nextMorning: 0 }))).toEqual([]);
    const changes = propose(report({ during: 4, nextMorning: 0 }), ['2026-01-12']);
    expect(changes).toContainEqual(
      expect.objectContaining({
        code: 'PAIN_REGRESS',
        before: 'qd_rev_lunge',
        after: 'qd_split_squat',
        kind: 'change',
        target: { exerciseId: 'qd_rev_lunge', session: 'w03-A', field: 'exerciseId' },
      }),
    );
  });

  test('a pinned exercise is only suggested a rung back, and still stops on red', () => {
    const pinned: PlannedSession = {
      ...session,
      prescriptions: session.prescriptions.map((one) => ({ ...one, pinned: ['exerciseId'] })),
    };
    const back = propose(report({ during: 4, nextMorning: 0 }), ['2026-01-12'], pinned);
    expect(back.map(({ kind }) => kind)).toContain('suggestion');
    expect(back.map(({ kind }) => kind)).not.toContain('change');
    expect(propose(report({}), [], pinned).map(({ kind }) => kind)).not.toContain('suggestion');
  });

  test('N05 a stop flag takes the whole session', () => {
    const changes = propose(report({ site: 'shin', during: 3, flags: ['focal_bone', 'night_pain'] }));
    expect(changes).toMatchObject([
      {
        code: 'PAIN_STOP',
        kind: 'change',
        target: { exerciseId: null, session: 'w03-A', field: 'session' },
        before: session.date,
        after: null,
      },
    ]);
  });

  describe('a rung back', () => {
    const lunges = session.prescriptions.filter(({ exerciseId }) => exerciseId === 'qd_rev_lunge');
    const holding = (...ids: readonly string[]): PlannedSession => ({
      ...session,
      prescriptions: ids.flatMap((exerciseId) => lunges.map((line) => ({ ...line, exerciseId }))),
    });
    const back = (from: PlannedSession, runner?: Runner) =>
      propose(report({ during: 4, nextMorning: 0 }), ['2026-01-12'], from, runner).map(
        ({ before, after }) => `${before} → ${after}`,
      );

    test('is taken by one of two exercises alone', () => {
      expect(back(holding('qd_rev_lunge', 'qd_step_down'))).toEqual(['qd_rev_lunge → qd_split_squat']);
      expect(back(holding('qd_rev_lunge', 'qd_split_squat'))).toEqual(['qd_split_squat → qd_goblet']);
    });

    test('is none from the lowest, nor to what the runner has no kit for', () => {
      expect(back(holding('qd_box_squat'))).toEqual([]);
      expect(back(holding('qd_split_squat'), { ...articleRunner, equipment: [] })).toEqual([]);
    });
  });
});

test('law: on red only what loads the site is touched, and nothing that replaces it does', () => {
  fc.assert(
    fc.property(arbitraryBuildInput, fc.constantFrom(...painSites), (input, site) => {
      const program = buildProgram(input);
      if (!program.ok) return;
      for (const one of program.value.program.weeks.slice(0, 5).flatMap(({ sessions }) => sessions)) {
        const verdict = judgePain(report({ site }), defaultParameters);
        const changes = proposeForPain({ verdict, site, session: one, runner: input.profile });
        const touched = one.prescriptions.filter(({ exerciseId }) => {
          const exercise = findExercise(exerciseId);
          return exercise !== undefined && findPainfulSite(exercise, [site]) !== undefined;
        });
        expect(changes.map(({ before }) => before)).toEqual(touched.map(({ exerciseId }) => exerciseId));
        const after = changes.flatMap((change) => (change.after === null ? [] : [String(change.after)]));
        expect(new Set(after).size).toBe(after.length);
        for (const id of after) {
          const exercise = findExercise(id);
          expect(exercise && findPainfulSite(exercise, [site, ...input.profile.painSites])).toBeUndefined();
          expect(one.prescriptions.map(({ exerciseId }) => exerciseId)).not.toContain(id);
        }
      }
    }),
    { numRuns: 40 },
  );
});
