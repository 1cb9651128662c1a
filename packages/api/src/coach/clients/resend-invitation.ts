import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientInvited } from '../../views/client.ts';

export async function resendInvitation(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientInvited> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
