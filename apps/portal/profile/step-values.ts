import type { IntakeView } from '@groundwork/api/views/client';
import type { RunKind } from '@groundwork/engine/vocabulary';
import { weekdays } from '@groundwork/engine/vocabulary';
import { v7 as newId } from 'uuid';
import type { Step } from './steps.ts';

/** What a step's fields hold, as a form sends it: every name with all its values. */
export type StepValues = Readonly<Record<string, readonly string[]>>;

/** The kinds a runner picks from. Her coach's finer words (intervals, tempo) are kept while the kind stays the same. */
export const pickedKinds = ['rest', 'easy', 'speed', 'long'] as const;
export type PickedKind = (typeof pickedKinds)[number];

/** Which of the four a kind is picked as. */
export function pickKind(kind: RunKind): PickedKind {
  switch (kind) {
    case 'rest':
    case 'easy':
    case 'long':
      return kind;
    case 'speed':
    case 'interval':
    case 'tempo':
    case 'threshold':
    case 'hills':
    case 'race_pace':
    case 'race':
      return 'speed';
    default:
      return kind satisfies never;
  }
}

const one = (value: string | number | null | undefined): readonly string[] =>
  value === null || value === undefined || value === '' ? [] : [String(value)];

/** The races asked for: those known and one empty line more. */
export const raceLines = 3;

/** What is known, as the step's fields show it. */
export function readStepValues(step: Step, { profile, health, runningWeek, races }: IntakeView): StepValues {
  switch (step) {
    case 'goal':
      return {
        goal: one(profile.goal),
        // An empty line has its id already: sent twice it is one race.
        ...Object.fromEntries(
          Array.from({ length: raceLines }, (_, index): [string, readonly string[]] => [`race${index}.id`, [newId()]]),
        ),
        ...Object.fromEntries(
          races.slice(0, raceLines).flatMap((race, index): [string, readonly string[]][] => [
            [`race${index}.id`, [race.raceId]],
            [`race${index}.name`, [race.name]],
            [`race${index}.date`, [race.date]],
            [`race${index}.distance`, [race.distance]],
            [`race${index}.priority`, [race.priority]],
          ]),
        ),
      };
    case 'running':
      return Object.fromEntries(
        weekdays.flatMap((day, index): [string, readonly string[]][] => {
          const run = runningWeek?.[index];
          return run
            ? [
                [`${day}.kind`, [pickKind(run.kind)]],
                [`${day}.km`, one(run.distanceKm)],
              ]
            : [];
        }),
      );
    case 'strength':
      return {
        experience: one(profile.experience),
        runningMonths: one(profile.runningMonths),
        birthYear: one(profile.birthYear),
      };
    case 'kit':
      return {
        minutesPerSession: one(profile.minutesPerSession),
        equipment: profile.equipment,
        unavailable: profile.unavailable,
      };
    case 'pain':
      return { painSites: health.painSites, healthNotes: one(health.notes) };
    case 'phone':
      // The list of zones comes from the server: browsers know others, and the page would not match.
      return { timeZone: one(profile.timeZone), unit: one(profile.unit), zones: Intl.supportedValuesOf('timeZone') };
    default:
      return step satisfies never;
  }
}
