import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { editProgram as editProgramInput } from '../../inputs/program.ts';
import type { WriterScope } from '../../trpc.ts';
import type { DraftSaved } from '../../views/program.ts';

export async function editProgram(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof editProgramInput>;
}): Promise<DraftSaved> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
