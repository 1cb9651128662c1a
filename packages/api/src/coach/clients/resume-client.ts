import type { ClientRecord } from '../../client-record.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';
import { changeClientStatus } from './change-client-status.ts';

/** Ends a pause. */
export async function resumeClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientStatusChanged> {
  return changeClientStatus({ ...call, from: ['paused'], to: 'active', action: 'client.resumed' });
}
