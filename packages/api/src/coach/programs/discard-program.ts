import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { discardProgram as discardProgramInput } from '../../inputs/program.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ProgramDiscarded } from '../../views/program.ts';

export async function discardProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof discardProgramInput>;
}): Promise<ProgramDiscarded> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
