import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { archiveClient as archiveClientInput } from '../../inputs/client.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ClientStatusChanged } from '../../views/client.ts';

export async function pauseClient(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof archiveClientInput>;
}): Promise<ClientStatusChanged> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
