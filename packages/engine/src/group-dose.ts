// What the strength doses of a group may be: rulebook 2.8. Minors do 6 to 15 reps (Blagrove 2020; NSCA 2009: one to three
// sets). With osteoporosis it is up to three sets of eight with a load that could be lifted 8 to 12 times (Brooke-Wavell
// 2022), which is eight reps with what the plan keeps in reserve anyway.
import type { Profile } from './profile.ts';
import { adultAge } from './runner-limits.ts';

export type RepRange = readonly [low: number, high: number];

export const youthReps: RepRange = [6, 15];
export const boneReps: RepRange = [8, 8];
/** Sets of a strength exercise, in any of the groups. */
export const groupSetsMax = 3;

/** The reps that a group asks for, and the rule that says so. */
export interface GroupDose {
  readonly rule: 'YOUTH' | 'BONE';
  readonly reps: RepRange;
}

/** Null for whoever is in no such group. */
export function findGroupDose({ age, screening }: Partial<Pick<Profile, 'age' | 'screening'>>): GroupDose | null {
  const young = age !== undefined && age < adultAge ? youthReps : null;
  const reps = narrow(young, screening?.repRange ?? null);
  if (reps === null) return null;
  const isYouth = reps[0] === youthReps[0] && reps[1] === youthReps[1];
  return { rule: isYouth ? 'YOUTH' : 'BONE', reps };
}

/** The reps of both: where they have none in common, the second group's. */
export function narrow(one: RepRange | null, other: RepRange | null): RepRange | null {
  if (one === null || other === null) return one ?? other;
  const both: RepRange = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
  return both[0] <= both[1] ? both : other;
}
