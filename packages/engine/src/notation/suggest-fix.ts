// What to change for each finding. A fix follows the article's own remedy: fewer sessions and exercises, two heavy lifts a
// session, the same exercise for a block, something that rises, an open day.
import type { AuditedSlot, AuditedWeek } from '../audit-input.ts';
import { findExercise } from '../catalogue/catalogue.ts';
import type { Exercise } from '../catalogue/exercise.ts';
import type { Finding } from '../finding.ts';
import { isHighResistance } from '../high-resistance.ts';
import { parameters as limits } from '../parameters.ts';
import { defaultParameters, type ParameterValues } from '../parse-parameters.ts';
import { placeStrength } from '../placement.ts';
import { prescriptionBounds } from '../prescription-bounds.ts';
import { findNextRung } from '../progression.ts';
import { isLightWork } from '../runner-limits.ts';
import { splitBlocks } from '../split-blocks.ts';
import { type Area, areas, type Goal, type Weekday, weekdays } from '../vocabulary.ts';
import type { RoutineChange } from './apply-change.ts';
import type { LineRef, ReadRoutine, RoutineContext, SessionRef } from './read-routine.ts';
import { buildRoutineLine, type Routine, type RoutineLine, type RoutineSession } from './routine.ts';

/** Changes that belong together: made all at once, the finding is gone. */
export interface RoutineFix {
  readonly changes: readonly RoutineChange[];
}

/** The routine, how it was read, and what is known beside it. */
export interface FixInput {
  readonly routine: Routine;
  readonly read: ReadRoutine;
  readonly context: RoutineContext;
  /** What has been fixed on the way to this routine: a change of exercise that another fix needed is no jumping about. */
  readonly fixed?: ReadonlySet<Finding['code']>;
}

/** The sessions and lines of the routine that a finding is about, in their order. */
export function findPlaces({ read }: FixInput, { at }: Finding): readonly (SessionRef & { readonly line?: number })[] {
  const places: (SessionRef & { line?: number })[] = [];
  const first = at.week ?? Number.NEGATIVE_INFINITY;
  const last = at.throughWeek ?? at.week ?? Number.POSITIVE_INFINITY;
  const seen = new Set<number>();
  for (const { number, week, sessions } of read.sources) {
    if (number < first || number > last || seen.has(week)) continue;
    seen.add(week);
    for (const { label, day } of sessions) {
      if (at.session !== undefined && label !== at.session) continue;
      places.push(at.slot === undefined ? { week, day } : { week, day, line: Number(at.slot) - 1 });
    }
  }
  return places;
}

/** How to make a finding go away; null where it is a note that asks for nothing, or nothing helps. */
export function suggestFix(input: FixInput, finding: Finding): RoutineFix | null {
  const changes = listChanges(new Fixer(input), finding);
  return changes.length === 0 ? null : { changes };
}

function listChanges(fixer: Fixer, finding: Finding): readonly RoutineChange[] {
  switch (finding.code) {
    case 'M1_NO_STRENGTH_OR_POWER':
      return fixer.addStrength(finding);
    case 'M1_STRENGTH_REPS':
      return finding.severity === 'info'
        ? []
        : fixer.setLines(finding, { measure: 'reps', amount: strengthReps, range: null });
    case 'M1_GROUP_DOSE':
      return fixer.keepToGroup(finding);
    case 'M1_REST_TOO_SHORT':
      return fixer.setLines(finding, { restSeconds: limits.restStrength.default });
    case 'M1_POWER_DOSE':
      return fixer.setLines(finding, { measure: 'reps', amount: powerReps, range: null, explosive: true });
    case 'M1_TOO_MANY_HIGH_REP':
    case 'M1_ENDURANCE_DOSE':
      return fixer.redose(finding);
    case 'M2_NO_OVERLOAD':
      return fixer.raise(finding);
    case 'M2_EXERCISE_CHURN':
      return fixer.keepExercises();
    case 'M2_STALE_EXERCISE':
      return finding.severity === 'info' ? [] : fixer.advance(finding);
    case 'M2_NEXT_NOT_HARDER':
      return fixer.takeHarder(finding);
    case 'M2_BLOCK_LENGTH':
      return fixer.cutBlocks();
    case 'M3_TOO_MANY_SESSIONS':
      return fixer.dropSessions(finding);
    case 'M3_SESSION_SIZE':
      return finding.severity === 'info' ? [] : fixer.dropLines(finding);
    case 'M3_HIGH_RES_CAP':
      return fixer.easeHeavy(finding);
    case 'M3_AREA_GAP':
      return fixer.fillArea(finding);
    case 'M3_ONE_SESSION':
    case 'M3_CALF_TARGET':
    case 'M3_NO_PURPOSE':
    case 'M4_BEFORE_LONG':
      return [];
    case 'M4_ON_LONG':
    case 'M4_AFTER_LONG':
    case 'M4_ON_SPEED':
    case 'M4_BEFORE_SPEED':
    case 'M4_ON_RACE':
      return finding.severity === 'info' ? [] : fixer.moveSessions(finding);
    case 'M4_CONSECUTIVE':
      return fixer.reduceSessions(finding);
    case 'M4_HEAVY_BEFORE_RACE':
      return fixer.lightenSessions(finding, 'taper');
    case 'M4_HEAVY_AFTER_RACE':
      return fixer.lightenSessions(finding, 'return');
    case 'M4_NEW_BEFORE_RACE':
      return fixer.keepOld(finding);
    default: {
      const unknown: never = finding.code;
      throw new TypeError(`Unknown finding: ${unknown}`);
    }
  }
}

