import { program } from '@groundwork/db/schema/program';
import type { ReadScope } from '@groundwork/db/scope';
import { statement } from '@groundwork/db/statement';
import { daysBetween, type PlainDate } from '@groundwork/engine/plain-date';
import type { Block } from '@groundwork/engine/program';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BlockWeek } from './views/client-row.ts';

export interface ProgramBlocks {
  readonly programId: string;
  readonly title: string;
  readonly startsOn: PlainDate;
  readonly weeks: number;
  readonly updatedAt: Date;
  /** Published at some time, even if another has taken over since. */
  readonly isPublished: boolean;
  readonly hasUnpublished: boolean;
  readonly blocks: readonly Pick<Block, 'number' | 'firstWeek' | 'lastWeek'>[];
}

const programsOfClient = statement('programs_with_blocks', (tx) => {
  const latest = <Column>(column: string) =>
    sql<Column>`(select v.${sql.raw(column)} from program_version v
      where v.practice_id = "program"."practice_id" and v.program_id = "program"."id" order by v.number desc limit 1)`;
  return tx
    .select({
      programId: program.id,
      title: program.title,
      startsOn: program.startsOn,
      weeks: program.weeks,
      status: program.status,
      updatedAt: program.updatedAt,
      publishedAt: latest<Date | null>('published_at').mapWith(program.updatedAt) as SQL<Date | null>,
      blocks: latest<readonly Block[] | null>('blocks'),
    })
    .from(program)
    .where(
      and(eq(program.practiceId, sql.placeholder('practiceId')), eq(program.clientId, sql.placeholder('clientId'))),
    )
    .orderBy(sql`${program.startsOn} desc, ${program.id} desc`);
});

/** A client's programs with their latest version's blocks, newest first. */
export async function listProgramsWithBlocks(scope: ReadScope, clientId: string): Promise<readonly ProgramBlocks[]> {
  const rows = await programsOfClient(scope).execute({ practiceId: scope.practiceId, clientId });
  return rows.map(({ status, publishedAt, blocks, ...row }) => ({
    ...row,
    isPublished: publishedAt !== null,
    hasUnpublished: status !== 'ended' && (publishedAt === null || row.updatedAt > publishedAt),
    blocks: blocks ?? [],
  }));
}

/** "Week 3 of 6": where a date stands in the published program around it; null where there is none. */
export function findBlockWeek(programs: readonly ProgramBlocks[], today: PlainDate): BlockWeek | null {
  for (const { isPublished, startsOn, weeks, blocks } of programs) {
    const week = Math.floor(daysBetween(startsOn, today) / 7) + 1;
    if (!isPublished || week < 1 || week > weeks) continue;
    const block = blocks.find(({ firstWeek, lastWeek }) => firstWeek <= week && week <= lastWeek);
    if (!block) continue;
    return { block: block.number, week: week - block.firstWeek + 1, of: block.lastWeek - block.firstWeek + 1 };
  }
  return null;
}
