import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { inviteClient as inviteClientInput } from '../../inputs/client.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientInvited } from '../../views/client.ts';

export async function inviteClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof inviteClientInput>;
}): Promise<ClientInvited> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
