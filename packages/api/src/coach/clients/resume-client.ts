import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';

export async function resumeClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientStatusChanged> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
