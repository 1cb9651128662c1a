import type { ClientRules } from './adapt/rule-set.ts';
import type { RoleState } from './choose-slots.ts';
import type { ParameterValues } from './parse-parameters.ts';
import type { Placement } from './placement.ts';
import type { PlainDate } from './plain-date.ts';
import type { Profile } from './profile.ts';
import type { BlockFocus } from './program.ts';
import type { DatedRace } from './race-limits.ts';
import type { Role } from './session-template.ts';
import type { DatedTimeOff } from './time-off.ts';
import type { SessionLabel } from './vocabulary.ts';

/** What the weeks of a program share, and what moves on as it is built. */
export interface ProgramPlan extends CarriedState {
  readonly profile: Profile;
  readonly startsOn: PlainDate;
  readonly sessionsPerWeek: 1 | 2 | 3;
  readonly rules: ClientRules;
  /** Those of the rules. */
  readonly parameters: ParameterValues;
  readonly races: readonly DatedRace[];
  readonly placements: Map<string, Placement>;
  readonly timeOff: readonly DatedTimeOff[];
}

/** All that a week hands on to the next, and a block to the one after it. */
export interface CarriedState {
  states: Map<Role, RoleState>;
  lastHeavyDay: number;
  /** The last session at home, and the last light one away. */
  lastSessionDay: number;
  lastAwayDay: number;
  /** After a gap each session is lighter once, if it comes before this day. */
  lighterUntil: number;
  lighterSessions: Set<SessionLabel>;
  gapDays: number;
  /** The last easy week, from 1; 0 before any. */
  lastEasyWeek: number;
  easedRaces: Set<DatedRace>;
  /** What the last block was for; general before any. */
  focusBefore: BlockFocus;
}
