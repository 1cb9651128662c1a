// The gates of a ladder, at the end of a block and from week four where an exercise has given what it has: S10, rulebook 2.4.
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import { isHighResistance } from '../high-resistance.ts';
import { parameters as limits } from '../parameters.ts';
import type { ParameterValues } from '../parse-parameters.ts';
import { addDays, dayNumberOf, daysBetween, mondayOf } from '../plain-date.ts';
import type { Block, PlannedSession, Prescription } from '../program.ts';
import { findRaceAgainstNew, listDatedRaces } from '../race-limits.ts';
import type { Reason } from '../reason.ts';
import { lowerLoad } from '../round-load.ts';
import { daysPerWeek } from '../run-calendar.ts';
import { findBar, isLightWork } from '../runner-limits.ts';
import { isSkipped } from './apply-proposal.ts';
import { collectProposals, type KindedEdit } from './collect-proposals.ts';
import { draftSessions, type SessionDrafts } from './draft-sessions.ts';
import type { ExerciseLog } from './exercise-log.ts';
import { fitAmount } from './fit-amount.ts';
import { prescribeInstead } from './prescribe-instead.ts';
import type { Proposal } from './proposal.ts';
import type { Step } from './step-context.ts';
import { type KeepsStrength, watchStrength } from './strength-keeper.ts';
import { type LadderMove, suggestLadderMove } from './suggest-ladder-move.ts';
import { type ComingSession, listComing, type WorkingPlan } from './working-plan.ts';

/** An exercise that was not done for longer than this has been left. */
const currentDays = 21;
/** Marks of a rung that has had its extra weeks: after them the plan goes on. */
const extendedCodes: ReadonlySet<string> = new Set(['RUNG_EXTEND', 'RUNG_NOT_MASTERED', 'RUNG_PAIN']);
const easyRirMax = 4;
const easySets = 2;

/**
 * What each exercise's weeks so far ask of those to come: to keep it for some weeks more before the rung that is planned, to
 * go back one, to go on early, or to begin on one leg with what two are known to lift. A rung is extended once.
 */
export function proposeLadderMoves(plan: WorkingPlan): readonly Proposal[] {
  const { record, today } = plan;
  const coming = listComing(plan, today, addDays(today, 2 * limits.blockWeeks.max * daysPerWeek));
  const byExercise = new Map<string, ComingSession[]>();
  for (const one of coming) {
    for (const { exerciseId } of one.session.prescriptions) {
      const known = byExercise.get(exerciseId);
      if (known) known.push(one);
      else byExercise.set(exerciseId, [one]);
    }
  }
  const edits: KindedEdit[] = [];
  const keepsStrength = watchStrength();
  const drafts = draftSessions();
  for (const exercise of listCurrent(plan)) {
    // What was logged has led to a step.
    const step = record.steps.get(exercise.id) as Step;
    const { block } = step.state;
    const own = byExercise.get(exercise.id) ?? [];
    const isOpen = own.some(({ week }) => week.block === block);
    if (isOpen && step.why.code !== 'TOP_OF_EXERCISE') continue;
    const gate: Gate = { plan, exercise, step, coming, keepsStrength, drafts };
    edits.push(...(isOpen ? goOnEarly(gate, own) : passGate(gate)));
  }
  return collectProposals('ladder', edits);
}

/** The exercise that was done last on each ladder of each session, while that is not long ago. */
function listCurrent({ record, today }: WorkingPlan): readonly Exercise[] {
  const current = new Map<string, Exercise>();
  for (const { date, session, planned } of record.facts.toReversed()) {
    if (daysBetween(date, today) > currentDays) break;
    const exercise = findExercise(planned.exerciseId);
    if (!exercise) continue;
    const place = `${session.slice(-1)} ${exercise.ladder}`;
    if (!current.has(place)) current.set(place, exercise);
  }
  return [...new Set(current.values())];
}

interface Gate {
  readonly plan: WorkingPlan;
  readonly exercise: Exercise;
  readonly step: Step;
  readonly coming: readonly ComingSession[];
  readonly keepsStrength: KeepsStrength;
  readonly drafts: SessionDrafts;
}

/** The recommended option after the weeks that were done. */
function decide({ plan, exercise, step }: Gate): LadderMove {
  const { record, profile, parameters, loadableOf } = plan;
  const own = record.facts.filter(({ planned }) => planned.exerciseId === exercise.id);
  const { planned } = own[own.length - 1] as ExerciseLog;
  const weeks = new Set(own.filter(({ block }) => block === step.state.block).map(({ date }) => mondayOf(date)));
  const [first] = suggestLadderMove({
    state: step.state,
    weeksDone: weeks.size,
    pinned: planned.pinned,
    isAllowed: (other) => findBar(other, profile) === null,
    loadable: loadableOf(exercise.id),
    parameters,
  });
  return first as LadderMove;
}

