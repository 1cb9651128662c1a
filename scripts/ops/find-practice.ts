import { openOwner } from '@groundwork/db/open-owner';
import { OpsProblem } from './ops-problem.ts';

/**
 * The id of a practice by what stands in its public address.
 * @throws OpsProblem when there is none.
 */
export async function findPractice(ownerUrl: string, slug: string): Promise<string> {
  const { owner } = openOwner(ownerUrl);
  try {
    const { rows } = await owner.query<{ id: string }>('select id from practice where slug = $1', [slug]);
    const [found] = rows;
    if (found === undefined)
      throw new OpsProblem(`There is no practice "${slug}": it is what follows /p/ in its address.`);
    return found.id;
  } finally {
    await owner.end();
  }
}
