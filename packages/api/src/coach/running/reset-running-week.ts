import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { resetRunningWeek as resetRunningWeekInput } from '../../inputs/running.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RunningSaved } from '../../views/running.ts';

export async function resetRunningWeek(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof resetRunningWeekInput>;
}): Promise<RunningSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
