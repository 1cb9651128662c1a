// What a pain light changes in a session: rulebook 2.7. Only exercises that load the site are touched.
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import type { PlannedSession, Prescription } from '../program.ts';
import { findBar, findPainfulSite, type Runner } from '../runner-limits.ts';
import type { PainSite } from '../vocabulary.ts';
import type { PainVerdict } from './judge-pain.ts';
import type { ProposedChange } from './proposed-change.ts';
import { suggestSubstitutes } from './suggest-substitutes.ts';

export interface PainProposalInput {
  readonly verdict: PainVerdict;
  readonly site: PainSite;
  readonly session: PlannedSession;
  readonly runner: Runner;
  /** Which prescriptions are to be looked at; all when left out. */
  readonly isOpen?: (prescription: Prescription) => boolean;
  /** What else a substitute has to fit; all fit when left out. */
  readonly isAllowed?: (exercise: Exercise, insteadOf: Prescription) => boolean;
}

/**
 * The changes that the light asks for. One rung back, or on red the nearest exercise of the same area that spares the site;
 * null after it where there is none: the exercise is left out. A stop flag takes the whole session. Green and amber change
 * nothing by themselves: they only hold.
 */
export function proposeForPain({
  verdict,
  site,
  session,
  runner,
  isOpen = () => true,
  isAllowed = () => true,
}: PainProposalInput): readonly ProposedChange[] {
  const { action, reason } = verdict;
  switch (action) {
    case 'continue':
    case 'hold':
      return [];
    case 'suspend_plan_and_refer':
      return [
        {
          ...reason,
          kind: 'change',
          target: { exerciseId: null, session: session.key, field: 'session' },
          before: session.date,
          after: null,
        },
      ];
    case 'regress':
    case 'stop_exercise': {
      const spared: Runner = { ...runner, painSites: [...new Set([...runner.painSites, site])] };
      const taken = new Set(session.prescriptions.map(({ exerciseId }) => exerciseId));
      return session.prescriptions.flatMap((prescription) => {
        const exercise = findExercise(prescription.exerciseId);
        if (!exercise || !isOpen(prescription) || findPainfulSite(exercise, [site]) === undefined) return [];
        const fits = (other: Exercise) => !taken.has(other.id) && isAllowed(other, prescription);
        const next = action === 'regress' ? findEasier(exercise, runner, fits) : findSparing(exercise, spared, fits);
        if (action === 'regress' && next === undefined) return [];
        if (next) taken.add(next.id);
        return [changeTo(prescription, session, next?.id ?? null, verdict)];
      });
    }
    default: {
      const unknown: never = action;
      throw new TypeError(`Unknown action: ${unknown}`);
    }
  }
}

/** The rung below may load the site too, only less; nothing else may speak against it. */
function findEasier(exercise: Exercise, runner: Runner, fits: (exercise: Exercise) => boolean): Exercise | undefined {
  const easier = exercise.regressTo === null ? undefined : findExercise(exercise.regressTo);
  if (!easier || !fits(easier)) return undefined;
  return findBar(easier, { ...runner, painSites: [] }) === null ? easier : undefined;
}

function findSparing(exercise: Exercise, runner: Runner, fits: (exercise: Exercise) => boolean): Exercise | undefined {
  return suggestSubstitutes(exercise, runner).find(fits);
}

function changeTo(
  { exerciseId, pinned }: Prescription,
  session: PlannedSession,
  after: string | null,
  { light, reason }: PainVerdict,
): ProposedChange {
  // Red stops the exercise whoever chose it; a rung back can wait for the coach.
  const isSuggested = pinned.includes('exerciseId') && light !== 'red';
  return {
    ...reason,
    kind: isSuggested ? 'suggestion' : 'change',
    target: { exerciseId, session: session.key, field: 'exerciseId' },
    before: exerciseId,
    after,
  };
}
