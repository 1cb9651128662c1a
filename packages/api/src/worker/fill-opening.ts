import { withPractice } from '@groundwork/db/scope';
import { fillOpening } from '../waitlist/fill-opening.ts';

/** Offers what has come free in an opening. Run twice it offers once. Returns how many offers went out. */
export async function fillOpeningNow(job: {
  readonly practiceId: string;
  readonly openingId: string;
  readonly now: Date;
}): Promise<number> {
  const { practiceId, openingId, now } = job;
  return withPractice(practiceId, (scope) => fillOpening({ scope, now, openingId, actor: { kind: 'worker' } }));
}
