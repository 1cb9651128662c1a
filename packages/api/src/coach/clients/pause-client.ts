import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import type { archiveClient as archiveClientInput } from '../../inputs/client.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';
import { changeClientStatus } from './change-client-status.ts';

/** Away or ill: she keeps her spot and her program, and nobody is asked to look at what she misses. */
export async function pauseClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof archiveClientInput>;
}): Promise<ClientStatusChanged> {
  const { input, ...rest } = call;
  return changeClientStatus({ ...rest, from: ['active'], to: 'paused', action: 'client.paused', reason: input.reason });
}
