import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import type { saveClientProfile as saveClientProfileInput } from '../../inputs/client.ts';
import { saveProfile } from '../../save-profile.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ProfileSaved } from '../../views/client.ts';

/** Saves what a program is built from, apart from the running. CONFLICT when somebody else saved since. */
export async function saveClientProfile(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof saveClientProfileInput>;
}): Promise<ProfileSaved> {
  const { scope, now, client, input } = call;
  const actor = { kind: 'member', id: scope.me.memberId } as const;
  return saveProfile({ scope, now, actor, clientId: client.id, profile: input });
}
