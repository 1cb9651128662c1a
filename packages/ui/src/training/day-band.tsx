import { joinClasses } from '../primitives/join-classes.ts';
import { type DayType, dayClass } from './day-type.ts';

/** The type as a 7 px band: outlined tint, hatch, solid, bar with plates, dots, empty, chequer. Decoration beside words. */
export function DayBand({ type, className }: { readonly type: DayType; readonly className?: string }) {
  return <span aria-hidden="true" className={joinClasses('band', dayClass[type], className)} />;
}
