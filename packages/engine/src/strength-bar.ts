import { listLadder } from './catalogue/catalogue.ts';
import { isWithinReach } from './choose-exercise.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Profile } from './profile.ts';
import { findBar } from './runner-limits.ts';
import type { Ladder } from './vocabulary.ts';

/** The ladders that hold heavy lower-body work; the foot's loaded rung is too small to count as a program's strength. */
const strengthLadders: readonly Ladder[] = ['glute_max_hinge', 'quads', 'hamstrings', 'calf_gastroc', 'soleus'];

/** Why a runner can't do any strength exercise. */
export type StrengthBar = 'kit' | 'pain' | 'screening';

/** Why none at all is possible: pain or the screening on those that the kit allows, else the kit. Null when one is. */
export function findStrengthBar(profile: Profile, parameters: ParameterValues): StrengthBar | null {
  let isPainful = false;
  let isScreened = false;
  for (const ladder of strengthLadders) {
    for (const rung of listLadder(ladder)) {
      for (const exercise of rung) {
        if (exercise.defaultGoal !== 'strength' || !isWithinReach(exercise, profile, parameters)) continue;
        const bar = findBar(exercise, profile);
        if (bar === null) return null;
        if (bar === 'pain') isPainful = true;
        if (bar === 'screening') isScreened = true;
      }
    }
  }
  return isPainful ? 'pain' : isScreened ? 'screening' : 'kit';
}