const strengthReps = 6;
const powerReps = 5;
const stabilityReps = 10;
const holdSeconds = 30;
const heavyLiftsPerSession = 2;
const longestBlock = limits.blockWeeks.max;
const shortestBlock = limits.blockWeeks.min;

const strengthDose: Partial<RoutineLine> = {
  sets: limits.setsStrength.default,
  measure: 'reps',
  amount: strengthReps,
  range: null,
  rir: limits.rir.default,
  restSeconds: limits.restStrength.default,
  explosive: false,
  goal: 'strength',
};
const stabilityDose: Partial<RoutineLine> = {
  measure: 'reps',
  amount: stabilityReps,
  range: null,
  explosive: false,
  goal: 'stability',
};
const holdDose: Partial<RoutineLine> = { ...stabilityDose, measure: 'seconds', amount: holdSeconds, rir: null };

/** What fills a gap: the floor is enough for each, and none is heavy. */
const fillers: Readonly<Record<Area, string>> = {
  glutes: 'gm_clamshell',
  calves: 'cg_double',
  quads: 'qd_wall_sit',
  hamstrings: 'hs_bridge_iso',
  ankle: 'am_wall_rock',
  core: 'ce_dead_bug',
  foot: 'fi_short_foot',
  power: 'pl_pogo_small',
};
const lightFillers: readonly Area[] = ['ankle', 'core', 'foot'];
const newStrength = 'qd_rev_lunge';

function buildFiller(exerciseId: string): RoutineLine {
  const exercise = findExercise(exerciseId);
  if (!exercise) throw new RangeError(`Not in the catalogue: ${exerciseId}`);
  const { sets, min, restSeconds } = exercise.prescription;
  return buildRoutineLine({
    exercise: exercise.id,
    sets,
    measure: exercise.measure,
    amount: exercise.measure === 'reps' ? Math.min(min, stabilityReps) : min,
    perSide: exercise.perSide,
    restSeconds,
    goal: exercise.defaultGoal,
  });
}

const isLoadable = (exercise: Exercise | undefined) =>
  exercise?.highResistance === 'when_dosed_as_strength' || exercise?.highResistance === 'always';

/** Nobody loads a mountain climber or a crunch: a name that the catalogue does not have must sound like a lift. */
const loadableName =
  /squat|lunge|dead ?lift|\brdl\b|press|thrust|step.?up|curl|raise|hinge|swing|good ?morning|pistol|hip extension/i;

/** Works out the changes for one finding at a time; nothing in it changes. */
class Fixer {
  private readonly input: FixInput;
  private readonly parameters: ParameterValues;

  constructor(input: FixInput) {
    this.input = input;
    this.parameters = input.context.parameters ?? defaultParameters;
  }

  setLines(finding: Finding, fields: Partial<RoutineLine>): readonly RoutineChange[] {
    return this.linesOf(finding).map(({ at }) => ({ kind: 'set_line', at, fields }));
  }

  /** The nearest dose that the runner's group allows. */
  keepToGroup(finding: Finding): readonly RoutineChange[] {
    const { sets, reps, min, max, setsMax } = finding.data;
    const amount = Math.min(Math.max(Number(reps), Number(min)), Number(max));
    return this.setLines(finding, {
      sets: Math.min(Number(sets), Number(setsMax)),
      measure: 'reps',
      amount,
      range: null,
    });
  }

