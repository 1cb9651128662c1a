import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { sessionKey as sessionKeyInput } from '../inputs/session.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientSessionView } from '../views/session.ts';
import { findOwnRecord } from './own-record.ts';
import { findSessionDetail, toViewer } from './session-detail.ts';

/** One of the client's sessions, any day's, with last time's values. */
export async function getSession(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
  readonly input: z.infer<typeof sessionKeyInput>;
}): Promise<ClientSessionView> {
  const { scope, now, input } = call;
  const viewer = findOwnRecord(scope).then(({ client }) => toViewer(client, now));
  const found = await findSessionDetail({ scope, wanted: { sessionId: input.sessionId }, viewer });
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
}
