import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import type { archiveClient as archiveClientInput } from '../../inputs/client.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';
import { enqueueFills } from '../../waitlist/enqueue-fills.ts';
import { changeClientStatus } from './change-client-status.ts';

/** Ends the coaching: her spot is free at once and goes to the line while an opening is open. Her data stays. */
export async function archiveClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof archiveClientInput>;
}): Promise<ClientStatusChanged> {
  const { input, ...rest } = call;
  const changed = await changeClientStatus({
    ...rest,
    from: ['invited', 'active', 'paused'],
    to: 'archived',
    action: 'client.archived',
    reason: input.reason,
  });
  await enqueueFills(call.scope);
  return changed;
}
