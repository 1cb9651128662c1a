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
  /** Every site that is amber or red: where something spares it too, nothing that loads it stands in. None when left out. */
  readonly sore?: readonly PainSite[];
  /** Which prescriptions are to be looked at; all when left out. */
  readonly isOpen?: (prescription: Prescription) => boolean;
  /** What else a substitute has to fit; all fit when left out. */
  readonly isAllowed?: (exercise: Exercise, insteadOf: Prescription) => boolean;
}

/**
 * The changes that the light asks for. One rung back, or on red the nearest exercise of the same area that spares the site,
 * and the other sore ones as far as any does; null after it where there is none: the exercise is left out. A stop flag takes
 * the whole session. Green and amber change nothing by themselves: they only hold.
 */
export function proposeForPain({
  verdict,
  site,
  session,
  runner,
  sore = [],
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
        const next =
          action === 'regress' ? findEasier(exercise, runner, sore, fits) : findSparing(exercise, spared, sore, fits);
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

/** One rung back, or further where that rung would load another sore site that the exercise spares. */
function findEasier(
  exercise: Exercise,
  runner: Runner,
  sore: readonly PainSite[],
  fits: (exercise: Exercise) => boolean,
): Exercise | undefined {
  const below = findBelow(exercise, runner, fits);
  const own = listLoaded(exercise, sore);
  let easier = below;
  while (easier && listLoaded(easier, sore).some((site) => !own.includes(site))) {
    easier = findBelow(easier, runner, fits);
  }
  return easier ?? below;
}

/** The rung below may load the site too, only less; nothing else may speak against it. */
function findBelow(exercise: Exercise, runner: Runner, fits: (exercise: Exercise) => boolean): Exercise | undefined {
  const easier = exercise.regressTo === null ? undefined : findExercise(exercise.regressTo);
  if (!easier || !fits(easier)) return undefined;
  return findBar(easier, { ...runner, painSites: [] }) === null ? easier : undefined;
}

/** The nearest of those that load the fewest sore sites; one that has to load any is a rung easier where it can be. */
function findSparing(
  exercise: Exercise,
  runner: Runner,
  sore: readonly PainSite[],
  fits: (exercise: Exercise) => boolean,
): Exercise | undefined {
  const loaded = (other: Exercise) => listLoaded(other, sore).length;
  const isEased = (other: Exercise) => loaded(other) === 0 || other.rung < exercise.rung;
  const [best] = suggestSubstitutes(exercise, runner)
    .filter(fits)
    .sort((one, other) => loaded(one) - loaded(other) || Number(isEased(other)) - Number(isEased(one)));
  return best;
}

function listLoaded(exercise: Exercise, sites: readonly PainSite[]): readonly PainSite[] {
  return sites.filter((site) => findPainfulSite(exercise, [site]) !== undefined);
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
