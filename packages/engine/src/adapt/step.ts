// Autoregulation: one session moves the state of one exercise. Rulebook 2.4 (double progression, ACSM 2009; reserve, NSCA
// chart and Zourdos 2016, trusted as far as Hackett 2017 found it) and 5. The other numbers are product decisions.
import { findExercise } from '../catalogue/catalogue.ts';
import { convertLoad, type Load } from '../load.ts';
import { mondayOf, type PlainDate } from '../plain-date.ts';
import { slowTempo } from '../plan-doses.ts';
import type { Reason } from '../reason.ts';
import { lowerLoad, roundLoad } from '../round-load.ts';
import { mastersAge } from '../runner-limits.ts';
import type { LoadUnit } from '../vocabulary.ts';
import { correctDown, correctionOf } from './correct-by-reserve.ts';
import { draftStep, type StepDraft } from './draft-step.ts';
import type { ExerciseLog } from './exercise-log.ts';
import type { ExerciseState } from './exercise-state.ts';
import { isLighter } from './is-lighter.ts';
import type { ProposedChange } from './proposed-change.ts';
import { raiseWithinWeek } from './raise-within-week.ts';
import { type Exposure, readExposure } from './read-exposure.ts';
import type { Step, StepContext } from './step-context.ts';

/**
 * The state after one session of the exercise, with what changes and why. Pure: the same state and log give the same step.
 * Throws on a log of another exercise.
 */
export function step(state: ExerciseState, log: ExerciseLog, context: StepContext): Step {
  const { planned } = log;
  if (planned.exerciseId !== state.exerciseId) {
    throw new RangeError(`A log of ${planned.exerciseId} for the state of ${state.exerciseId}`);
  }
  const entered = enterBlock(state, log);
  if (log.sets.length === 0) return { state: entered, changes: [], why: reason('HOLD_NOT_DONE', 'LOGS', {}) };
  const exposure = readExposure(log, context.unit);
  const seen: ExerciseState = {
    ...entered,
    exposures: entered.exposures + 1,
    painMax: Math.max(entered.painMax, log.pain ?? 0),
  };
  if (log.phase !== 'build') {
    return { state: seen, changes: [], why: reason('HOLD_EASY_WEEK', 'LOGS', { phase: log.phase }) };
  }
  if (log.isEased) return { state: seen, changes: [], why: reason('HOLD_EASED', 'READINESS', {}) };
  const outlier = findOutlier(seen, log, exposure, context);
  if (outlier) return { state: seen, changes: [outlier], why: outlier };
  const { amount, tempo } = planned;
  return decide(seen.isBegun ? seen : { ...seen, amount, tempo, isBegun: true }, log, exposure, context);
}

/** A new block counts anew, and its first ordinary session starts where it was planned to; the load goes on. */
function enterBlock(state: ExerciseState, { block, planned }: ExerciseLog): ExerciseState {
  if (state.block === block) return state;
  const { amount, tempo } = planned;
  return { ...state, block, amount, tempo, isBegun: false, exposures: 0, topExposures: 0, topsInRow: 0, painMax: 0 };
}

/** A load far from what was asked for, or lifted last, is more often a slip of the finger than a fact. */
function findOutlier(
  state: ExerciseState,
  { planned, isConfirmed }: ExerciseLog,
  { load }: Exposure,
  { unit, parameters: { outlierPercent } }: StepContext,
): ProposedChange | undefined {
  const last = planned.load ?? state.load;
  if (isConfirmed || load === null || last === null) return undefined;
  const expected = convertLoad(last, unit);
  const apart = Math.abs(load.hundredths - expected.hundredths);
  if (apart * 100 <= expected.hundredths * outlierPercent) return undefined;
  const data = { last: expected.hundredths, lifted: load.hundredths, unit, percent: outlierPercent };
  return {
    ...reason('OUTLIER_ASK', 'LOGS', data),
    kind: 'question',
    target: { exerciseId: state.exerciseId, session: null, field: 'load' },
    before: last,
    after: load,
  };
}

function decide(state: ExerciseState, log: ExerciseLog, exposure: Exposure, context: StepContext): Step {
  const [low, high] = log.planned.range;
  const { amounts, lowestReserve } = exposure;
  const short = amounts.filter((amount) => amount < low).length;
  const isEmpty = lowestReserve === 0;
  const emptyInRow = isEmpty ? state.emptyInRow + 1 : lowestReserve === null ? state.emptyInRow : 0;
  const basis = basisOf(state, exposure, context.unit);
  const begun: ExerciseState = { ...state, emptyInRow, week: weekOf(state, log.date, basis), lastLoad: basis };
  const missed = (amounts[0] ?? 0) < low || short >= 2;
  if (missed || emptyInRow >= 2) return backOff(begun, log, basis, context, missed ? short : 0);

  const isTop = amounts.every((amount) => amount >= high);
  const counts = log.planned.rir === null || lowestReserve !== null;
  const hasReserve = log.planned.rir === null || (lowestReserve !== null && lowestReserve >= log.planned.rir);
  const isLess = basis !== null && state.lastLoad !== null && isLighter(basis, state.lastLoad);
  const before = isLess ? 0 : state.topsInRow;
  const counted: ExerciseState = {
    ...begun,
    backoffsInRow: short > 0 || isEmpty ? state.backoffsInRow : 0,
    topExposures: state.topExposures + (isTop && counts && hasReserve ? 1 : 0),
    // A session without a report neither counts nor breaks the row.
    topsInRow: isTop ? (counts ? (hasReserve ? before + 1 : 0) : before) : 0,
  };
  return basis === null
    ? climbUnloaded(counted, log, exposure, context)
    : climbLoaded(counted, log, exposure, basis, context);
}

