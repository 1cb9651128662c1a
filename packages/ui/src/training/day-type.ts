import { goalLabels, runClassLabels } from '@groundwork/engine/labels';
import { classifyRun } from '@groundwork/engine/run-class';
import type { RunClass, RunKind } from '@groundwork/engine/vocabulary';

/** What a day or a part of it is drawn as: a class of run, strength or mobility. */
export type DayType = RunClass | 'strength' | 'mobility';

/** Planned is the plain form; the other three each have a form of their own. */
export type DayStatus = 'planned' | 'done' | 'moved' | 'missed';

/** How a run of this kind is drawn. */
export const findDayType = (kind: RunKind): DayType => classifyRun(kind);

/** The hue, tint and pattern of a type, as a class. Written out, so that Tailwind finds each name. */
export const dayClass: Readonly<Record<DayType, string>> = {
  easy: 'day-easy',
  speed: 'day-speed',
  long: 'day-long',
  strength: 'day-strength',
  mobility: 'day-mobility',
  rest: 'day-rest',
  race: 'day-race',
};

export const dayWords: Readonly<Record<DayType, string>> = {
  ...runClassLabels,
  strength: goalLabels.strength,
  mobility: goalLabels.mobility,
};
