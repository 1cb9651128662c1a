import { seal, unseal } from '@groundwork/db/seal';
import { painSites } from '@groundwork/engine/vocabulary';
import { z } from 'zod';
import type { HealthView } from './views/client.ts';

const health = z.object({ painSites: z.array(z.enum(painSites)), notes: z.string() });

const nothingSaid: HealthView = { painSites: [], notes: '' };

/** Pain sites and notes, sealed to the row they belong to; null when there is nothing to keep. */
export function sealHealth(value: HealthView, place: { practiceId: string; rowId: string }): Buffer | null {
  if (value.painSites.length === 0 && value.notes === '') return null;
  return seal({ painSites: value.painSites, notes: value.notes }, place);
}

/** What was sealed. A broken seal throws: it is a wrong key or a changed row, never a user's mistake. */
export function openHealth(sealed: Buffer | null, place: { practiceId: string; rowId: string }): HealthView {
  return sealed === null ? nothingSaid : health.parse(unseal(sealed, place));
}
