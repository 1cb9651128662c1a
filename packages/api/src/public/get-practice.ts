import { member } from '@groundwork/db/schema/practice';
import { opening } from '@groundwork/db/schema/waitlist';
import type { ReadScope } from '@groundwork/db/scope';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { PublicPracticeView } from '../views/waitlist.ts';
import { countSpots } from '../waitlist/count-spots.ts';
import { defaultHoldHours } from '../waitlist/line.ts';
import type { VisitorReads } from './visitor-call.ts';

/** What the public page says of a practice. */
export async function getPractice(call: VisitorReads): Promise<PublicPracticeView> {
  const { scope, practice } = call;
  const [spots, coachName, holdHours] = await Promise.all([
    countSpots(scope),
    findOwnerName(scope),
    findHoldHours(scope),
  ]);
  return {
    slug: practice.slug,
    name: practice.name,
    about: practice.about,
    coachName,
    spots: spots.spots,
    free: spots.free,
    waiting: spots.waiting,
    holdHours,
  };
}

/** Whose practice it is: the first owner. */
export async function findOwnerName(scope: ReadScope): Promise<string> {
  const [owner] = await scope.tx
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.practiceId, scope.practiceId), eq(member.role, 'owner')))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1);
  return owner?.name ?? '';
}

async function findHoldHours(scope: ReadScope): Promise<number> {
  const [latest] = await scope.tx
    .select({ holdHours: opening.holdHours })
    .from(opening)
    .where(eq(opening.practiceId, scope.practiceId))
    .orderBy(desc(opening.openedAt))
    .limit(1);
  return latest?.holdHours ?? defaultHoldHours;
}
