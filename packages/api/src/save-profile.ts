import { client } from '@groundwork/db/schema/client';
import { runWeek } from '@groundwork/db/schema/running';
import type { PracticeScope } from '@groundwork/db/scope';
import type { Equipment, Experience, LoadUnit, PainSite, Weekday } from '@groundwork/engine/vocabulary';
import { and, eq, sql } from 'drizzle-orm';
import { type Actor, writeAudit } from './audit.ts';
import { listProfileGaps } from './client-profile.ts';
import { sealHealth } from './health.ts';
import { refuseStaleClient } from './last-change.ts';
import { sealedGoal } from './sealed-words.ts';
import type { ProfileSaved } from './views/client.ts';

export interface ProfileToSave {
  /** The one that was seen. */
  readonly revision: number;
  readonly name: string;
  readonly timeZone: string;
  readonly unit: LoadUnit;
  readonly birthYear: number | null;
  readonly experience: Experience | null;
  readonly runningMonths: number | null;
  readonly equipment: readonly Equipment[];
  readonly minutesPerSession: number | null;
  readonly unavailable: readonly Weekday[];
  readonly goal: string;
  readonly painSites: readonly PainSite[];
  readonly healthNotes: string;
}

/** Saves a profile over the revision that was seen; a newer one is CONFLICT and nothing is changed. */
export async function saveProfile(call: {
  readonly scope: PracticeScope;
  readonly now: Date;
  readonly actor: Actor;
  readonly clientId: string;
  readonly profile: ProfileToSave;
}): Promise<ProfileSaved> {
  const { scope, now, actor, clientId, profile } = call;
  const { tx, practiceId } = scope;
  const [saved] = await tx
    .update(client)
    .set({
      name: profile.name,
      timeZone: profile.timeZone,
      unit: profile.unit,
      birthYear: profile.birthYear,
      experience: profile.experience,
      runningMonths: profile.runningMonths,
      equipment: [...profile.equipment],
      minutesPerSession: profile.minutesPerSession,
      unavailable: [...profile.unavailable],
      ...sealedGoal(profile.goal, { practiceId, clientId }),
      healthSealed: sealHealth(
        { painSites: profile.painSites, notes: profile.healthNotes },
        { practiceId, rowId: clientId },
      ),
      revision: sql`${client.revision} + 1`,
    })
    .where(and(eq(client.practiceId, practiceId), eq(client.id, clientId), eq(client.revision, profile.revision)))
    .returning();
  if (!saved) return refuseStaleClient({ scope, clientId, now });
  const fact = { actor, action: 'client.profile_saved', subjectKind: 'client', subjectId: clientId };
  const [weeks] = await Promise.all([
    tx
      .select({ id: runWeek.id })
      .from(runWeek)
      .where(and(eq(runWeek.practiceId, practiceId), eq(runWeek.clientId, clientId)))
      .limit(1),
    writeAudit({ scope, now, facts: [fact] }),
  ]);
  return { revision: saved.revision, missing: listProfileGaps(saved, weeks.length > 0) };
}
