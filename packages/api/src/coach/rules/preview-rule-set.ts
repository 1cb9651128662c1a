import { client } from '@groundwork/db/schema/client';
import { program } from '@groundwork/db/schema/program';
import { countChangedSessions, type SessionCounts } from '@groundwork/engine/adapt/compare-programs';
import { compareRuleSets } from '@groundwork/engine/adapt/compare-rule-sets';
import { type RuleSet, rulesFor } from '@groundwork/engine/adapt/rule-set';
import { defaultParameters } from '@groundwork/engine/parse-parameters';
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { openHealth } from '../../health.ts';
import type { previewRuleSet as previewRuleSetInput } from '../../inputs/rules.ts';
import { loadRuleSet } from '../../rule-set.ts';
import { findToday } from '../../today.ts';
import type { StaffScope } from '../../trpc.ts';
import type { RuleSetEffect, RuleSetEffects } from '../../views/rules.ts';
import type { StoredRunningWeek } from '../../views/running.ts';
import { weekAround } from '../needs-you.ts';
import { toSessionsPerWeek } from '../programs/draft-saved.ts';

/** Of a program that can't be built from its facts any more. */
const unchanged: SessionCounts = { sessions: 0, added: 0, gone: 0, moved: 0, redosed: 0 };

/** Program weeks that one call builds, twice each: other requests wait meanwhile, some 40 ms on one core. */
const mostWeeks = 520;
/** As many as fit when most programs are short. */
const mostPrograms = 50;

/**
 * What other rules would change for each client who has a program, by name: a bounded number of them, and where the rest begins. Saves nothing:
 * programs change when they are built again.
 */
export async function previewRuleSet(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly input: z.infer<typeof previewRuleSetInput>;
}): Promise<RuleSetEffects> {
  const { scope, now, input } = call;
  const { from } = input;
  const [before, rows] = await Promise.all([loadRuleSet(scope), listLatestPrograms(scope, from)]);
  const after: RuleSet = { ...before, name: input.name, parameters: { ...defaultParameters, ...input.tuned } };
  const effects: RuleSetEffect[] = [];
  let weeks = 0;
  for (const row of rows) {
    weeks += row.weeks;
    if (weeks > mostWeeks || effects.length === mostPrograms) {
      return { effects, next: from + effects.length };
    }
    effects.push(describeEffect({ scope, now, row, before, after }));
  }
  return { effects, next: null };
}

type ProgramRow = Awaited<ReturnType<typeof listLatestPrograms>>[number];

function describeEffect(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly row: ProgramRow;
  readonly before: RuleSet;
  readonly after: RuleSet;
}): RuleSetEffect {
  const { scope, now, row, before, after } = call;
  const { clientId, name, programId } = row;
  const rules = [rulesFor(before, clientId), rulesFor(after, clientId)] as const;
  const week = weekAround({ ...row, today: findToday(row.timeZone, now) });
  const { painSites } = openHealth(row.healthSealed, { practiceId: scope.practiceId, rowId: programId });
  const built = {
    profile: { ...row.profile, painSites },
    startsOn: row.startsOn,
    weeks: row.weeks,
    sessionsPerWeek: toSessionsPerWeek(row.sessionsPerWeek),
  };
  const counted = countChangedSessions(built, ...rules);
  return {
    clientId,
    name,
    days: week ? compareRuleSets(week, ...rules).days : [],
    program: { programId, ...(counted.ok ? counted.value : unchanged) },
  };
}

/** The newest program of each client that has not ended, by her name; one more than a call can look at. */
async function listLatestPrograms({ tx, practiceId }: StaffScope, from: number) {
  const latest = tx
    .selectDistinctOn([program.clientId], { id: program.id })
    .from(program)
    .where(and(eq(program.practiceId, practiceId), ne(program.status, 'ended')))
    .orderBy(program.clientId, desc(program.startsOn), desc(program.id))
    .as('latest');
  return tx
    .select({
      programId: program.id,
      clientId: program.clientId,
      name: client.name,
      timeZone: client.timeZone,
      unavailable: client.unavailable,
      // A page's worth of small rows: a list of their own would be a second round trip.
      runningWeeks: sql<readonly Pick<StoredRunningWeek, 'scope' | 'startsOn' | 'days'>[]>`(
        select coalesce(json_agg(json_build_object('scope', w.scope, 'startsOn', w.starts_on, 'days', w.days)), '[]')
        from run_week w where w.practice_id = ${practiceId} and w.client_id = ${client.id})`,
      startsOn: program.startsOn,
      weeks: program.weeks,
      sessionsPerWeek: program.sessionsPerWeek,
      profile: program.profile,
      healthSealed: program.healthSealed,
    })
    .from(latest)
    .innerJoin(program, and(eq(program.practiceId, practiceId), eq(program.id, latest.id)))
    .innerJoin(client, and(eq(client.practiceId, program.practiceId), eq(client.id, program.clientId)))
    .where(ne(client.status, 'archived'))
    .orderBy(asc(client.name), asc(client.id))
    .offset(from)
    .limit(mostPrograms + 1);
}
