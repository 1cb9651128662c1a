import type { z } from 'zod';
import type { weekKey as weekKeyInput } from '../inputs/session.ts';
import { findToday } from '../today.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientWeekView } from '../views/client-today.ts';
import { findOwnRecord } from './own-record.ts';
import { findWeekView } from './week-view.ts';

/** One calendar week of the client's. */
export async function getWeek(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
  readonly input: z.infer<typeof weekKeyInput>;
}): Promise<ClientWeekView> {
  const { scope, now, input } = call;
  const { client } = await findOwnRecord(scope);
  return findWeekView({ scope, client, monday: input.startsOn, today: findToday(client.timeZone, now) });
}
