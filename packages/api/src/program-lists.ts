import { member } from '@groundwork/db/schema/practice';
import { program, programVersion } from '@groundwork/db/schema/program';
import type { ReadScope } from '@groundwork/db/scope';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { ProgramSummary, VersionSummary } from './views/program.ts';

const summaryColumns = {
  programId: program.id,
  title: program.title,
  status: program.status,
  startsOn: program.startsOn,
  weeks: program.weeks,
  revision: program.revision,
  updatedAt: program.updatedAt,
  updatedById: program.updatedBy,
  updatedByName: member.name,
};

/** A client's programs, newest first. */
export async function listPrograms(call: {
  readonly scope: ReadScope;
  readonly clientId: string;
}): Promise<readonly ProgramSummary[]> {
  const { scope, clientId } = call;
  const { tx, practiceId } = scope;
  const latest = tx
    .select({
      number: programVersion.number,
      at: programVersion.publishedAt,
      effectiveFrom: programVersion.effectiveFrom,
    })
    .from(programVersion)
    .where(and(eq(programVersion.practiceId, program.practiceId), eq(programVersion.programId, program.id)))
    .orderBy(desc(programVersion.number))
    .limit(1)
    .as('latest');
  const rows = await tx
    .select({
      ...summaryColumns,
      published: { number: latest.number, at: latest.at, effectiveFrom: latest.effectiveFrom },
    })
    .from(program)
    .innerJoin(member, and(eq(member.practiceId, program.practiceId), eq(member.id, program.updatedBy)))
    .leftJoinLateral(latest, sql`true`)
    .where(and(eq(program.practiceId, practiceId), eq(program.clientId, clientId)))
    .orderBy(desc(program.startsOn), desc(program.id));
  return rows.map(({ updatedById, updatedByName, ...row }) => ({
    ...row,
    updatedBy: { memberId: updatedById, name: updatedByName },
    hasUnpublished: row.status !== 'ended' && (row.published === null || row.updatedAt > row.published.at),
  }));
}

/** A program's versions, newest first. */
export async function listVersions(call: {
  readonly scope: ReadScope;
  readonly programId: string;
}): Promise<readonly VersionSummary[]> {
  const { scope, programId } = call;
  return (await selectVersions(scope, eq(programVersion.programId, programId))).map(({ version }) => version);
}

/** The practice's versions that a condition holds for, newest first, each with the program that it is of. */
export async function selectVersions(
  { tx, practiceId }: ReadScope,
  condition: SQL,
): Promise<readonly { readonly programId: string; readonly version: VersionSummary }[]> {
  const rows = await tx
    .select({
      versionId: programVersion.id,
      programId: programVersion.programId,
      number: programVersion.number,
      effectiveFrom: programVersion.effectiveFrom,
      note: programVersion.note,
      contentHash: programVersion.contentHash,
      engineVersion: programVersion.engineVersion,
      catalogueVersion: programVersion.catalogueVersion,
      publishedAt: programVersion.publishedAt,
      memberId: member.id,
      memberName: member.name,
    })
    .from(programVersion)
    .innerJoin(member, and(eq(member.practiceId, programVersion.practiceId), eq(member.id, programVersion.publishedBy)))
    .where(and(eq(programVersion.practiceId, practiceId), condition))
    .orderBy(desc(programVersion.number));
  return rows.map(({ programId, memberId, memberName, ...row }) => ({
    programId,
    version: { ...row, publishedBy: { memberId, name: memberName } },
  }));
}
