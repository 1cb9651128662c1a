import { articleRules, type ClientRules, mostSessions } from './adapt/rule-set.ts';
import { catalogueVersion } from './catalogue/catalogue.ts';
import { checkProgram } from './check-program.ts';
import { type Cut, cutBlocks, findRaceAgainstBlock } from './cut-blocks.ts';
import { engineVersion } from './engine-version.ts';
import { fillWeek } from './fill-week.ts';
import type { Finding } from './finding.ts';
import { listHolds, listNotes } from './list-notes.ts';
import { parameters as limits } from './parameters.ts';
import { findMode, leaveOneBeforeBRaces, leaveOneInSeason, placeDated, placeWeek } from './place-weeks.ts';
import type { Placement } from './placement.ts';
import { dayNumberOf, mondayOf, type PlainDate, parsePlainDate } from './plain-date.ts';
import { type BlockPlan, planBlock } from './plan-block.ts';
import type { Profile } from './profile.ts';
import type { Block, Program, ProgramWeek } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { type DatedRace, describeRace, listDatedRaces } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { fail, type Result, succeed } from './result.ts';
import { daysPerWeek, listDatedWeeks } from './run-calendar.ts';
import { findSeasonRaces, type PlannedFocus, planFocuses } from './season.ts';
import type { Role } from './session-template.ts';
import { splitBlocks } from './split-blocks.ts';
import { findGap, type Gap, listDatedTimeOff } from './time-off.ts';
import { sessionLabels } from './vocabulary.ts';

/** Weeks that a program may have. */
export const programWeeks = { min: 4, max: 52 } as const;

export interface BuildInput {
  readonly profile: Profile;
  /** A Monday. */
  readonly startsOn: PlainDate;
  /** 4 to 52; 7 can't be cut into blocks of 4 to 6. */
  readonly weeks: number;
  /** Three only where the rules have S14 set aside for the client. */
  readonly sessionsPerWeek: 1 | 2 | 3;
  /** The client's rules; the article's, untouched, when left out. */
  readonly rules?: ClientRules;
}

export interface BuiltProgram {
  readonly program: Program;
  /** Never an error. */
  readonly findings: readonly Finding[];
  /** What the program had to do without, and why. */
  readonly notes: readonly Reason[];
  /** While there are any, the program waits for the coach's review. */
  readonly holds: readonly Reason[];
}

/** What is wrong with the input, by field, with what is allowed. */
export type BuildProblem =
  | { readonly field: 'startsOn'; readonly code: 'not_a_date' | 'not_a_monday' }
  | {
      readonly field: 'weeks';
      readonly code: 'out_of_range';
      readonly allowed: { readonly min: number; readonly max: number };
    }
  /** No cut into blocks of 4 to 6 weeks exists; these lengths have one. */
  | { readonly field: 'weeks'; readonly code: 'no_blocks'; readonly allowed: readonly number[] }
  | {
      readonly field: 'sessionsPerWeek';
      readonly code: 'out_of_range';
      readonly allowed: { readonly min: number; readonly max: number };
    };

/**
 * A whole program for a runner: blocks, weeks placed in the real running weeks, sessions and doses, each with its reasons.
 * The same input gives the same output, byte for byte.
 */
export function buildProgram(input: BuildInput): Result<BuiltProgram, BuildProblem> {
  const problems: BuildProblem[] = [];
  const { profile, startsOn, weeks, sessionsPerWeek } = input;
  if (parsePlainDate(startsOn) === undefined) problems.push({ field: 'startsOn', code: 'not_a_date' });
  else if (mondayOf(startsOn) !== startsOn) problems.push({ field: 'startsOn', code: 'not_a_monday' });
  const { rules = articleRules } = input;
  const most = mostSessions(rules);
  if (sessionsPerWeek !== 1 && sessionsPerWeek !== 2 && !(sessionsPerWeek === 3 && most === 3)) {
    problems.push({ field: 'sessionsPerWeek', code: 'out_of_range', allowed: { min: 1, max: most } });
  }
  problems.push(...checkWeeks(weeks));
  if (problems.length > 0) return fail(...problems);
  const { parameters } = rules;
  const cut = cutBlocks(weeks, startsOn, profile, parameters);
  if (!cut) throw new RangeError(`No cut for ${weeks} weeks`);
  const plan: ProgramPlan = {
    profile,
    startsOn,
    // What was set aside for the client stands before the practice's number.
    sessionsPerWeek: sessionsPerWeek < 3 && parameters.sessionsPerWeek < 2 ? 1 : sessionsPerWeek,
    rules,
    parameters,
    races: listDatedRaces(profile.races),
    placements: new Map(),
    states: new Map(),
    timeOff: listDatedTimeOff(profile.timeOff),
    lastHeavyDay: Number.NEGATIVE_INFINITY,
    lastSessionDay: Number.NEGATIVE_INFINITY,
    lastAwayDay: Number.NEGATIVE_INFINITY,
    lighterUntil: Number.NEGATIVE_INFINITY,
    lighterSessions: new Set(),
    gapDays: 0,
    lastEasyWeek: 0,
    easedRaces: new Set(),
  };
  return succeed(buildFrom(plan, weeks, cut));
}

