import type { z } from 'zod';
import { Refusal } from '../../errors.ts';
import type { listAudit as listAuditInput } from '../../inputs/outbox.ts';
import type { WriterScope } from '../../trpc.ts';
import type { AuditList } from '../../views/outbox.ts';

export async function listAudit(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly input: z.infer<typeof listAuditInput>;
}): Promise<AuditList> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
