import type { ClientRecord } from '../../client-record.ts';
import { Refusal } from '../../errors.ts';
import type { StaffAuditScope } from '../../trpc.ts';
import type { ClientView } from '../../views/client.ts';

export async function getClient(call: {
  readonly scope: StaffAuditScope;
  readonly now: Date;
  readonly client: ClientRecord;
}): Promise<ClientView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
