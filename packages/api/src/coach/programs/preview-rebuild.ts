import type { z } from 'zod';
import type { programKey as programKeyInput } from '../../inputs/program.ts';
import type { StaffScope } from '../../trpc.ts';
import type { RebuildPreview } from '../../views/program.ts';
import { planRebuild } from './plan-rebuild.ts';
import { findProgramOfStaff } from './program-record.ts';

/** What building the draft again would make of it, and what of the coach's it could not keep. Saves nothing. */
export async function previewRebuild(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly input: z.infer<typeof programKeyInput>;
}): Promise<RebuildPreview> {
  const { scope, now, input } = call;
  const record = await findProgramOfStaff({ scope, programId: input.programId });
  const { program: draft, findings, lost } = await planRebuild({ scope, now, record });
  return { revision: record.program.revision, before: record.program.draft, draft, findings, lost };
}
