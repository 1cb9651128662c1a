import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { publishProgram as publishProgramInput } from '../../inputs/program.ts';
import type { WriterScope } from '../../trpc.ts';
import type { ProgramPublished } from '../../views/program.ts';

export async function publishProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof publishProgramInput>;
}): Promise<ProgramPublished> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
