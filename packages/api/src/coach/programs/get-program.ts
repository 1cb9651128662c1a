import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { programKey as programKeyInput } from '../../inputs/program.ts';
import type { StaffScope } from '../../trpc.ts';
import type { ProgramView } from '../../views/program.ts';

export async function getProgram(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly input: z.infer<typeof programKeyInput>;
}): Promise<ProgramView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
