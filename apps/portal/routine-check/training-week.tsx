import { runKindLabels, shortWeekdayLabels, weekdayLabels } from '@groundwork/engine/labels';
import { countOf } from '@groundwork/ui/count-words';
import { DayBand } from '@groundwork/ui/training/day-band';
import { DayIcon } from '@groundwork/ui/training/day-icon';
import { dayClass, findDayType } from '@groundwork/ui/training/day-type';
import type { ReportDay } from './read-report.ts';

/** Runs and strength of one week: a session on a closed day is orange and named. */
export function TrainingWeek({
  label,
  days,
  isBetter = false,
}: {
  readonly label: string;
  readonly days: readonly ReportDay[];
  readonly isBetter?: boolean;
}) {
  const sessions = days.reduce((sum, day) => sum + day.sessions, 0);
  const barred = days.reduce((sum, day) => sum + (day.isBarred ? day.sessions : 0), 0);
  return (
    <div>
      <p className="mb-2 text-md">
        <b className={isBetter ? 'text-green' : ''}>{label}</b>{' '}
        <span className="ml-1 text-ink-3">
          {countOf(sessions, 'session')}, {barred === 0 ? 'none on a closed day' : `${barred} on a closed day`}
        </span>
      </p>
      <ol
        aria-label={`${label}: runs and strength`}
        className="grid grid-cols-7 border-t-2 border-b border-t-ink border-b-rule [&>*+*]:border-l [&>*+*]:border-rule"
      >
        {days.map(({ day, run, sessions: count, isBarred }) => {
          const type = findDayType(run);
          const words = run === 'rest' ? 'no run' : runKindLabels[run].toLowerCase();
          return (
            <li
              key={day}
              className="grid min-h-[104px] content-start justify-items-center gap-1.5 px-[3px] pt-1.5 pb-2 text-xs"
            >
              <span className="sr-only">
                {`${weekdayLabels[day]}: ${words}${count > 0 ? `; strength${isBarred ? ', on a closed day' : ''}` : ''}`}
              </span>
              <span aria-hidden="true" className="text-ink-2">
                {shortWeekdayLabels[day]}
              </span>
              <DayBand type={type} className="w-full" />
              <DayIcon type={type} className={`size-4 text-day ${dayClass[type]}`} />
              {count > 0 ? (
                <span
                  aria-hidden="true"
                  className={`grid justify-items-center gap-1 ${isBarred ? 'text-signal-ink' : isBetter ? 'text-green' : 'text-ink'}`}
                >
                  <DayIcon type="strength" />
                  {isBarred ? <b className="rounded-xs bg-signal-tint px-1 leading-4">4</b> : null}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