/** Nothing about the exercise can be made harder: the next one comes before the block is over. */
function goOnEarly(gate: Gate, own: readonly ComingSession[]): readonly KindedEdit[] {
  const { exercise, step } = gate;
  const move = decide(gate);
  const next = move.decision === 'advance' ? findExercise(move.next) : undefined;
  if (!next || own.some(({ session }) => bars(gate, session, exercise, next))) return [];
  const rest = own.filter(({ week, session }) => week.block === step.state.block && !goesBack(gate, session, next));
  return rest.flatMap((one) => replaceIn(one, exercise, next, move.reason, gate));
}

/** Whether the plan has a rung below it in the block to come: a harder one that is taken back was never begun in earnest. */
function goesBack({ step, coming }: Gate, { label }: PlannedSession, next: Exercise): boolean {
  const later = coming.find(({ week, session }) => week.block > step.state.block && session.label === label);
  const onLadder = later?.session.prescriptions.filter((one) => isOnLadder(one, next)) ?? [];
  return onLadder.length > 0 && onLadder.every(({ exerciseId }) => (findExercise(exerciseId)?.rung ?? 0) < next.rung);
}

/** The block is over for the exercise: what the plan has next on its ladder comes, waits or gives way. */
function passGate(gate: Gate): readonly KindedEdit[] {
  const { plan, exercise, step, coming } = gate;
  const lastDone = plan.record.facts.findLast(({ planned }) => planned.exerciseId === exercise.id) as ExerciseLog;
  const label = lastDone.session.slice(-1);
  const nextBlock = coming[0]?.week.block;
  const later = coming.filter(
    ({ week, session }) => session.label === label && week.block === nextBlock && week.block > step.state.block,
  );
  const [planned] = later.flatMap(({ session }) => session.prescriptions.filter((one) => isOnLadder(one, exercise)));
  const successor = planned && findExercise(planned.exerciseId);
  if (!successor || successor.rung < exercise.rung || isBegun(plan, successor, label, nextBlock)) return [];
  const move = decide(gate);
  switch (move.decision) {
    case 'advance':
      return startOnOneLeg(gate, successor, later);
    case 'regress': {
      const easier = findExercise(move.next);
      if (!easier || later.some(({ session }) => bars(gate, session, successor, easier))) return [];
      return later.flatMap((one) => replaceIn(one, successor, easier, move.reason, gate));
    }
    case 'stay':
    case 'extend':
      return extend(gate, successor, later, move);
    default: {
      const unknown: never = move.decision;
      throw new TypeError(`Unknown decision: ${unknown}`);
    }
  }
}

/** Whether the next rung has been stood on already, in a session whose log is still to come: then there is no way back from it. */
function isBegun(
  { program, fixed }: WorkingPlan,
  successor: Exercise,
  label: string,
  block: number | undefined,
): boolean {
  return program.weeks.some(
    (week) =>
      week.block === block &&
      week.sessions.some(
        (session) =>
          session.label === label && fixed.has(session.key) && !isSkipped(session) && holds(session, successor),
      ),
  );
}

/** Some weeks more, once; for the whole block where what is left of it is too short for another exercise, or a race is near. */
function extend(
  { plan, exercise, step, keepsStrength, drafts }: Gate,
  successor: Exercise,
  later: readonly ComingSession[],
  { reason }: LadderMove,
): readonly KindedEdit[] {
  const { program, parameters, profile, record } = plan;
  const model = program.weeks
    .flatMap(({ sessions }) => sessions.filter(({ key }) => record.done.has(key)))
    .flatMap(({ prescriptions }) => prescriptions)
    .findLast(({ exerciseId }) => exerciseId === exercise.id);
  const { week: first } = later[0] as ComingSession;
  if (!model || model.reasons.some(({ code }) => extendedCodes.has(code))) return [];
  if (reason.code === 'RUNG_TOO_EARLY' || findBar(exercise, profile) !== null) return [];
  const block = program.blocks.find(({ number }) => number === first.block) as Block;
  const until = first.number + parameters.extensionWeeks - 1;
  const start = addDays(first.startsOn, parameters.extensionWeeks * daysPerWeek);
  const isShort = block.lastWeek - until < limits.blockWeeks.min;
  const isFrozen = findRaceAgainstNew(dayNumberOf(start), listDatedRaces(profile.races), parameters) !== undefined;
  const kept = isShort || isFrozen ? later : later.filter(({ week }) => week.number <= until);
  const edits: KindedEdit[] = [];
  for (const { week, session } of kept) {
    const planned = session.prescriptions.find(({ exerciseId }) => exerciseId === successor.id);
    if (!planned) continue;
    const mayStay =
      !drafts.isChanged(session, planned.slot) &&
      !holds(drafts.now(session), exercise) &&
      (isHighRep(planned, parameters) || !isHighRep(model, parameters)) &&
      keepsStrength(week, session, planned, model.goal);
    // Once the next rung has come, the old one does not come back.
    if (!mayStay) break;
    const isEasy = week.phase === 'deload' || session.load === 'light';
    const after: Prescription = {
      ...model,
      slot: planned.slot,
      sets: isEasy ? Math.min(easySets, planned.sets) : Math.min(model.sets, Math.max(planned.sets, easySets)),
      amount: fitAmount(step.state.amount, model, parameters),
      load: step.state.load,
      tempo: step.state.tempo,
      superset: planned.superset,
      rir: model.rir === null || !isEasy ? model.rir : Math.min(easyRirMax, model.rir + 1),
      reasons: [reason],
      pinned: [],
    };
    drafts.replace(session, planned.slot, after);
    edits.push(replacement(session, planned, after, reason));
  }
  return edits;
}

