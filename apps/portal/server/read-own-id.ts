import 'server-only';
import { findRequestPrincipal } from '@groundwork/auth/request-principal';
import { redirect } from 'next/navigation';

/** The signed-in client's id, as the API picks it: her first place that is not archived. Leads to the sign-in without one. */
export async function readOwnId(): Promise<string> {
  const principal = await findRequestPrincipal('portal');
  const place = principal?.clients.find(({ status }) => status !== 'archived');
  if (!place) redirect('/sign-in');
  return place.clientId;
}
