import type { ClientRecord } from '../../client-record.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';
import { changeClientStatus } from './change-client-status.ts';

/** Takes an archived client back, into a spot of her own: NO_SPOTS when none is free. */
export async function restoreClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientStatusChanged> {
  // Somebody who never took up her invitation is invited again, not let in.
  const to = call.client.userId === null ? 'invited' : 'active';
  return changeClientStatus({ ...call, from: ['archived'], to, action: 'client.restored' });
}