  /** One exercise of a session becomes heavy; a week without sessions takes those of the nearest week that has some. */
  addStrength(finding: Finding): readonly RoutineChange[] {
    const changes: RoutineChange[] = [];
    for (const week of this.weeksOf(finding)) {
      const sessions = this.sessionsOf(week);
      const session = sessions.find(({ at }) => this.isFull(at)) ?? sessions[0];
      if (!session) {
        changes.push({ kind: 'add_session', week, day: this.findOpenDay(week), session: this.findModelSession() });
        continue;
      }
      const { at, lines } = session;
      const line = lines.findIndex(({ exercise }) => isLoadable(findExercise(exercise)));
      const exercise = this.findStrengthExercise(week);
      if (line !== -1) changes.push({ kind: 'set_line', at: { ...at, line }, fields: strengthDose });
      else if (exercise === undefined) {
        changes.push({ kind: 'set_week', week, fields: { exemption: 'taper' } });
        continue;
      } else {
        const heavy = buildRoutineLine({ exercise: exercise.id, ...strengthDose, perSide: exercise.perSide });
        const last = lines.length - 1;
        if (lines.length < this.parameters.slotsMax) changes.push({ kind: 'add_line', at, line: heavy });
        else {
          const fields = { ...heavy, comments: lines[last]?.comments ?? [] };
          changes.push({ kind: 'set_line', at: { ...at, line: last }, fields });
        }
      }
      if (!this.isFull(at)) changes.push({ kind: 'set_load', at, load: 'full' });
    }
    return changes;
  }

  /** A lunge; before a race one that is not new, and without one nothing: the week eases off instead. */
  private findStrengthExercise(week: number): Exercise | undefined {
    if (this.input.read.input.races.length === 0 || week === 0) return findExercise(newStrength);
    const first = this.sessionsOf(0).flatMap(({ lines }) => lines.map(({ exercise }) => findExercise(exercise)));
    return first.find(isLoadable);
  }

  /** High reps become two heavy lifts and, for the rest, ten reps or a hold. */
  redose(finding: Finding): readonly RoutineChange[] {
    return findPlaces(this.input, finding).flatMap((at) => {
      const lines = this.linesAt(at);
      let heavy = lines.filter(
        (line) => line.goal === 'strength' && (line.amount ?? 0) < this.parameters.highRepThreshold,
      ).length;
      return lines.flatMap((line, index): readonly RoutineChange[] => {
        const isHigh = line.measure === 'reps' && (line.amount ?? 0) >= this.parameters.highRepThreshold;
        const exercise = findExercise(line.exercise);
        if (!isHigh || (finding.code === 'M1_ENDURANCE_DOSE' && exercise?.defaultGoal === 'mobility')) return [];
        const mayBeHeavy = exercise === undefined ? loadableName.test(line.exercise) : isLoadable(exercise);
        const isHeavy = mayBeHeavy && heavy < heavyLiftsPerSession;
        if (isHeavy) heavy += 1;
        const fields = isHeavy ? strengthDose : exercise?.measure === 'seconds' ? holdDose : this.easyDose(exercise);
        return [{ kind: 'set_line', at: { week: at.week, day: at.day, line: index }, fields }];
      });
    });
  }

  /** A rep or five seconds more now and then, from a start that leaves room for it. */
  raise(finding: Finding): readonly RoutineChange[] {
    const lines = this.linesOf(finding, String(finding.data.exercise)).filter(
      ({ at }) => !this.isEased(at) && this.slotAt(at)?.goal !== 'mobility',
    );
    return this.raiseLines(lines);
  }

  /** The next rung after a block; where there is none, or a race is near, the same with a rise. */
  advance(finding: Finding): readonly RoutineChange[] {
    const lines = this.linesOf(finding, String(finding.data.exercise));
    const exercise = findExercise(String(finding.data.exercise));
    const next = exercise && this.input.read.input.races.length === 0 ? findNextRung(exercise, () => null) : undefined;
    const later = lines.slice(longestBlock);
    if (next?.kind === 'next' && later.length > 0 && later.every(({ at }) => !this.holds(at, next.exercise.id))) {
      return later.map(({ at, line }) => ({ kind: 'set_line', at, fields: changeExercise(line, next.exercise) }));
    }
    const stretches = this.splitStretches(lines, finding);
    const raised = stretches.flatMap((stretch) => this.raiseLines(stretch));
    if (raised.length > 0) return raised;
    return stretches.flatMap((stretch) =>
      stretch.slice(-1).map(
        ({ at, line }): RoutineChange => ({
          kind: 'set_line',
          at,
          fields: { tempo: line.tempo === slowTempo ? slowerTempo : slowTempo },
        }),
      ),
    );
  }