/** What was lifted is the fact to go on from; without a log of it, what was known. */
function basisOf(state: ExerciseState, { load }: Exposure, unit: LoadUnit): Load | null {
  if (load !== null) return load;
  return state.load === null ? null : convertLoad(state.load, unit);
}

function weekOf(state: ExerciseState, date: PlainDate, basis: Load | null): ExerciseState['week'] {
  const monday = mondayOf(date);
  if (basis === null || state.week?.monday === monday) return state.week;
  return { monday, load: basis };
}

function backOff(
  state: ExerciseState,
  log: ExerciseLog,
  basis: Load | null,
  context: StepContext,
  short: number,
): Step {
  const [low, high] = log.planned.range;
  const isSecond = state.backoffsInRow > 0;
  const { backoffPercent: first } = context.parameters;
  const percent = isSecond ? Math.max(context.parameters.backoffAgainPercent, first) : first;
  const next: ExerciseState = { ...state, topsInRow: 0, emptyInRow: 0, backoffsInRow: state.backoffsInRow + 1 };
  const data = { low, high, short, percent };
  const code = isSecond ? 'BACKOFF_AGAIN' : 'BACKOFF';
  const why = reason(code, 'BACKOFF', data);
  const draft = draftStep(next, log.planned);
  const lowered = basis === null ? null : lowerLoad(basis, percent, context.loadable);
  if (basis !== null && lowered !== null && isLighter(lowered, basis)) {
    draft.set('load', lowered, why);
    if (short > 0) draft.set('amount', low, reason('REPS_RESTART', 'PROGRESSION', { low }));
  } else if (next.tempo !== null) draft.set('tempo', null, why);
  else if (next.amount > low) draft.set('amount', Math.max(low, next.amount - stepOf(log, context)), why);
  else draft.note(reason('BACKOFF_AT_LIGHTEST', 'BACKOFF', data));
  if (isSecond) draft.note(reason('BACKOFF_COACH', 'BACKOFF', { times: next.backoffsInRow }));
  return draft.finish(why);
}

function climbLoaded(
  state: ExerciseState,
  log: ExerciseLog,
  { amounts, meanReserve }: Exposure,
  basis: Load,
  context: StepContext,
): Step {
  const { parameters, age, loadable } = context;
  const { planned } = log;
  const [low, high] = planned.range;
  const draft = draftStep(state, log.planned);
  const mayRise = (log.pain ?? 0) <= parameters.painGreenMax;
  const didAll = amounts.every((amount) => amount >= planned.amount);
  const correction = correctionOf(planned.rir, meanReserve, log.date, context);
  const reserve = { reserve: meanReserve ?? 0, target: planned.rir ?? 0, percent: Math.abs(correction) };
  // What was lifted is the new basis even where nothing rises.
  const liftedWhy = reason(state.load === null ? 'LOAD_LEARNT' : 'LOAD_AS_LIFTED', 'LOAD', sayLoadData(basis));
  const keepBasis = () => draft.set('load', basis, liftedWhy);

  if (state.topsInRow >= parameters.topsToRise && mayRise) {
    const increment =
      age >= mastersAge
        ? Math.min(parameters.incrementPercent, parameters.mastersIncrementPercent)
        : parameters.incrementPercent;
    const raised = raiseWithinWeek(state, basis, Math.max(increment, correction), context);
    if (raised === 'week_cap') {
      keepBasis();
      return draft.finish(reason('HOLD_WEEK_CAP', 'PROGRESSION', { percent: parameters.weekCapPercent }));
    }
    if (raised !== null) {
      const why = reason('PROGRESS_TOP_OF_RANGE_TWICE', 'PROGRESSION', {
        from: basis.hundredths,
        to: raised.hundredths,
        unit: raised.unit,
        high,
        low,
      });
      draft.set('load', raised, why);
      draft.set('amount', low, reason('REPS_RESTART', 'PROGRESSION', { low }));
      return draft.finish(why, { topsInRow: 0 });
    }
    keepBasis();
    return climbWithoutStep(draft, state, log, didAll, context);
  }
  if (correction < 0) {
    const lowered = correctDown(basis, -correction, context);
    if (isLighter(lowered, basis)) {
      const why = reason('RESERVE_TOO_SMALL', 'RESERVE', {
        ...reserve,
        from: basis.hundredths,
        to: lowered.hundredths,
        unit: basis.unit,
      });
      draft.set('load', lowered, why);
      return draft.finish(why);
    }
  }
  if (correction > 0 && mayRise && didAll) {
    const isFull = correction >= parameters.rirPercent;
    const rounded = roundLoad(
      { hundredths: Math.round(basis.hundredths * (1 + correction / 100)), unit: basis.unit },
      loadable,
    );
    const raised = isFull || isLighter(basis, rounded) ? raiseWithinWeek(state, basis, correction, context) : null;
    if (raised !== null && raised !== 'week_cap') {
      const why = reason('RESERVE_TOO_LARGE', 'RESERVE', {
        ...reserve,
        from: basis.hundredths,
        to: raised.hundredths,
        unit: basis.unit,
      });
      draft.set('load', raised, why);
      return draft.finish(why);
    }
  }
  keepBasis();
  return climbRange(draft, state, log, amounts, didAll, context);
}

