import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { removeRace as removeRaceInput } from '../../inputs/running.ts';
import type { WriterScope } from '../../trpc.ts';
import type { RacesSaved } from '../../views/running.ts';

export async function removeRace(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof removeRaceInput>;
}): Promise<RacesSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