  /** Where the check looks for a rise: in each block, or in as many of the last weeks as the longest block has. */
  private splitStretches(
    lines: readonly { readonly at: LineRef; readonly line: RoutineLine }[],
    finding: Finding,
  ): readonly (readonly { readonly at: LineRef; readonly line: RoutineLine }[])[] {
    const { sources, input } = this.input.read;
    const numbered = lines
      .filter(({ at }) => !this.isEased(at) && this.slotAt(at)?.goal !== 'mobility')
      .map((one) => ({ ...one, number: sources.find(({ week }) => week === one.at.week)?.number ?? 0 }));
    const last = finding.at.throughWeek ?? 0;
    const spans = input.blocks ?? [{ firstWeek: last - longestBlock + 1, lastWeek: last }];
    return spans.map(({ firstWeek, lastWeek }) =>
      numbered.filter(({ number }) => number >= firstWeek && number <= lastWeek),
    );
  }

  private raiseLines(
    written: readonly { readonly at: LineRef; readonly line: RoutineLine }[],
  ): readonly RoutineChange[] {
    const model = written.find(({ line }) => line.amount !== null)?.line;
    const lines = written.filter(({ line }) => line.amount !== null && line.measure === model?.measure);
    const first = lines[0]?.line;
    const goals = lines.map(({ at }) => this.slotAt(at)?.goal);
    const goal = goals.find((one) => one === 'power') ?? goals.find((one) => one === 'strength');
    if (!first || first.measure === null || first.amount === null || lines.length < 2) return [];
    const step = first.measure === 'seconds' ? 5 : 1;
    const top = this.topOf(first, goal);
    const start = Math.min(first.amount, top - step);
    if (start < prescriptionBounds[first.measure].min) return [];
    const rises = Math.max(1, Math.min(Math.floor((lines.length - 1) / 2), Math.floor((top - start) / step)));
    return lines.map(({ at }, index) => ({
      kind: 'set_line',
      at,
      fields: {
        measure: first.measure,
        amount: start + step * Math.floor((index * (rises + 1)) / lines.length),
        range: null,
        ...(first.load === null ? {} : { load: first.load }),
      },
    }));
  }

  /** The most that the rules allow for the goal; `goal` as the checks read it. */
  private topOf({ measure, amount }: RoutineLine, goal: Goal | undefined): number {
    if (measure === 'seconds') return Math.min(prescriptionBounds.seconds.max, (amount ?? 0) + 30);
    if (goal === 'power') return this.parameters.powerRepsMax;
    if ((amount ?? 0) <= this.parameters.strengthRepsMax) return this.parameters.strengthRepsMax;
    if (goal === 'strength') return limits.strengthRepsMax.max;
    // Below the counts of high reps and of endurance work, unless it is there already.
    const ceilings = [this.parameters.highRepThreshold - 1, this.parameters.enduranceReps - 1];
    return ceilings.find((ceiling) => (amount ?? 0) <= ceiling) ?? prescriptionBounds.reps.max;
  }

  /** Every session keeps the exercises of the first week of its block; a rest too short for a block belongs to the one before. */
  keepExercises(): readonly RoutineChange[] {
    if (this.input.fixed?.has('M2_EXERCISE_CHURN')) return this.excuseExercises();
    const changes: RoutineChange[] = [];
    const weeks = this.input.routine.weeks;
    const models = new Map<string, readonly RoutineLine[]>();
    let start = 0;
    for (let week = 0; week < weeks.length; week += 1) {
      const left = weeks.length - week;
      if (week - start >= longestBlock && left >= shortestBlock) {
        models.clear();
        start = week;
      }
      for (const { at, lines, label } of this.sessionsOf(week)) {
        const model = models.get(label);
        if (model === undefined) {
          if (lines.length > 0) models.set(label, lines);
        } else if (
          model.map(({ exercise }) => exercise).join('\n') !== lines.map(({ exercise }) => exercise).join('\n')
        ) {
          changes.push({ kind: 'set_lines', at, lines: model });
        }
      }
    }
    return changes;
  }

  /** Marks every line that was not in its place the week before; when those are marked already, every other one. */
  private excuseExercises(): readonly RoutineChange[] {
    const before = new Map<string, readonly string[]>();
    const moved: RoutineChange[] = [];
    const others: RoutineChange[] = [];
    for (const week of this.input.routine.weeks.keys()) {
      for (const { at, lines, label } of this.sessionsOf(week)) {
        const known = before.get(label) ?? [];
        lines.forEach((line, index) => {
          if (line.swapped) return;
          const list = known[index] === line.exercise ? others : moved;
          list.push({ kind: 'set_line', at: { ...at, line: index }, fields: { swapped: true } });
        });
        before.set(
          label,
          lines.map(({ exercise }) => exercise),
        );
      }
    }
    return moved.length > 0 ? moved : others;
  }

