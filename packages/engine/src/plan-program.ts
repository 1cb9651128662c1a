// A program built again after runs have moved, from what the last building left: blocks that nothing has touched are taken over
// as they are. The same input gives what `buildProgram` gives, byte for byte; it only comes sooner.
import { type BuiltBlock, buildBlock } from './build-block.ts';
import {
  type BuildInput,
  type BuildProblem,
  type BuiltProgram,
  checkBuildInput,
  describeProgram,
  type OutlinedProgram,
  openPlan,
  outlineProgram,
} from './build-program.ts';
import { copyState, isSameState } from './carried-state.ts';
import type { ReadProgram } from './check-program.ts';
import type { Profile } from './profile.ts';
import type { CarriedState, ProgramPlan } from './program-plan.ts';
import { fail, type Result, succeed } from './result.ts';

/** A built program, with what it takes to build it again from other runs without starting over. Not for keeping: it is no data. */
export interface PlannedProgram {
  readonly built: BuiltProgram;
  readonly input: BuildInput;
  /** As it was opened; nothing moves it on any more. */
  readonly plan: ProgramPlan;
  readonly outlined: OutlinedProgram;
  readonly steps: readonly PlannedStep[];
  readonly read: ReadProgram;
}

/** A block with what it was built on. */
interface PlannedStep {
  readonly on: CarriedState;
  readonly built: BuiltBlock;
}

/**
 * As `buildProgram`. With `last`, what was planned before some runs of the running week or of single weeks moved, it goes on
 * from there; where anything else differs it starts over. Profiles are compared field by field, as they stand.
 */
export function planProgram(input: BuildInput, last?: PlannedProgram): Result<PlannedProgram, BuildProblem> {
  const problems = checkBuildInput(input);
  if (problems.length > 0) return fail(...problems);
  const before = last && movesOnlyRuns(last.input, input) ? last : undefined;
  const opened = before ? { ...before.plan, profile: input.profile } : openPlan(input);
  const outlined = outlineProgram(opened, input.weeks, before?.outlined);
  const steps = buildSteps(opened, outlined, before);
  const blocks = steps.map((step) => step.built);
  const { built, read } = describeProgram(opened, outlined, blocks, before?.read);
  return succeed({ built, input, plan: opened, outlined, steps, read });
}

function movesOnlyRuns(before: BuildInput, now: BuildInput): boolean {
  return (
    before.startsOn === now.startsOn &&
    before.weeks === now.weeks &&
    before.sessionsPerWeek === now.sessionsPerWeek &&
    before.rules === now.rules &&
    isSameRunner(before.profile, now.profile)
  );
}

/** Of the same fields: whoever changes a runner makes a new one of what stays. */
function isSameRunner(one: Profile, other: Profile): boolean {
  const fields = Object.keys({ ...one, ...other }) as (keyof Profile)[];
  return fields.every((field) => field === 'runningWeek' || field === 'weekOverrides' || one[field] === other[field]);
}

function buildSteps(
  opened: ProgramPlan,
  { outlines }: OutlinedProgram,
  before: PlannedProgram | undefined,
): readonly PlannedStep[] {
  const steps: PlannedStep[] = [];
  // What the next block is built on: as it was before, or where the last one that was built anew has come to.
  let moved: ProgramPlan | undefined;
  for (const [index, outline] of outlines.entries()) {
    const known = before?.steps[index];
    if (known && moved && isSameState(known.on, moved)) moved = undefined;
    const was = before?.outlined.outlines[index];
    if (known && was && !moved && outline.placed.every((week, place) => week === was.placed[place])) {
      steps.push(known);
      continue;
    }
    const on = moved ? copyState(moved) : (known?.on ?? copyState(opened));
    moved = { ...opened, ...copyState(on) };
    steps.push({ on, built: buildBlock(moved, outline) });
  }
  return steps;
}
