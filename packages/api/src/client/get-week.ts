import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { weekKey as weekKeyInput } from '../inputs/session.ts';
import type { ClientReadScope } from '../trpc.ts';
import type { ClientWeekView } from '../views/client-today.ts';

export async function getWeek(call: {
  readonly scope: ClientReadScope;
  readonly now: Date;
  readonly input: z.infer<typeof weekKeyInput>;
}): Promise<ClientWeekView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
