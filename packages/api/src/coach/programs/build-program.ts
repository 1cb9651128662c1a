import type { z } from 'zod';
import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { buildProgram as buildProgramInput } from '../../inputs/program.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';

export async function buildProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly client: ClientRecord;
  readonly input: z.infer<typeof buildProgramInput>;
}): Promise<DraftSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
