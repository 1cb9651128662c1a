import { program, programVersion } from '@groundwork/db/schema/program';
import { session } from '@groundwork/db/schema/session';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import { and, asc, eq, gte, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '../../audit.ts';
import { invalidField, Refusal } from '../../errors.ts';
import type { publishProgram as publishProgramInput } from '../../inputs/program.ts';
import { selectVersions } from '../../program-lists.ts';
import { findToday } from '../../today.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ProgramPublished, VersionSummary } from '../../views/program.ts';
import { hashProgram } from './hash-program.ts';
import { lockProgramOfStaff, type ProgramRecord, refuseStaleProgram } from './program-record.ts';
import { replaceSessions } from './replace-sessions.ts';
import { tellPublished } from './tell-published.ts';

type Call = {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof publishProgramInput>;
};

/**
 * Makes the draft what the client sees, from a date on: an immutable version, and her dated sessions. Sessions that are begun, done or
 * logged keep the snapshot they have; planned ones of the past stay missed. Sent again with the same version id it is the same publication.
 */
export async function publishProgram(call: Call): Promise<ProgramPublished> {
  const { scope, now, input } = call;
  const record = await lockProgramOfStaff({ scope, programId: input.programId });
  const today = findToday(record.client.timeZone, now);
  const earlier = await findVersion(scope, input);
  if (earlier) return { programId: input.programId, version: earlier, sessionsAhead: await countAhead(call, today) };
  refuseStaleProgram(record, input.revision);
  checkEffectiveFrom(record, input.effectiveFrom, today);
  checkOverride(record, input.overrideReason);
  await writeVersion(call, record);
  await replaceSessions({ scope, record, versionId: input.versionId, effectiveFrom: input.effectiveFrom, today });
  await endOthers(call, record);
  const version = await findVersion(scope, input);
  if (!version) throw new Error('The version was not stored');
  await Promise.all([writePublished(call, record, version), tellPublished({ scope, now, record, version, today })]);
  return { programId: input.programId, version, sessionsAhead: await countAhead(call, today) };
}

function checkEffectiveFrom({ program: row }: ProgramRecord, effectiveFrom: PlainDate, today: PlainDate): void {
  if (row.status === 'ended') throw new Refusal('GONE', { message: 'Another program has taken over from this one.' });
  if (effectiveFrom < today)
    throw invalidField('effectiveFrom', 'What is past stays as it was: choose today or later.');
  if (effectiveFrom >= addDays(row.startsOn, 7 * row.weeks)) {
    throw invalidField('effectiveFrom', 'The program is over by then.');
  }
}

/** Error findings and holds need the coach's word. */
function checkOverride({ program: { findings, holds } }: ProgramRecord, reason: string | undefined): void {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (reason !== undefined || errors + holds.length === 0) return;
  const what = errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : 'a review';
  throw invalidField('overrideReason', `There is ${what} before publishing. Fix it, or say why it is right as it is.`);
}

async function writeVersion({ scope, now, input }: Call, { program: row }: ProgramRecord): Promise<void> {
  const { tx, practiceId, me } = scope;
  const { id: programId, draft, profile, healthSealed, parameters, ruleSet, sessionsPerWeek } = row;
  await tx.insert(programVersion).values({
    practiceId,
    id: input.versionId,
    programId,
    // The program is locked: nobody else counts.
    number: sql`(select coalesce(max(v.number), 0) + 1 from program_version v
      where v.practice_id = ${practiceId} and v.program_id = ${programId})`,
    effectiveFrom: input.effectiveFrom,
    content: draft,
    contentHash: hashProgram(draft),
    profile,
    // Sealed to the program's row, which the version keeps naming.
    healthSealed,
    parameters,
    ruleSet,
    sessionsPerWeek,
    engineVersion: draft.engineVersion,
    catalogueVersion: draft.catalogueVersion,
    note: input.note,
    publishedBy: me.memberId,
    publishedAt: now,
  });
  await tx
    .update(program)
    .set({ status: 'published', updatedAt: now })
    .where(and(eq(program.practiceId, practiceId), eq(program.id, programId)));
}

/** A client follows one program at a time: this one takes over from any that would run beside it. */
async function endOthers({ scope, now }: Call, { program: row }: ProgramRecord): Promise<void> {
  const end = addDays(row.startsOn, 7 * row.weeks);
  await scope.tx
    .update(program)
    .set({ status: 'ended', updatedAt: now })
    .where(
      and(
        eq(program.practiceId, scope.practiceId),
        eq(program.clientId, row.clientId),
        ne(program.id, row.id),
        eq(program.status, 'published'),
        sql`${program.startsOn} < ${end}::date and ${program.startsOn} + 7 * ${program.weeks} > ${row.startsOn}::date`,
      ),
    );
}

async function writePublished({ scope, now, input }: Call, { program: row }: ProgramRecord, version: VersionSummary) {
  const overridden = input.overrideReason === undefined ? [] : [...row.findings, ...row.holds];
  await writeAudit({
    scope,
    now,
    facts: [
      {
        actor: { kind: 'member', id: scope.me.memberId },
        action: 'program.published',
        subjectKind: 'program',
        subjectId: row.id,
        reason: input.overrideReason,
        data: {
          clientId: row.clientId,
          versionId: version.versionId,
          number: version.number,
          effectiveFrom: version.effectiveFrom,
          overridden: overridden
            .filter((one) => !('severity' in one) || one.severity === 'error')
            .map(({ code }) => code),
        },
      },
    ],
  });
}

async function findVersion(
  scope: WriterScope,
  { programId, versionId }: Call['input'],
): Promise<VersionSummary | undefined> {
  const [found] = await selectVersions(scope, eq(programVersion.id, versionId));
  // The id is another program's version.
  if (found && found.programId !== programId) throw new Refusal('NOT_FOUND');
  return found?.version;
}

async function countAhead({ scope, input }: Call, today: PlainDate): Promise<number> {
  const rows = await scope.tx
    .select({ id: session.id })
    .from(session)
    .where(
      and(
        eq(session.practiceId, scope.practiceId),
        eq(session.programId, input.programId),
        gte(session.date, today),
        eq(session.status, 'planned'),
      ),
    )
    .orderBy(asc(session.date));
  return rows.length;
}
