import { weekdayNames } from '../format-date.ts';
import { joinClasses } from '../primitives/join-classes.ts';
import { NoteNumber } from '../primitives/note-number.tsx';
import { Tick } from '../primitives/tick.tsx';
import { DayBand } from './day-band.tsx';
import { DayIcon, NoStrengthIcon } from './day-icon.tsx';
import { dayClass, findDayType } from './day-type.ts';
import { WeekColumns } from './week-columns.tsx';
import type { WeekStripDay } from './week-strip-day.ts';

/** The week without words, for the phone: day, band, run, strength and its tick. Each column is read out in words. */
export function WeekStripCompact({
  label,
  days,
  showRefused = false,
  className,
}: {
  readonly label: string;
  readonly days: readonly WeekStripDay[];
  /** Draws the slashed barbell on days that strength may not use. */
  readonly showRefused?: boolean;
  readonly className?: string;
}) {
  return (
    <WeekColumns aria-label={label} className={className}>
      {days.map((day) => {
        const type = findDayType(day.run);
        return (
          <li
            key={day.day}
            aria-current={day.today ? 'date' : undefined}
            className={joinClasses(
              'relative grid content-start justify-items-center gap-[5px] px-[3px] pt-[7px] pb-[9px] text-center text-xs',
              day.today
                ? "bg-sheet font-bold text-ink [--slash-gap:var(--color-sheet)] before:absolute before:inset-x-0 before:-top-0.5 before:h-1 before:bg-signal before:content-['']"
                : 'text-ink-2',
            )}
          >
            <span className="sr-only">{readDay(day)}</span>
            <span aria-hidden="true">
              {day.day.charAt(0).toUpperCase()}
              {day.date ? ` ${Number(day.date.slice(8))}` : ''}
            </span>
            <DayBand type={type} className="w-full" />
            <DayIcon type={type} className={`size-4 text-day ${dayClass[type]}`} />
            {day.strength?.kind === 'placed' ? (
              <span className="grid justify-items-center gap-[3px] text-green">
                <DayIcon type="strength" />
                {day.strength.done ? <Tick /> : null}
              </span>
            ) : null}
            {showRefused && day.strength?.kind === 'refused' ? <NoStrengthIcon /> : null}
            {day.finding === undefined ? null : <NoteNumber number={day.finding} />}
          </li>
        );
      })}
    </WeekColumns>
  );
}

function readDay(day: WeekStripDay): string {
  const parts = [`${weekdayNames[day.day]}${day.date ? ` ${Number(day.date.slice(8))}` : ''}: ${day.runWords}`];
  if (day.strength?.kind === 'placed') parts.push(`${day.strength.label}${day.strength.done ? ', done' : ''}`);
  if (day.strength?.kind === 'refused') parts.push(`no strength, ${day.strength.words}`);
  return parts.join('; ');
}
