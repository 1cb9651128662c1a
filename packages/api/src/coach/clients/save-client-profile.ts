import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { saveClientProfile as saveClientProfileInput } from '../../inputs/client.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ProfileSaved } from '../../views/client.ts';

export async function saveClientProfile(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof saveClientProfileInput>;
}): Promise<ProfileSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
