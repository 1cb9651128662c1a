import type { ReadScope } from '@groundwork/db/scope';
import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import { type BuildInput, type BuildProblem, type BuiltProgram, buildProgram } from '@groundwork/engine/build-program';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Profile, Race } from '@groundwork/engine/profile';
import { listRaces, listWorkingLoads } from '../../client-facts.ts';
import { readProfile } from '../../client-profile.ts';
import type { ClientRecord } from '../../client-record.ts';
import { type FieldProblem, Refusal } from '../../errors.ts';
import { openHealth } from '../../health.ts';
import { loadClientRules } from '../../rule-set.ts';
import { listRunningWeeks } from '../../running-weeks.ts';
import { findToday } from '../../today.ts';

export interface BuildWish {
  /** A Monday. */
  readonly startsOn: PlainDate;
  readonly weeks: number;
  readonly sessionsPerWeek: 1 | 2 | 3;
}

export interface BuiltDraft extends BuiltProgram {
  readonly profile: Profile;
  readonly rules: ClientRules;
}

interface BuildCall {
  readonly scope: ReadScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly wish: BuildWish;
}

/** Loads all that a client's program is built from and has the engine build it. INVALID_INPUT names what is missing or out of range. */
export async function buildDraft(call: BuildCall): Promise<BuiltDraft> {
  const input = await loadBuildInput(call);
  const built = buildProgram(input);
  if (!built.ok) throw refuseBuild(built.problems);
  return { ...built.value, profile: input.profile, rules: input.rules };
}

/** All that a client's program is built from, as it is now. INVALID_INPUT names what her profile is missing. */
export async function loadBuildInput({ scope, now, client, wish }: BuildCall): Promise<Required<BuildInput>> {
  const clientId = client.id;
  const [runningWeeks, races, workingLoads, rules] = await Promise.all([
    listRunningWeeks({ scope, clientId }),
    listRaces({ scope, clientId }),
    listWorkingLoads({ scope, clientId }),
    loadClientRules(scope, clientId),
  ]);
  const profile = readProfile({
    client,
    health: openHealth(client.healthSealed, { practiceId: scope.practiceId, rowId: clientId }),
    runningWeeks,
    races,
    workingLoads,
    startsOn: wish.startsOn,
    weeks: wish.weeks,
    today: findToday(client.timeZone, now),
  });
  if (!profile.ok) {
    throw new Refusal('INVALID_INPUT', {
      message: 'The profile is not complete enough for a program.',
      problems: profile.problems.map(({ path, code }) => ({
        field: `profile.${path === 'age' ? 'birthYear' : path}`,
        message: code === 'missing' || code === 'wrong_type' ? 'Nobody has said this yet.' : 'Out of range.',
      })),
    });
  }
  return { profile: profile.value, rules, ...wish };
}

/** The engine's word against a build, at the fields of the input that carry it. */
export const refuseBuild = (problems: readonly BuildProblem[]): Refusal =>
  new Refusal('INVALID_INPUT', { problems: problems.map(toFieldProblem) });

function toFieldProblem(problem: BuildProblem): FieldProblem {
  switch (problem.code) {
    case 'not_a_date':
    case 'not_a_monday':
      return { field: 'startsOn', message: 'A program starts on a Monday.' };
    case 'out_of_range':
      return { field: problem.field, message: `Between ${problem.allowed.min} and ${problem.allowed.max}.` };
    case 'no_blocks':
      return {
        field: 'weeks',
        message: `No blocks of 4 to 6 weeks add up to that; ${problem.allowed.join(' or ')} do.`,
      };
    default: {
      const unknown: never = problem;
      throw new TypeError(`Unknown problem: ${JSON.stringify(unknown)}`);
    }
  }
}

const distanceNames: Readonly<Record<Race['distance'], string>> = {
  '5k': '5 km',
  '10k': '10 km',
  half: 'half marathon',
  marathon: 'marathon',
  ultra: 'ultra',
};

/** "To the half marathon, 12 weeks", or "Base, 12 weeks" without a race to aim at. */
export function formatTitle(
  profile: Pick<Profile, 'races'>,
  { startsOn, weeks }: Pick<BuildWish, 'startsOn' | 'weeks'>,
): string {
  const ahead = profile.races.filter(({ date }) => date >= startsOn);
  const aim = ahead.find(({ priority }) => priority === 'A') ?? ahead[0];
  return `${aim ? `To the ${distanceNames[aim.distance]}` : 'Base'}, ${weeks} weeks`;
}