/** No weight is near enough above: a rep more, then the same reps slowly, then the rung is done with. */
function climbWithoutStep(
  draft: StepDraft,
  state: ExerciseState,
  log: ExerciseLog,
  didAll: boolean,
  { parameters }: StepContext,
): Step {
  const [low, high] = log.planned.range;
  const from = Math.max(state.amount, high);
  const again = { topsInRow: parameters.topsToRise - 1 };
  // A range of one number is a group's dose, and nothing passes it (rulebook 2.8).
  if (low < high && from < parameters.strengthRepsMax) {
    if (!didAll) return draft.finish(reason('HOLD', 'PROGRESSION', { amount: state.amount }));
    const why = reason('RISE_REPS_NO_STEP', 'ROUNDING', { from, to: from + 1, percent: parameters.oneStepMaxPercent });
    draft.set('amount', from + 1, why);
    return draft.finish(why, again);
  }
  return riseTempo(draft, state, log, again);
}

function climbUnloaded(state: ExerciseState, log: ExerciseLog, { amounts }: Exposure, context: StepContext): Step {
  const { parameters } = context;
  const draft = draftStep(state, log.planned);
  const [low] = log.planned.range;
  const mayRise = (log.pain ?? 0) <= parameters.painGreenMax;
  const didAll = amounts.every((amount) => amount >= log.planned.amount);
  if (state.topsInRow < parameters.topsToRise || !mayRise) {
    return climbRange(draft, state, log, amounts, didAll, context);
  }
  if (findExercise(state.exerciseId)?.loadType === 'external' && log.planned.goal === 'strength') {
    const why = reason('RISE_LOAD_BY_FEEL', 'PROGRESSION', { low });
    draft.set('amount', low, why);
    return draft.finish(why, { topsInRow: 0 });
  }
  return riseTempo(draft, state, log, { topsInRow: 0 });
}

/** Slower, where slow means harder; else only a harder exercise is left. */
function riseTempo(draft: StepDraft, state: ExerciseState, log: ExerciseLog, counts: Partial<ExerciseState>): Step {
  const { measure, goal, range } = log.planned;
  if (measure === 'reps' && goal !== 'power' && state.tempo === null) {
    const why = reason('RISE_TEMPO', 'PROGRESSION', { tempo: slowTempo });
    draft.set('tempo', slowTempo, why);
    draft.set('amount', range[0], reason('REPS_RESTART', 'PROGRESSION', { low: range[0] }));
    return draft.finish(why, counts);
  }
  return draft.finish(reason('TOP_OF_EXERCISE', 'LADDER', { exercise: state.exerciseId }));
}

/** A rep or five seconds more while the range lasts. */
function climbRange(
  draft: StepDraft,
  state: ExerciseState,
  log: ExerciseLog,
  amounts: readonly number[],
  didAll: boolean,
  context: StepContext,
): Step {
  const { amount, range, measure } = log.planned;
  if ((log.pain ?? 0) > context.parameters.painGreenMax)
    return draft.finish(reason('HOLD_PAIN', 'PAIN', { pain: log.pain ?? 0 }));
  if (didAll && amount < range[1] && state.emptyInRow === 0) {
    const next = Math.min(range[1], Math.max(amount + stepOf(log, context), Math.min(...amounts)));
    const why = reason(measure === 'seconds' ? 'RISE_SECONDS' : 'RISE_REPS', 'PROGRESSION', { from: amount, to: next });
    draft.set('amount', next, why);
    return draft.finish(why);
  }
  return draft.finish(reason('HOLD', 'PROGRESSION', { amount: state.amount }));
}

function stepOf({ planned }: ExerciseLog, { parameters }: StepContext): number {
  return planned.measure === 'seconds' ? parameters.holdStepSeconds : 1;
}

function sayLoadData({ hundredths, unit }: Load): Reason['data'] {
  return { load: hundredths, unit };
}

function reason(code: string, rule: string, data: Reason['data']): Reason {
  return { code, rule, data };
}
