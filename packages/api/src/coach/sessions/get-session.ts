import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { sessionKey as sessionKeyInput } from '../../inputs/session.ts';
import type { StaffScope } from '../../trpc.ts';
import type { StaffSessionView } from '../../views/session.ts';

export async function getSession(call: {
  readonly scope: StaffScope;
  readonly now: Date;
  readonly input: z.infer<typeof sessionKeyInput>;
}): Promise<StaffSessionView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
