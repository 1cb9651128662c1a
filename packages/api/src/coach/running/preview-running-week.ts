import { placeStrength } from '@groundwork/engine/placement';
import { suggestRepairs } from '@groundwork/engine/suggest-repairs';
import type { z } from 'zod';
import type { previewRunningWeek as previewRunningWeekInput } from '../../inputs/running.ts';
import type { RunningPreview } from '../../views/running.ts';

/** Where strength would stand in a week, and what would let more in. Nothing is read or written. */
export function previewRunningWeek(input: z.infer<typeof previewRunningWeekInput>): RunningPreview {
  return { placement: placeStrength(input), repairs: suggestRepairs(input) };
}
