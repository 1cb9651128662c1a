import { newId } from '@groundwork/db/new-id';
import { race, runWeek } from '@groundwork/db/schema/running';
import { mondayOf } from '@groundwork/engine/plain-date';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { saveIntake as saveIntakeInput } from '../inputs/profile.ts';
import { saveProfile } from '../save-profile.ts';
import { findToday } from '../today.ts';
import type { ClientScope } from '../trpc.ts';
import type { ProfileSaved } from '../views/client.ts';

/** Saves what the client tells of herself: profile, usual running week from this week on, races. CONFLICT when her coach saved since. */
export async function saveIntake(call: {
  readonly scope: ClientScope;
  readonly now: Date;
  readonly input: z.infer<typeof saveIntakeInput>;
}): Promise<ProfileSaved> {
  const { scope, now, input } = call;
  const clientId = scope.me.clientId;
  if (input.runningWeek) await saveUsualWeek(call, input.runningWeek);
  if (input.races) await replaceRaces(scope, input.races);
  const actor = { kind: 'client', id: clientId } as const;
  return saveProfile({ scope, now, actor, clientId, profile: input });
}

async function saveUsualWeek(
  { scope, now, input }: Parameters<typeof saveIntake>[0],
  days: NonNullable<z.infer<typeof saveIntakeInput>['runningWeek']>,
): Promise<void> {
  const value = { days, updatedAt: now };
  await scope.tx
    .insert(runWeek)
    .values({
      practiceId: scope.practiceId,
      id: newId(),
      clientId: scope.me.clientId,
      scope: 'from',
      startsOn: mondayOf(findToday(input.timeZone, now)),
      ...value,
    })
    .onConflictDoUpdate({
      target: [runWeek.practiceId, runWeek.clientId, runWeek.scope, runWeek.startsOn],
      set: value,
    });
}

async function replaceRaces(
  scope: ClientScope,
  races: NonNullable<z.infer<typeof saveIntakeInput>['races']>,
): Promise<void> {
  const { tx, practiceId, me } = scope;
  const ids = races.map(({ id }) => id);
  const own = and(eq(race.practiceId, practiceId), eq(race.clientId, me.clientId));
  await tx.delete(race).where(ids.length > 0 ? and(own, notInArray(race.id, ids)) : own);
  if (races.length === 0) return;
  const written = await tx
    .insert(race)
    .values(races.map((one) => ({ practiceId, clientId: me.clientId, ...one })))
    .onConflictDoUpdate({
      target: [race.practiceId, race.id],
      set: {
        name: sql`excluded.name`,
        date: sql`excluded.date`,
        distance: sql`excluded.distance`,
        priority: sql`excluded.priority`,
      },
      setWhere: eq(race.clientId, me.clientId),
    })
    .returning({ id: race.id });
  // One of the ids is somebody else's race.
  if (written.length !== races.length) throw new Refusal('NOT_FOUND');
}
