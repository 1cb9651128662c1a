import { equipment, experiences, loadUnits, painSites } from '@groundwork/engine/vocabulary';
import { z } from 'zod';
import { load } from './load.ts';
import { raceFields, runningWeek, unavailableDays } from './running.ts';
import { filledLine, prose } from './text.ts';
import { timeZone } from './time-zone.ts';

const eachOnce = (values: readonly string[]) => new Set(values).size === values.length;

/** What a program is built from, apart from the running. Null where nobody has said yet. */
export const profileFields = {
  timeZone,
  unit: z.enum(loadUnits),
  birthYear: z.int('A year.').min(1900, 'A year from 1900.').max(2100, 'A year up to 2100.').nullable(),
  experience: z.enum(experiences).nullable(),
  runningMonths: z.int('Whole months.').min(0, 'Not below 0.').max(1200, 'At most 1200.').nullable(),
  equipment: z.array(z.enum(equipment)).max(equipment.length).refine(eachOnce, 'Each item once.'),
  minutesPerSession: z
    .int('Whole minutes.')
    .min(15, 'Between 15 and 120 minutes.')
    .max(120, 'Between 15 and 120 minutes.')
    .nullable(),
  unavailable: unavailableDays,
  goal: prose(500),
  painSites: z.array(z.enum(painSites)).max(painSites.length).refine(eachOnce, 'Each site once.'),
  healthNotes: prose(2000),
};

/** The client's own intake: her profile, her usual running week from this week on, her races. */
export const saveIntake = z.strictObject({
  revision: z.int().min(1).max(2_147_483_646),
  name: filledLine(80),
  ...profileFields,
  /** Left out, the running week stays as it is. */
  runningWeek: runningWeek.optional(),
  /** Left out, the races stay; otherwise this is all of them. */
  races: z.array(raceFields).max(20, 'At most 20 races.').optional(),
});

export const workingLoad = z.strictObject({
  exerciseId: filledLine(80),
  /** Null forgets it. */
  load: load.nullable(),
});
