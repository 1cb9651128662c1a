import { articleRules, type ClientRules, mostSessions } from './adapt/rule-set.ts';
import { type BlockOutline, type BuiltBlock, buildBlock } from './build-block.ts';
import { openState } from './carried-state.ts';
import { catalogueVersion } from './catalogue/catalogue.ts';
import { auditRead, type ReadProgram, readProgram } from './check-program.ts';
import { cutBlocks } from './cut-blocks.ts';
import { engineVersion } from './engine-version.ts';
import type { Finding } from './finding.ts';
import { listHolds, listNotes } from './list-notes.ts';
import { findMode, leaveOneBeforeBRaces, leaveOneInSeason, placeDated, placeWeek } from './place-weeks.ts';
import type { Placement } from './placement.ts';
import { dayNumberOf, mondayOf, type PlainDate, parsePlainDate } from './plain-date.ts';
import type { Profile } from './profile.ts';
import type { Program } from './program.ts';
import type { ProgramPlan } from './program-plan.ts';
import { listDatedRaces } from './race-limits.ts';
import type { Reason } from './reason.ts';
import { fail, type Result, succeed } from './result.ts';
import { type DatedWeek, daysPerWeek, isSameDatedWeek, listDatedWeeks } from './run-calendar.ts';
import { planFocuses } from './season.ts';
import { splitBlocks } from './split-blocks.ts';
import { listDatedTimeOff } from './time-off.ts';

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
  const problems = checkBuildInput(input);
  if (problems.length > 0) return fail(...problems);
  const plan = openPlan(input);
  const outlined = outlineProgram(plan, input.weeks);
  const blocks = outlined.outlines.map((outline) => buildBlock(plan, outline));
  return succeed(describeProgram(plan, outlined, blocks).built);
}

/** All that is wrong with the input. */
export function checkBuildInput(input: BuildInput): readonly BuildProblem[] {
  const problems: BuildProblem[] = [];
  const { startsOn, weeks, sessionsPerWeek } = input;
  if (parsePlainDate(startsOn) === undefined) problems.push({ field: 'startsOn', code: 'not_a_date' });
  else if (mondayOf(startsOn) !== startsOn) problems.push({ field: 'startsOn', code: 'not_a_monday' });
  const most = mostSessions(input.rules ?? articleRules);
  if (sessionsPerWeek !== 1 && sessionsPerWeek !== 2 && !(sessionsPerWeek === 3 && most === 3)) {
    problems.push({ field: 'sessionsPerWeek', code: 'out_of_range', allowed: { min: 1, max: most } });
  }
  return [...problems, ...checkWeeks(weeks)];
}

function checkWeeks(weeks: number): readonly BuildProblem[] {
  if (!Number.isInteger(weeks) || weeks < programWeeks.min || weeks > programWeeks.max) {
    return [{ field: 'weeks', code: 'out_of_range', allowed: programWeeks }];
  }
  if (splitBlocks(weeks) !== undefined) return [];
  const allowed = [weeks - 1, weeks + 1].filter((other) => splitBlocks(other) !== undefined);
  return [{ field: 'weeks', code: 'no_blocks', allowed }];
}

/** The plan of a checked input, before anything is built. */
export function openPlan({ profile, startsOn, sessionsPerWeek, rules = articleRules }: BuildInput): ProgramPlan {
  const { parameters } = rules;
  return {
    profile,
    startsOn,
    // What was set aside for the client stands before the practice's number.
    sessionsPerWeek: sessionsPerWeek < 3 && parameters.sessionsPerWeek < 2 ? 1 : sessionsPerWeek,
    rules,
    parameters,
    races: listDatedRaces(profile.races),
    placements: new Map(),
    timeOff: listDatedTimeOff(profile.timeOff),
    ...openState(),
  };
}

/** The weeks of a program with what stands around them, and its blocks before they are built. */
export interface OutlinedProgram {
  readonly dated: readonly DatedWeek[];
  /** What each week has room for, whatever its block. */
  readonly placements: readonly Placement[];
  readonly outlines: readonly BlockOutline[];
}

/** `last` is what came of it before some runs moved: what they leave alone is the same again, and not only equal. */
export function outlineProgram(plan: ProgramPlan, totalWeeks: number, last?: OutlinedProgram): OutlinedProgram {
  const { profile, startsOn, races, parameters } = plan;
  const cut = cutBlocks(totalWeeks, startsOn, profile, parameters);
  if (!cut) throw new RangeError(`No cut for ${totalWeeks} weeks`);
  const ranges = listRanges(cut.lengths);
  const firstDay = dayNumberOf(startsOn);
  const mondayOfWeek = (number: number) => firstDay + (number - 1) * daysPerWeek;
  const focuses = planFocuses(
    ranges.map(({ first, last: end }) => ({ first: mondayOfWeek(first), last: mondayOfWeek(end + 1) - 1 })),
    races,
    parameters,
  );
  const dated = listDatedWeeks(profile, startsOn, totalWeeks).map((week, index) => {
    const before = last?.dated[index];
    return before && isSameDatedWeek(before, week) ? before : week;
  });
  const placements = dated.map((week, index) => {
    const before = week === last?.dated[index] ? last.placements[index] : undefined;
    return before ?? placeDated(plan, week, plan.sessionsPerWeek);
  });
  // The days before a B race may lie in two weeks, which are cut down together.
  const isAlone = races.every(({ race }) => race.priority !== 'B');
  const outlines = ranges.map(({ first, last: end }, index): BlockOutline => {
    const mode = findMode(placements.slice(first - 1, end));
    const before = isAlone && last?.outlines[index]?.mode === mode ? last.outlines[index] : undefined;
    return {
      index,
      blocks: ranges.length,
      first,
      last: end,
      totalWeeks,
      cutBy: cut.cutBy,
      aim: focuses[index] ?? { focus: 'general', race: null },
      mode,
      monday: mondayOfWeek(first),
      placed: dated.slice(first - 1, end).map((week, offset) => {
        const known = before?.placed[offset];
        return known?.dated === week ? known : placeWeek(plan, week, placements[first - 1 + offset] as Placement, mode);
      }),
    };
  });
  const placed = outlines.flatMap((outline) => outline.placed);
  leaveOneBeforeBRaces(plan, placed);
  leaveOneInSeason(plan, placed);
  return { dated, placements, outlines };
}

function listRanges(lengths: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  let first = 1;
  return lengths.map((length) => {
    const range = { first, last: first + length - 1 };
    first += length;
    return range;
  });
}

/** The whole of the blocks, with all that there is to say about it; `last` is what was read of the program before it. */
export function describeProgram(
  plan: ProgramPlan,
  { dated }: OutlinedProgram,
  blocks: readonly BuiltBlock[],
  last?: ReadProgram,
): { readonly built: BuiltProgram; readonly read: ReadProgram } {
  const { profile, startsOn, rules } = plan;
  const program: Program = {
    startsOn,
    blocks: blocks.map(({ block }) => block),
    weeks: blocks.flatMap(({ weeks }) => weeks),
    engineVersion,
    catalogueVersion,
  };
  const read = readProgram({ program, profile, rules, datedWeeks: dated }, last);
  const { findings } = auditRead(read, rules);
  const blockPlans = blocks.map((block) => block.plan);
  const notes = listNotes(plan, program, blockPlans, findings);
  return { built: { program, findings, notes, holds: listHolds(profile) }, read };
}