function checkWeeks(weeks: number): readonly BuildProblem[] {
  if (!Number.isInteger(weeks) || weeks < programWeeks.min || weeks > programWeeks.max) {
    return [{ field: 'weeks', code: 'out_of_range', allowed: programWeeks }];
  }
  if (splitBlocks(weeks) !== undefined) return [];
  const allowed = [weeks - 1, weeks + 1].filter((other) => splitBlocks(other) !== undefined);
  return [{ field: 'weeks', code: 'no_blocks', allowed }];
}

function buildFrom(plan: ProgramPlan, totalWeeks: number, cut: Cut): BuiltProgram {
  const dated = listDatedWeeks(plan.profile, plan.startsOn, totalWeeks);
  const ranges = listRanges(cut.lengths);
  const firstDay = dayNumberOf(plan.startsOn);
  const mondayOfWeek = (number: number) => firstDay + (number - 1) * daysPerWeek;
  const placements = dated.map((week) => placeDated(plan, week, plan.sessionsPerWeek));
  const modes = ranges.map(({ first, last }) => findMode(placements.slice(first - 1, last)));
  const placed = ranges.flatMap(({ first, last }, index) =>
    dated.slice(first - 1, last).map((week, offset) => {
      const placement = placements[first - 1 + offset];
      return placeWeek(plan, week, placement as Placement, modes[index] ?? null);
    }),
  );
  leaveOneBeforeBRaces(plan, placed);
  leaveOneInSeason(plan, placed);

  const focuses = planFocuses(
    ranges.map(({ first, last }) => ({ first: mondayOfWeek(first), last: mondayOfWeek(last + 1) - 1 })),
    plan.races,
    plan.parameters,
  );
  const blocks: Block[] = [];
  const weeks: ProgramWeek[] = [];
  const blockPlans: (BlockPlan | null)[] = [];
  ranges.forEach(({ first, last }, index) => {
    const mode = modes[index] ?? null;
    const aim = focuses[index] ?? { focus: 'general', race: null };
    const planFrom = (number: number, gap: Gap | null): BlockPlan | null =>
      mode === null
        ? null
        : planBlock({
            profile: plan.profile,
            parameters: plan.parameters,
            mode,
            focus: aim.focus,
            focusBefore: blocks[index - 1]?.focus ?? 'general',
            weeks: last - number + 1,
            firstWeek: number,
            blocksLeft: ranges.length - index,
            monday: mondayOfWeek(number),
            raceAgainstNew: index === 0 && gap === null ? null : findRaceAgainst(plan, mondayOfWeek(number)),
            gap,
            states: plan.states,
          });
    let blockPlan: BlockPlan | null = null;
    let exposures = new Map<Role, number>();
    for (let number = first; number <= last; number += 1) {
      const week = placed[number - 1];
      if (!week) continue;
      const open = week.spots.filter(({ dropped }) => dropped === null);
      const home = open.find(({ isAway }) => !isAway);
      const gap = home ? findGap(plan, home.dayNumber) : null;
      const statesBefore = gap ? copyStates(plan.states) : null;
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
        plan.states.clear();
        for (const [role, state] of statesBefore) plan.states.set(role, state);
      }
    }
    blockPlans.push(blockPlan);
    blocks.push({
      number: index + 1,
      focus: blockPlan?.focus ?? aim.focus,
      firstWeek: first,
      lastWeek: last,
      reasons: describeBlock(plan, blockPlan, totalWeeks, last - first + 1, cut.cutBy, aim),
    });
  });
  const program: Program = { startsOn: plan.startsOn, blocks, weeks, engineVersion, catalogueVersion };
  const findings = checkProgram({ program, profile: plan.profile, rules: plan.rules, datedWeeks: dated });
  return { program, findings, notes: listNotes(plan, program, blockPlans, findings), holds: listHolds(plan.profile) };
}

function copyStates(states: ProgramPlan['states']): ProgramPlan['states'] {
  return new Map([...states].map(([role, state]) => [role, { ...state }]));
}

/** The race before which nothing new may start: it is near, or the season's next one. */
function findRaceAgainst({ races, parameters }: ProgramPlan, monday: number): DatedRace | null {
  return findRaceAgainstBlock(monday, races, parameters) ?? findSeasonRaces(monday, races, parameters)?.next ?? null;
}

function listRanges(lengths: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  let first = 1;
  return lengths.map((length) => {
    const range = { first, last: first + length - 1 };
    first += length;
    return range;
  });
}

function describeBlock(
  plan: ProgramPlan,
  blockPlan: BlockPlan | null,
  totalWeeks: number,
  weeks: number,
  cutBy: Cut['cutBy'],
  { race }: PlannedFocus,
): readonly Reason[] {
  const { min, max } = limits.blockWeeks;
  const data = {
    weeks,
    wished: plan.parameters.blockWeeks,
    total: totalWeeks,
    min,
    max,
    cutBy,
  };
  const reasons: Reason[] = [{ code: 'BLOCK_LENGTH', rule: 'BLOCK', data }];
  if (blockPlan) {
    const { focus, newExercises, keptExercises } = blockPlan;
    reasons.push({ code: 'BLOCK_FOCUS', rule: 'BLOCK', data: { focus, ...describeRace(race) } });
    reasons.push({ code: 'BLOCK_NEXT_RUNGS', rule: 'S10', data: { new: newExercises, kept: keptExercises } });
  }
  return reasons;
}
