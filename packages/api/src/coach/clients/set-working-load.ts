import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { setWorkingLoad as setWorkingLoadInput } from '../../inputs/client.ts';
import type { WriterScope } from '../../trpc.ts';
import type { WorkingLoadsSaved } from '../../views/client.ts';

export async function setWorkingLoad(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof setWorkingLoadInput>;
}): Promise<WorkingLoadsSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
