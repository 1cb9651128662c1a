import { Refusal } from '../../errors.ts';
import type { StaffScope } from '../../trpc.ts';
import type { ClientList } from '../../views/client-row.ts';

export async function listClients(call: { readonly scope: StaffScope; readonly now: Date }): Promise<ClientList> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
