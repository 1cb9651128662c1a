import { Refusal } from '../errors.ts';
import type { StaffScope } from '../trpc.ts';
import type { PracticeFrame } from '../views/coach-today.ts';

export async function getFrame(call: { readonly scope: StaffScope; readonly now: Date }): Promise<PracticeFrame> {
  throw new Refusal('INTERNAL', { message: String(call.now) });
}
