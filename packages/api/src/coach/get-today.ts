import { Refusal } from '../errors.ts';
import type { StaffScope } from '../trpc.ts';
import type { CoachTodayView } from '../views/coach-today.ts';

export async function getToday(call: { readonly scope: StaffScope; readonly now: Date }): Promise<CoachTodayView> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
