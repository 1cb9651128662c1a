// A block built: planned from what the weeks have room for, then filled week by week.
import { copyRoles } from './carried-state.ts';
import { type Cut, findRaceAgainstBlock } from './cut-blocks.ts';
import { fillWeek } from './fill-week.ts';
import { parameters as limits } from './parameters.ts';
import type { PlacedWeek } from './place-weeks.ts';
import { type BlockPlan, planBlock } from './plan-block.ts';
import type { Block, ProgramWeek } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { type DatedRace, describeRace } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { daysPerWeek } from './run-calendar.ts';
import { findSeasonRaces, type PlannedFocus } from './season.ts';
import type { BlockMode, Role } from './session-template.ts';
import { findGap, type Gap } from './time-off.ts';
import { sessionLabels } from './vocabulary.ts';

/** What is known of a block before it is built. */
export interface BlockOutline {
  /** From 0. */
  readonly index: number;
  /** Blocks of the whole program. */
  readonly blocks: number;
  /** Weeks of the whole program, from 1. */
  readonly first: number;
  readonly last: number;
  readonly totalWeeks: number;
  readonly cutBy: Cut['cutBy'];
  readonly aim: PlannedFocus;
  /** What most of its weeks have room for. */
  readonly mode: BlockMode | null;
  /** Its own. */
  readonly placed: readonly PlacedWeek[];
  /** Its first day, counted from 1970-01-01. */
  readonly monday: number;
}

export interface BuiltBlock {
  readonly block: Block;
  /** Null where no week of it has room for anything. */
  readonly plan: BlockPlan | null;
  readonly weeks: readonly ProgramWeek[];
}

/** Builds a block on what the blocks before it have left, and moves that on. */
export function buildBlock(plan: ProgramPlan, outline: BlockOutline): BuiltBlock {
  const { index, first, last, aim, mode } = outline;
  const mondayOfWeek = (number: number) => outline.monday + (number - first) * daysPerWeek;
  const focusBefore = plan.focusBefore;
  const weeks: ProgramWeek[] = [];
  const planFrom = (number: number, gap: Gap | null): BlockPlan | null =>
    mode === null
      ? null
      : planBlock({
          profile: plan.profile,
          parameters: plan.parameters,
          mode,
          focus: aim.focus,
          focusBefore,
          weeks: last - number + 1,
          firstWeek: number,
          blocksLeft: outline.blocks - index,
          monday: mondayOfWeek(number),
          raceAgainstNew: index === 0 && gap === null ? null : findRaceAgainst(plan, mondayOfWeek(number)),
          gap,
          states: plan.states,
        });
  let blockPlan: BlockPlan | null = null;
  let exposures = new Map<Role, number>();
  for (const [offset, week] of outline.placed.entries()) {
    const number = first + offset;
    const open = week.spots.filter(({ dropped }) => dropped === null);
    const home = open.find(({ isAway }) => !isAway);
    const gap = home ? findGap(plan, home.dayNumber) : null;
    const statesBefore = gap ? copyRoles(plan.states) : null;
    const planBefore: BlockPlan | null = blockPlan;
    const exposuresBefore = exposures;
    if (gap && gap.blockWeek !== 'repeat') {
      blockPlan = planFrom(number, gap);
      exposures = new Map();
    } else if (open.length > 0) blockPlan ??= planFrom(first, null);
    if (gap?.blockWeek === 'repeat' && home) {
      plan.gapDays = gap.days;
      plan.lighterUntil = home.dayNumber + daysPerWeek;
      for (const label of sessionLabels) plan.lighterSessions.add(label);
    }
    const filled = fillWeek(plan, week, {
      number,
      block: index + 1,
      isFirstOfBlock: number === first,
      isLastOfBlock: number === last,
      blockPlan,
      gap,
      exposures,
    });
    weeks.push(filled);
    if (statesBefore && !filled.sessions.some(({ day }) => open.some((spot) => spot.day === day && !spot.isAway))) {
      // Nothing could be held in the first week back, so the gap goes on and is answered when it ends.
      blockPlan = planBefore;
      exposures = exposuresBefore;
      plan.states = statesBefore;
    }
  }
  plan.focusBefore = blockPlan?.focus ?? aim.focus;
  const reasons = describeBlock(plan, blockPlan, outline);
  const block: Block = { number: index + 1, focus: plan.focusBefore, firstWeek: first, lastWeek: last, reasons };
  return { block, plan: blockPlan, weeks };
}

/** The race before which nothing new may start: it is near, or the season's next one. */
function findRaceAgainst({ races, parameters }: ProgramPlan, monday: number): DatedRace | null {
  return findRaceAgainstBlock(monday, races, parameters) ?? findSeasonRaces(monday, races, parameters)?.next ?? null;
}

function describeBlock(
  plan: ProgramPlan,
  blockPlan: BlockPlan | null,
  { first, last, totalWeeks, cutBy, aim: { race } }: BlockOutline,
): readonly Reason[] {
  const { min, max } = limits.blockWeeks;
  const data = { weeks: last - first + 1, wished: plan.parameters.blockWeeks, total: totalWeeks, min, max, cutBy };
  const reasons: Reason[] = [{ code: 'BLOCK_LENGTH', rule: 'BLOCK', data }];
  if (blockPlan) {
    const { focus, newExercises, keptExercises } = blockPlan;
    reasons.push({ code: 'BLOCK_FOCUS', rule: 'BLOCK', data: { focus, ...describeRace(race) } });
    reasons.push({ code: 'BLOCK_NEXT_RUNGS', rule: 'S10', data: { new: newExercises, kept: keptExercises } });
  }
  return reasons;
}