  /** The easier exercise makes way for the next rung above what it replaced, for as long as it stays. */
  takeHarder(finding: Finding): readonly RoutineChange[] {
    const from = findExercise(String(finding.data.from));
    const to = String(finding.data.to);
    if (!from) return [];
    const above = findNextRung(from, () => null);
    const wanted = above.kind === 'next' ? above.exercise : from;
    const changes: RoutineChange[] = [];
    const weeks = this.weeksOf({ ...finding, at: { ...finding.at, throughWeek: Number.POSITIVE_INFINITY } });
    for (const week of weeks) {
      const session = this.sessionsOf(week).find(({ label }) => label === finding.at.session);
      if (!session) continue;
      const line = session.lines.findIndex(({ exercise }) => exercise === to);
      const old = session.lines[line];
      // It may come some weeks later, and ends where it is left out.
      if (!old && changes.length > 0) break;
      if (!old) continue;
      const at = { ...session.at, line };
      if (this.input.read.input.races.length > 0) {
        // Nothing new before a race: the step back gets its reason instead.
        session.lines.forEach(({ exercise }, index) => {
          if (exercise === to)
            changes.push({ kind: 'set_line', at: { ...at, line: index }, fields: { swapped: true } });
        });
        continue;
      }
      const target = this.holds(session.at, wanted.id) ? from : wanted;
      changes.push(
        this.holds(session.at, target.id)
          ? { kind: 'remove_line', at }
          : { kind: 'set_line', at, fields: changeExercise(old, target) },
      );
    }
    return changes;
  }

  cutBlocks(): readonly RoutineChange[] {
    const { weeks } = this.input.routine;
    const lengths = splitBlocks(weeks.length);
    const numbers = lengths?.flatMap((length, index) => Array.from({ length }, () => index + 1));
    return weeks.map((_, week) => ({ kind: 'set_week', week, fields: { block: numbers?.[week] ?? null } }));
  }

  /** Two stay: those on open days first, then those with more strength, then the earlier ones. */
  dropSessions(finding: Finding): readonly RoutineChange[] {
    return this.weeksOf(finding).flatMap((week) => {
      const legal = this.listLegalDays(week);
      const ranked = this.sessionsOf(week)
        .filter(({ at }) => this.isFull(at))
        .map(({ at, lines }) => {
          const day = this.dayOf(at);
          const strength = lines.filter(
            ({ exercise, goal }) => goal === 'strength' || isLoadable(findExercise(exercise)),
          ).length;
          return { at, closed: day !== null && legal !== null && !legal.includes(day) ? 1 : 0, strength };
        })
        .sort((one, other) => one.closed - other.closed || other.strength - one.strength || one.at.day - other.at.day);
      return ranked.slice(limits.sessionsPerWeek.max).map(({ at }): RoutineChange => ({ kind: 'remove_session', at }));
    });
  }

  /** Heavy lifts and one exercise for each area stay first, what is not recognised goes first. */
  dropLines(finding: Finding): readonly RoutineChange[] {
    return findPlaces(this.input, finding).flatMap(({ week, day }) => {
      const seen = new Set<Area>();
      const ranked = this.linesAt({ week, day })
        .map((line, index) => {
          const exercise = findExercise(line.exercise);
          const isFirst = exercise !== undefined && !seen.has(exercise.area);
          if (exercise) seen.add(exercise.area);
          const rank = !exercise ? 3 : isFirst ? (isLoadable(exercise) ? 0 : 1) : 2;
          return { index, rank };
        })
        .sort((one, other) => one.rank - other.rank || one.index - other.index);
      return ranked
        .slice(this.parameters.slotsMax)
        .map(({ index }): RoutineChange => ({ kind: 'remove_line', at: { week, day, line: index } }));
    });
  }

  /** The last heavy slots beyond the cap become light; one that is always heavy goes. */
  easeHeavy(finding: Finding): readonly RoutineChange[] {
    return this.weeksOf(finding).flatMap((week) => {
      const heavy = this.sessionsOf(week).flatMap(({ at, lines }) =>
        lines.flatMap((line, index) => (isHeavyLine(line) ? [{ at: { ...at, line: index }, line }] : [])),
      );
      const perSession = new Map<number, number>();
      const kept: number[] = [];
      heavy.forEach(({ at }, index) => {
        const count = (perSession.get(at.day) ?? 0) + 1;
        perSession.set(at.day, count);
        kept.push(count * heavy.length + index);
      });
      const order = heavy.map((_, index) => index).sort((one, other) => (kept[one] ?? 0) - (kept[other] ?? 0));
      return order.slice(this.parameters.heavySlotsPerWeek).flatMap((index): readonly RoutineChange[] => {
        const found = heavy[index];
        return found ? [this.ease(found.at, found.line)] : [];
      });
    });
  }

