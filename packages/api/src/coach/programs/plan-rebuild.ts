import type { ReadScope } from '@groundwork/db/scope';
import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import type { Profile } from '@groundwork/engine/profile';
import { type RebuiltProgram, rebuildProgram } from '@groundwork/engine/rebuild-program';
import { findToday, laterOf } from '../../today.ts';
import { loadBuildInput, refuseBuild } from './build-draft.ts';
import { toSessionsPerWeek } from './draft-saved.ts';
import { listLockedSessions, type ProgramRecord } from './program-record.ts';

/**
 * The draft built again from the client's profile, running and rules as they are now, with the coach's hand on it. Sessions that are begun or
 * logged stay as they were; so do the days gone by, once the client has seen the program.
 */
export async function planRebuild(call: {
  readonly scope: ReadScope;
  readonly now: Date;
  readonly record: ProgramRecord;
}): Promise<RebuiltProgram & { readonly profile: Profile; readonly rules: ClientRules }> {
  const { scope, now, record } = call;
  const { client, program } = record;
  const { startsOn, weeks, draft: before, sessionsPerWeek, status } = program;
  const wish = { startsOn, weeks, sessionsPerWeek: toSessionsPerWeek(sessionsPerWeek) };
  const [input, locked] = await Promise.all([
    loadBuildInput({ scope, now, client, wish }),
    listLockedSessions(scope, program.id),
  ]);
  const today = findToday(client.timeZone, now);
  const rebuilt = rebuildProgram({
    before,
    locked: new Set(locked.map(({ key }) => key)),
    input,
    ...(status === 'draft' ? {} : { from: laterOf(today, startsOn) }),
  });
  if (!rebuilt.ok) throw refuseBuild(rebuilt.problems);
  return { ...rebuilt.value, profile: input.profile, rules: input.rules };
}
