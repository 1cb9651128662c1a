import { program } from '@groundwork/db/schema/program';
import { addDays, daysBetween } from '@groundwork/engine/plain-date';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import type { ClientRecord } from '../../client-record.ts';
import { invalidField, Refusal } from '../../errors.ts';
import { sealHealth } from '../../health.ts';
import type { buildProgram as buildProgramInput } from '../../inputs/program.ts';
import { toBuiltBy } from '../../rule-set.ts';
import { findToday } from '../../today.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';
import { buildDraft, formatTitle } from './build-draft.ts';
import { toDraftSaved } from './draft-saved.ts';

/** Nobody plans further ahead, or starts further back. */
const startsWithinDays = 366;

/** Builds a draft around the client's real running weeks. Sent again with the same id it is the same draft. */
export async function buildProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof buildProgramInput>;
}): Promise<DraftSaved> {
  const { scope, now, client, input } = call;
  const { tx, practiceId, me } = scope;
  const { id, startsOn, weeks, sessionsPerWeek } = input;
  const today = findToday(client.timeZone, now);
  if (Math.abs(daysBetween(today, startsOn)) > startsWithinDays) {
    throw invalidField(
      'startsOn',
      `Between ${addDays(today, -startsWithinDays)} and ${addDays(today, startsWithinDays)}.`,
    );
  }
  if (client.status === 'archived') throw invalidField('clientId', 'This client is archived: take her back first.');
  const wish = { startsOn, weeks, sessionsPerWeek };
  const built = await buildDraft({ scope, now, client, wish });
  const { painSites, ...profile } = built.profile;
  const [written] = await tx
    .insert(program)
    .values({
      practiceId,
      id,
      clientId: client.id,
      title: formatTitle(profile, wish),
      startsOn,
      weeks,
      sessionsPerWeek,
      ...toBuiltBy(built.rules),
      draft: built.program,
      profile,
      healthSealed: sealHealth({ painSites, notes: '' }, { practiceId, rowId: id }),
      findings: built.findings,
      notes: built.notes,
      holds: built.holds,
      updatedBy: me.memberId,
      updatedAt: now,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (written) {
    const actor = { kind: 'member', id: me.memberId } as const;
    const data = { clientId: client.id, startsOn, weeks, sessionsPerWeek };
    await writeAudit({
      scope,
      now,
      facts: [{ actor, action: 'program.built', subjectKind: 'program', subjectId: id, data }],
    });
    return toDraftSaved(written, false);
  }
  const [known] = await tx
    .select()
    .from(program)
    .where(and(eq(program.practiceId, practiceId), eq(program.id, id), eq(program.clientId, client.id)));
  if (!known) throw new Refusal('NOT_FOUND');
  return toDraftSaved(known, false);
}
