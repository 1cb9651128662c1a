import { isDemo } from '@groundwork/auth/demo-session';
import { findPractice } from '@groundwork/db/practice-directory';
import { client } from '@groundwork/db/schema/client';
import { member } from '@groundwork/db/schema/practice';
import { readPractice } from '@groundwork/db/scope';
import { eq } from 'drizzle-orm';
import { demoClients, demoMembers, demoPractice } from './demo-people.ts';

export interface DemoPerson {
  readonly userId: string;
  readonly name: string;
  /** Who this is, in a few words. */
  readonly about: string;
}

/** Who a visitor of the demo can be in an app, the most telling first; nobody outside a demo. */
export async function listDemoPeople(app: 'coach' | 'portal'): Promise<readonly DemoPerson[]> {
  const practice = isDemo() ? await findPractice(demoPractice.slug) : undefined;
  if (!practice) return [];
  const told = app === 'coach' ? demoMembers : demoClients;
  const rows = await readPractice(practice.id, ({ tx }) =>
    app === 'coach'
      ? tx
          .select({ userId: member.userId, email: member.email, name: member.name })
          .from(member)
          .where(eq(member.practiceId, practice.id))
      : tx
          .select({ userId: client.userId, email: client.email, name: client.name })
          .from(client)
          .where(eq(client.practiceId, practice.id)),
  );
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return told.flatMap(({ email, about }) => {
    const row = byEmail.get(email);
    return row?.userId ? [{ userId: row.userId, name: row.name, about }] : [];
  });
}
