import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { rebuildProgram as rebuildProgramInput } from '../../inputs/program.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';

export async function rebuildProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof rebuildProgramInput>;
}): Promise<DraftSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
