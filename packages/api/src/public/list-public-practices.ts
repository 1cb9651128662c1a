import { listPractices } from '@groundwork/db/practice-directory';
import type { PublicPracticeRow } from '../views/waitlist.ts';

/** The practices of this installation by name, at most 100. */
export async function listPublicPractices(): Promise<readonly PublicPracticeRow[]> {
  const practices = await listPractices();
  return practices.map(({ slug, name, about }) => ({ slug, name, about }));
}
