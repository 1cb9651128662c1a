import type { ClientRules } from './adapt/rule-set.ts';
import type { RoleState } from './choose-slots.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Placement } from './placement.ts';
import type { PlainDate } from './plain-date.ts';
import type { Profile } from './profile.ts';
import type { DatedRace } from './race-limits.ts';
import type { Role } from './session-template.ts';
import type { DatedTimeOff } from './time-off.ts';
import type { SessionLabel } from './vocabulary.ts';

/** What the weeks of a program share; from the placements on, it moves on as the program is built. */
export interface ProgramPlan {
  readonly profile: Profile;
  readonly startsOn: PlainDate;
  readonly sessionsPerWeek: 1 | 2 | 3;
  readonly rules: ClientRules;
  /** Those of the rules. */
  readonly parameters: ParameterValues;
  readonly races: readonly DatedRace[];
  readonly placements: Map<string, Placement>;
  readonly states: Map<Role, RoleState>;
  readonly timeOff: readonly DatedTimeOff[];
  lastHeavyDay: number;
  /** The last session at home, and the last light one away. */
  lastSessionDay: number;
  lastAwayDay: number;
  /** After a gap each session is lighter once, if it comes before this day. */
  lighterUntil: number;
  readonly lighterSessions: Set<SessionLabel>;
  gapDays: number;
  /** The last easy week, from 1; 0 before any. */
  lastEasyWeek: number;
  readonly easedRaces: Set<DatedRace>;
}
