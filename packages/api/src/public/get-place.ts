import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { tokenKey as tokenKeyInput } from '../inputs/waitlist.ts';
import { hashToken } from '../token.ts';
import type { PlaceView } from '../views/waitlist.ts';
import { findEntry, findPlace } from '../waitlist/line.ts';
import type { VisitorReads } from './visitor-call.ts';

/** Where somebody stands in line and why. Opening the link changes nothing. */
export async function getPlace(
  call: VisitorReads & { readonly input: z.infer<typeof tokenKeyInput> },
): Promise<PlaceView> {
  const { scope, practice, input } = call;
  const entry = await findEntry(scope, hashToken(input.token));
  if (!entry) throw new Refusal('NOT_FOUND', { message: 'This link is not one of ours.' });
  return findPlace({ scope, practice, entry });
}