  /** One exercise of the area: where there is room, else for a second one of another area, else in a light session of its own. */
  fillArea(finding: Finding): readonly RoutineChange[] {
    const area = areas.find((known) => known === finding.data.area);
    if (area === undefined) return [];
    const line = buildFiller(fillers[area]);
    const weeks = [...this.weeksOf(finding)];
    if (this.input.fixed?.has('M4_NEW_BEFORE_RACE')) {
      // What was taken out for being new stays out: the weeks before the race are less on purpose.
      return weeks.map((week) => ({ kind: 'set_week', week, fields: { exemption: 'taper' } }));
    }
    // Nothing new may come in before a race, so it is there from the start.
    if (this.input.read.input.races.length > 0 && !weeks.includes(0)) weeks.unshift(0);
    return weeks.flatMap((week): readonly RoutineChange[] => {
      const sessions = this.sessionsOf(week).filter(({ lines }) => lines.length > 0);
      if (sessions.some(({ lines }) => lines.some(({ exercise }) => exercise === line.exercise))) return [];
      const roomy = sessions.find(({ lines }) => lines.length < this.parameters.slotsMax);
      if (roomy && (this.isFull(roomy.at) || isLightWork(findExercise(line.exercise) as Exercise))) {
        return [{ kind: 'add_line', at: roomy.at, line }];
      }
      const spare = this.findSpare(sessions);
      if (spare) return [{ kind: 'set_line', at: spare, fields: line }];
      const session: RoutineSession = { name: 'Mobility', load: 'light', lines: [line] };
      return [{ kind: 'add_session', week, day: this.findOpenDay(week), session }];
    });
  }

  /** A second exercise for an area that has one already, light before heavy. */
  private findSpare(
    sessions: readonly { readonly at: SessionRef; readonly lines: readonly RoutineLine[] }[],
  ): LineRef | undefined {
    const counts = new Map<Area, number>();
    const all = sessions.flatMap(({ at, lines }) =>
      lines.map((line, index) => ({ at: { ...at, line: index }, line, area: findExercise(line.exercise)?.area })),
    );
    for (const { area } of all) if (area) counts.set(area, (counts.get(area) ?? 0) + 1);
    // A week's strength is never spare.
    const isStrength = (at: LineRef) => ['strength', 'power'].includes(this.slotAt(at)?.goal ?? '');
    const spare = all.filter(
      ({ at, area }) =>
        !isStrength(at) && (area === 'foot' || area === 'power' || (area !== undefined && (counts.get(area) ?? 0) > 1)),
    );
    return spare.at(-1)?.at;
  }

  /** To an open day, with a day between where there is one; where none is open the session becomes light. */
  moveSessions(finding: Finding): readonly RoutineChange[] {
    return findPlaces(this.input, finding).flatMap(({ week, day }): readonly RoutineChange[] => {
      const at = { week, day };
      const to = this.findLegalDay(at);
      if (to !== undefined) return [{ kind: 'move_session', at, to }];
      return this.lighten(at, 'no_full_session');
    });
  }

  lightenSessions(finding: Finding, exemption: 'taper' | 'return'): readonly RoutineChange[] {
    return findPlaces(this.input, finding).flatMap(({ week, day }) => this.lighten({ week, day }, exemption));
  }

  /** At most one heavy lift stays. */
  reduceSessions(finding: Finding): readonly RoutineChange[] {
    return findPlaces(this.input, finding).flatMap(({ week, day }) => {
      const at = { week, day };
      let heavy = 0;
      const eased = this.linesAt(at).flatMap((line, index): readonly RoutineChange[] => {
        if (!isHeavyLine(line)) return [];
        heavy += 1;
        return heavy > this.parameters.heavySlotsReduced ? [this.ease({ ...at, line: index }, line)] : [];
      });
      return [...eased, { kind: 'set_load', at, load: 'reduced' } as const];
    });
  }

