import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { newId } from './new-id.ts';
import { user } from './schema/identity.ts';
import { capacity, member, practice } from './schema/practice.ts';

export interface NewPractice {
  /** In the public addresses: 2 to 40 lower case letters, digits and hyphens. */
  readonly slug: string;
  readonly name: string;
  readonly about?: string;
  /** IANA zone: when "today" begins for the coach. */
  readonly timeZone: string;
  /** How many runners it coaches at a time, 0 to 100,000. */
  readonly spots: number;
  /** Who signs in as its owner. The person may have an account already. */
  readonly owner: { readonly email: string; readonly name: string };
}

export interface CreatedPractice {
  readonly practiceId: string;
  readonly ownerId: string;
  readonly ownerUserId: string;
}

/**
 * Makes a practice with its owner: the one thing about tenants that the running apps may not do. For the demo and for a self-hoster's first day.
 * @param ownerUrl As for `migrate`, on a migrated database.
 * @throws when the slug is taken or malformed.
 */
export async function createPractice(ownerUrl: string, wanted: NewPractice): Promise<CreatedPractice> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await drizzle({ client, casing: 'snake_case' }).transaction(async (tx) => {
      const email = wanted.owner.email.trim().toLowerCase();
      const practiceId = newId();
      const ownerId = newId();
      const [owner] = await tx
        .insert(user)
        .values({ id: newId(), email, name: wanted.owner.name })
        .onConflictDoUpdate({ target: user.email, set: { email } })
        .returning({ id: user.id });
      if (owner === undefined) throw new Error('The owner was not stored');
      const { slug, name, about, timeZone, spots } = wanted;
      await tx.insert(practice).values({ id: practiceId, slug, name, about, timeZone });
      await tx.insert(capacity).values({ practiceId, spots, ceiling: spots });
      await tx
        .insert(member)
        .values({ practiceId, id: ownerId, userId: owner.id, role: 'owner', name: wanted.owner.name, email });
      return { practiceId, ownerId, ownerUserId: owner.id };
    });
  } finally {
    await client.end();
  }
}
