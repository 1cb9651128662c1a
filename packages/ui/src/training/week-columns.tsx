import type { PlainDate } from '@groundwork/engine/plain-date';
import type { Weekday } from '@groundwork/engine/vocabulary';
import type { ComponentProps, ReactNode } from 'react';
import { formatDay, shortWeekday } from '../format-date.ts';
import { joinClasses } from '../primitives/join-classes.ts';
import { DayBand } from './day-band.tsx';
import { DayIcon } from './day-icon.tsx';
import { type DayType, dayClass } from './day-type.ts';

/**
 * Seven equal columns under 2 px of ink. The frame of the week strip, and of an editor built on it.
 * Inside a `@container` narrower than 42 rem the columns become seven rows with the same parts.
 */
export function WeekColumns({ className, ...rest }: ComponentProps<'ol'>) {
  return (
    <ol
      {...rest}
      className={joinClasses(
        'grid grid-cols-7 border-t-2 border-b border-t-ink border-b-rule tabular-nums @max-2xl:grid-cols-1',
        '[&>*+*]:border-l [&>*+*]:border-rule @max-2xl:[&>*+*]:border-t @max-2xl:[&>*+*]:border-l-0',
        className,
      )}
    />
  );
}

export interface WeekColumnProps extends Omit<ComponentProps<'li'>, 'children'> {
  readonly day: Weekday;
  /** Left out for a usual week without dates. */
  readonly date?: PlainDate | undefined;
  readonly type: DayType;
  /** 4 px orange over the column and a sheet ground. */
  readonly today?: boolean | undefined;
  /** Sheet ground while its reason is open below. */
  readonly opened?: boolean | undefined;
  readonly children?: ReactNode;
}

/** One day: its name and icon, its band, and what stands under it. */
export function WeekColumn({
  day,
  date,
  type,
  today = false,
  opened = false,
  className,
  children,
  ...rest
}: WeekColumnProps) {
  return (
    <li
      {...rest}
      aria-current={today ? 'date' : undefined}
      className={joinClasses(
        'relative min-w-0 px-2 pt-2 pb-2.5 @max-2xl:grid @max-2xl:grid-cols-[4.25rem_2rem_minmax(0,1fr)] @max-2xl:items-center @max-2xl:gap-x-3 @max-2xl:pb-2 @max-2xl:pl-3',
        (today || opened) && 'bg-sheet [--slash-gap:var(--color-sheet)]',
        today &&
          "before:absolute before:inset-x-0 before:-top-0.5 before:h-1 before:bg-signal before:content-[''] @max-2xl:before:inset-x-auto @max-2xl:before:inset-y-0 @max-2xl:before:left-0 @max-2xl:before:h-auto @max-2xl:before:w-1",
        className,
      )}
    >
      <div className={joinClasses('mb-2 flex items-center justify-between text-xs @max-2xl:mb-0', dayClass[type])}>
        <b>{nameDay(day, date)}</b>
        {type === 'rest' ? null : <DayIcon type={type} className="size-4 text-day" />}
      </div>
      <DayBand type={type} />
      <div className="flex min-w-0 grow flex-col @max-2xl:flex-row @max-2xl:flex-wrap @max-2xl:items-center @max-2xl:justify-between @max-2xl:gap-x-3">
        {children}
      </div>
    </li>
  );
}

/** "Mon 16", or "Mon" for a week without dates. */
export const nameDay = (day: Weekday, date?: PlainDate): string => (date ? formatDay(date) : shortWeekday(day));
