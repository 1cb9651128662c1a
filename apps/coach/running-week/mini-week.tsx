import { shortWeekdayLabels, weekdayLabels } from '@groundwork/engine/labels';
import type { Placement } from '@groundwork/engine/placement';
import { type RunKind, weekdays } from '@groundwork/engine/vocabulary';
import { DayIcon } from '@groundwork/ui/training/day-icon';
import { dayClass, findDayType } from '@groundwork/ui/training/day-type';
import { shortRunLabels } from '../lib/labels.ts';

/** A whole week in one small strip: the runs, and where strength would stand. */
export function MiniWeek({
  week,
  placement,
  changed = [],
}: {
  readonly week: readonly RunKind[];
  readonly placement: Placement;
  /** Days that differ from the week on the page. */
  readonly changed?: readonly string[];
}) {
  return (
    <ol className="grid w-full max-w-80 grid-cols-7 border-t-2 border-ink">
      {weekdays.map((day, index) => {
        const kind = week[index] ?? 'rest';
        const placed = placement.days[index]?.placed;
        return (
          <li
            key={day}
            className={`grid justify-items-center gap-1 border-l border-rule px-1 pt-1 pb-1.5 first:border-l-0 ${dayClass[findDayType(kind)]} ${changed.includes(day) ? 'bg-signal-tint' : ''}`}
          >
            <span className="sr-only">
              {weekdayLabels[day]}: {shortRunLabels[kind]}
              {placed ? `, strength, ${placed}` : ''}
            </span>
            <span aria-hidden className="text-xs leading-4 text-ink-3">
              {shortWeekdayLabels[day]}
            </span>
            <span aria-hidden className="text-day">
              <DayIcon type={findDayType(kind)} />
            </span>
            <span aria-hidden className="day-strength grid h-5 place-items-center text-xs text-day">
              {placed ? (
                <span className={placed === 'full' ? '' : 'opacity-60'}>
                  <DayIcon type="strength" />
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