  /** What was done before in the session for the same muscles; without it, nothing. */
  keepOld(finding: Finding): readonly RoutineChange[] {
    const { exercise } = finding.data;
    const ladder = findExercise(String(exercise))?.ladder;
    return this.linesOf(finding, String(exercise)).map(({ at, line }): RoutineChange => {
      const old = this.input.routine.weeks
        .slice(0, at.week)
        .flatMap(({ days }) => days.flatMap(({ session }) => session?.lines ?? []));
      const before = old.findLast(
        (one) => ladder !== undefined && findExercise(one.exercise)?.ladder === ladder && one.exercise !== exercise,
      );
      const known = before && findExercise(before.exercise);
      const mayStand = known !== undefined && (this.isFull(at) || isLightWork(known));
      return mayStand && !this.holds(at, known.id)
        ? { kind: 'set_line', at, fields: changeExercise(line, known) }
        : { kind: 'remove_line', at };
    });
  }

  /** Nothing heavy and no jumps: what is left, or ankles, core and feet. */
  private lighten(at: SessionRef, exemption: 'taper' | 'return' | 'no_full_session'): readonly RoutineChange[] {
    const lines = this.linesAt(at);
    const light = lines.filter((line) => {
      const exercise = findExercise(line.exercise);
      return (
        exercise !== undefined &&
        isLightWork(exercise) &&
        !isHeavyLine(line) &&
        line.goal !== 'strength' &&
        line.goal !== 'power'
      );
    });
    const kept = light.length > 0 ? light : lightFillers.map((area) => buildFiller(fillers[area]));
    // Before a race even the lightest exercise may not be new.
    const isGone = light.length === 0 && this.input.read.input.races.length > 0;
    const changes: RoutineChange[] = isGone
      ? [{ kind: 'remove_session', at }]
      : [
          { kind: 'set_lines', at, lines: kept },
          { kind: 'set_load', at, load: 'light' },
        ];
    const week = this.input.routine.weeks[at.week];
    const source = this.input.read.sources.find((one) => one.week === at.week);
    const audited = this.auditedOf(at.week)?.sessions ?? [];
    const isOnlyStrength = audited.every(
      ({ slots }, place) =>
        source?.sessions[place]?.day === at.day || !slots.some(({ goal }) => goal === 'strength' || goal === 'power'),
    );
    const isExempt = week?.exemption !== null && week?.exemption !== 'deload';
    if (isOnlyStrength && !isExempt) changes.push({ kind: 'set_week', week: at.week, fields: { exemption } });
    return changes;
  }

  private ease(at: LineRef, line: RoutineLine): RoutineChange {
    const exercise = findExercise(line.exercise);
    if (exercise?.highResistance === 'always') return { kind: 'remove_line', at };
    return { kind: 'set_line', at, fields: this.easyDose(exercise) };
  }

  private easyDose(exercise: Exercise | undefined): Partial<RoutineLine> {
    if (exercise?.defaultGoal === 'power') {
      return {
        ...stabilityDose,
        goal: 'power',
        amount: powerReps,
        explosive: true,
        restSeconds: limits.restPower.default,
      };
    }
    return { ...stabilityDose, goal: exercise?.defaultGoal === 'mobility' ? 'mobility' : 'stability' };
  }

  /** The open day farthest from the other sessions, two days at least where that can be, then the earliest. */
  private findLegalDay(at: SessionRef): Weekday | undefined {
    const legal = this.listLegalDays(at.week) ?? [];
    const taken = this.sessionsOf(at.week)
      .filter((session) => session.at.day !== at.day)
      .flatMap((session) => this.dayOf(session.at) ?? []);
    let best: { readonly day: Weekday; readonly gap: number } | undefined;
    for (const day of legal) {
      if (taken.includes(day)) continue;
      const gap = Math.min(minGapWished, ...taken.map((other) => gapBetween(day, other)));
      if (!best || gap > best.gap) best = { day, gap };
    }
    return best?.day;
  }

  private listLegalDays(week: number): readonly Weekday[] | null {
    const audited = this.auditedOf(week);
    if (!audited || audited.runs === null) return null;
    const { runs, before, after } = audited;
    const { legal } = placeStrength({
      week: runs,
      sessions: 2,
      ...(before === null ? {} : { before }),
      ...(after === null ? {} : { after }),
    });
    return legal;
  }

  /** For a session of its own: a legal day, else any without a session and a hard run; null where days are not known. */
  private findOpenDay(week: number): Weekday | null {
    const audited = this.auditedOf(week);
    const taken = this.sessionsOf(week).flatMap(({ at }) => this.dayOf(at) ?? []);
    if (taken.length === 0 && audited?.runs == null) return null;
    const legal = this.listLegalDays(week) ?? weekdays;
    const runs = audited?.runs;
    return (
      legal.find((day) => !taken.includes(day)) ??
      weekdays.find((day, index) => !taken.includes(day) && (runs?.[index] === 'rest' || runs?.[index] === 'easy')) ??
      null
    );
  }

