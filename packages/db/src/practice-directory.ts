import { askOnce } from './transaction.ts';

/** What anybody may know of a practice. */
export interface PublicPractice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  /** IANA zone. */
  readonly timeZone: string;
}

const columns = 'id, slug, name, about, time_zone as "timeZone"';

/** The practice of a public address, the way from a visitor's request to a scope. */
export async function findPractice(slug: string): Promise<PublicPractice | undefined> {
  const { rows } = await askOnce('app', (pool) =>
    pool.query<PublicPractice>({
      name: 'find_practice',
      text: `select ${columns} from public.find_practice($1)`,
      values: [slug],
    }),
  );
  return rows[0];
}

/** All practices of this installation by name, at most 100. */
export async function listPractices(): Promise<PublicPractice[]> {
  const { rows } = await askOnce('app', (pool) =>
    pool.query<PublicPractice>({
      name: 'list_practices',
      text: `select ${columns} from public.list_practices()`,
    }),
  );
  return rows;
}
