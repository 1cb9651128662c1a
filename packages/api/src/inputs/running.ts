import { raceDistances, racePriorities, runKinds, weekdays } from '@groundwork/engine/vocabulary';
import { z } from 'zod';
import { monday, plainDate } from './date.ts';
import { id, newId } from './id.ts';
import { filledLine, line } from './text.ts';

export const runDay = z.strictObject({
  kind: z.enum(runKinds),
  distanceKm: z.number().positive('Above 0 km.').max(200, 'At most 200 km.').optional(),
  note: line(80).optional(),
});

/** Monday to Sunday. */
export const runningWeek = z
  .tuple([runDay, runDay, runDay, runDay, runDay, runDay, runDay], 'Seven days, Monday first.')
  .readonly();

export const unavailableDays = z
  .array(z.enum(weekdays))
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'Each day once.');

/** `from`: the usual week from this Monday on. `only`: this one week. */
export const saveRunningWeek = z.strictObject({
  clientId: id,
  revision: z.int().min(1).max(2_147_483_646),
  scope: z.enum(['from', 'only']),
  startsOn: monday,
  days: runningWeek,
});

/** Forgets what one single week said, so that the usual week counts again. */
export const resetRunningWeek = saveRunningWeek.pick({ clientId: true, revision: true, startsOn: true });

export const previewRunningWeek = z.strictObject({
  week: z.array(z.enum(runKinds)).length(7, 'Seven days, Monday first.'),
  before: z.enum(runKinds).optional(),
  after: z.enum(runKinds).optional(),
  sessions: z.union([z.literal(1), z.literal(2)]).default(2),
  unavailable: unavailableDays.default([]),
});

export const raceFields = z.strictObject({
  id: newId,
  name: filledLine(80),
  date: plainDate,
  distance: z.enum(raceDistances),
  priority: z.enum(racePriorities),
});

export const saveRace = raceFields.extend({ clientId: id });
export const removeRace = z.strictObject({ clientId: id, raceId: id });