  private findModelSession(): RoutineSession {
    const model = this.input.routine.weeks
      .flatMap(({ days }) => days)
      .find(({ session }) => (session?.lines.length ?? 0) > 0);
    const areasOfModel: readonly Area[] = ['calves', 'core', 'ankle'];
    return (
      model?.session ?? {
        name: null,
        load: 'full',
        lines: [
          buildRoutineLine({ exercise: newStrength, ...strengthDose, perSide: true }),
          ...areasOfModel.map((area) => buildFiller(fillers[area])),
        ],
      }
    );
  }

  private linesOf(
    finding: Finding,
    exercise?: string,
  ): readonly { readonly at: LineRef; readonly line: RoutineLine }[] {
    return findPlaces(this.input, finding).flatMap(({ week, day, line = 0 }) =>
      this.linesAt({ week, day }).flatMap((found, index) => {
        // An exercise may stand twice in a session, and both are the same exercise.
        const isMeant = exercise === undefined ? index === line : found.exercise === exercise;
        return isMeant ? [{ at: { week, day, line: index }, line: found }] : [];
      }),
    );
  }

  private weeksOf({ at }: Finding): readonly number[] {
    const first = at.week ?? Number.NEGATIVE_INFINITY;
    const last = at.throughWeek ?? at.week ?? Number.POSITIVE_INFINITY;
    const weeks = this.input.read.sources
      .filter(({ number }) => number >= first && number <= last)
      .map(({ week }) => week);
    return [...new Set(weeks)];
  }

  private sessionsOf(
    week: number,
  ): readonly { readonly at: SessionRef; readonly label: string; readonly lines: readonly RoutineLine[] }[] {
    const source = this.input.read.sources.find((one) => one.week === week);
    return (source?.sessions ?? []).map(({ label, day }) => ({
      at: { week, day },
      label,
      lines: this.linesAt({ week, day }),
    }));
  }

  private linesAt({ week, day }: SessionRef): readonly RoutineLine[] {
    return this.input.routine.weeks[week]?.days[day]?.session?.lines ?? [];
  }

  private dayOf({ week, day }: SessionRef): Weekday | null {
    return this.input.routine.weeks[week]?.days[day]?.day ?? null;
  }

  private auditedOf(week: number): AuditedWeek | undefined {
    const index = this.input.read.sources.findIndex((one) => one.week === week);
    return this.input.read.input.weeks[index];
  }

  private isFull({ week, day }: SessionRef): boolean {
    const source = this.input.read.sources.find((one) => one.week === week);
    const place = source?.sessions.findIndex((session) => session.day === day) ?? -1;
    return this.auditedOf(week)?.sessions[place]?.load !== 'light';
  }

  private slotAt({ week, day, line }: LineRef): AuditedSlot | undefined {
    const source = this.input.read.sources.find((one) => one.week === week);
    const place = source?.sessions.findIndex((session) => session.day === day) ?? -1;
    return this.auditedOf(week)?.sessions[place]?.slots[line];
  }

  /** A week or session in which nothing has to rise. */
  private isEased(at: SessionRef): boolean {
    return this.auditedOf(at.week)?.exemption !== null || !this.isFull(at);
  }

  private holds({ week, day }: SessionRef, exercise: string): boolean {
    return this.linesAt({ week, day }).some((line) => line.exercise === exercise);
  }
}

const minGapWished = 3;
const slowTempo = '3-1-1';
const slowerTempo = '4-1-1';

function isHeavyLine({ exercise, goal, measure, amount }: RoutineLine): boolean {
  const known = findExercise(exercise);
  if (!known) return false;
  if (known.highResistance === 'always') return true;
  if (measure === null || amount === null) return false;
  return isHighResistance(known, { goal: goal ?? known.defaultGoal, measure, amount });
}

/** Another exercise in the same place: its dose stays where it fits, else it starts from the exercise's own. */
function changeExercise(line: RoutineLine, exercise: Exercise): Partial<RoutineLine> {
  const isSameKind = line.measure === exercise.measure;
  const { min } = exercise.prescription;
  return {
    exercise: exercise.id,
    perSide: exercise.perSide,
    load: null,
    ...(isSameKind ? {} : { measure: exercise.measure, amount: min, range: null, goal: exercise.defaultGoal }),
  };
}

/** Days between two weekdays, the shorter way round the week. */
function gapBetween(one: Weekday, other: Weekday): number {
  const apart = Math.abs(weekdays.indexOf(one) - weekdays.indexOf(other));
  return Math.min(apart, weekdays.length - apart);
}