/** From two legs to one a load is known beforehand: half, and a little less. */
function startOnOneLeg(
  { plan, exercise, step }: Gate,
  successor: Exercise,
  later: readonly ComingSession[],
): readonly KindedEdit[] {
  const { record, loadableOf, parameters } = plan;
  const { load } = step.state;
  const isOneLeg = successor.loadType === 'external' && successor.unilateral && !exercise.unilateral;
  if (load === null || !isOneLeg || record.steps.has(successor.id)) return [];
  const loadable = loadableOf(successor.id);
  const half = { hundredths: Math.round(load.hundredths / 2), unit: load.unit };
  const start = lowerLoad(half, Math.max(1, parameters.oneLegCutPercent), loadable);
  const why: Reason = {
    code: 'START_ONE_LEG',
    rule: 'LADDER',
    data: {
      from: load.hundredths,
      to: start.hundredths,
      unit: load.unit,
      percent: parameters.oneLegCutPercent,
      exercise: successor.id,
    },
  };
  return later.flatMap(({ session }) =>
    session.prescriptions.flatMap((one): readonly KindedEdit[] => {
      if (one.exerciseId !== successor.id || one.load !== null) return [];
      const kind = one.pinned.includes('load') ? 'suggestion' : 'change';
      const { slot, exerciseId } = one;
      const edit = { kind: 'set_fields', session: session.key, slot, exerciseId, why } as const;
      return [{ kind, edit: { ...edit, before: { load: null }, after: { load: start } } }];
    }),
  );
}

function replaceIn(
  { week, session }: ComingSession,
  from: Exercise,
  to: Exercise,
  why: Reason,
  { plan: { profile, parameters, record }, keepsStrength, drafts }: Gate,
): readonly KindedEdit[] {
  return session.prescriptions.flatMap((prescription): readonly KindedEdit[] => {
    if (prescription.exerciseId !== from.id || drafts.isChanged(session, prescription.slot)) return [];
    if (!keepsStrength(week, session, prescription, to.defaultGoal)) return [];
    const load = record.steps.get(to.id)?.state.load ?? null;
    const after = prescribeInstead({
      week,
      session: drafts.now(session),
      prescription,
      exercise: to,
      profile,
      parameters,
      load,
      why,
    });
    drafts.replace(session, prescription.slot, after);
    return [replacement(session, prescription, after, why)];
  });
}

function replacement(session: PlannedSession, planned: Prescription, after: Prescription, why: Reason): KindedEdit {
  const kind = planned.pinned.includes('exerciseId') ? 'suggestion' : 'change';
  const { slot, exerciseId: before } = planned;
  return { kind, edit: { kind: 'replace', session: session.key, slot, before, after, why } };
}

function isOnLadder({ exerciseId }: Prescription, { ladder }: Exercise): boolean {
  return findExercise(exerciseId)?.ladder === ladder;
}

/** What a session can't take in: the same twice, heavy for light, too much for a light day, anything new before a race. */
function bars({ plan, drafts }: Gate, session: PlannedSession, from: Exercise, to: Exercise): boolean {
  const { profile, parameters, record } = plan;
  if (holds(drafts.now(session), to)) return true;
  if (session.load === 'light' && !isLightWork(to)) return true;
  const prescription = session.prescriptions.find(({ exerciseId }) => exerciseId === from.id);
  const wasHeavy = prescription !== undefined && isHighResistance(from, prescription);
  if (!wasHeavy && to.highResistance !== 'never') return true;
  const race = findRaceAgainstNew(dayNumberOf(session.date), listDatedRaces(profile.races), parameters);
  return race !== undefined && !record.steps.has(to.id);
}

function holds({ prescriptions }: PlannedSession, { id }: Exercise): boolean {
  return prescriptions.some(({ exerciseId }) => exerciseId === id);
}

function isHighRep({ measure, range }: Prescription, { highRepThreshold }: ParameterValues): boolean {
  return measure === 'reps' && range[1] >= highRepThreshold;
}
