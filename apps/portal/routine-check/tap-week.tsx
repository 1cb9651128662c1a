'use client';

import { shortWeekdayLabels, weekdayLabels } from '@groundwork/engine/labels';
import { type RunKind, weekdays } from '@groundwork/engine/vocabulary';
import { DayBand } from '@groundwork/ui/training/day-band';
import { DayIcon } from '@groundwork/ui/training/day-icon';
import { dayClass, dayWords, findDayType } from '@groundwork/ui/training/day-type';
import { WeekColumns } from '@groundwork/ui/training/week-columns';

/** What a tap goes through: the checks see no more of a run than this. */
const tapped: readonly RunKind[] = ['rest', 'easy', 'speed', 'long'];
const noRuns: readonly RunKind[] = weekdays.map(() => 'rest');

/** The running week by taps: no run, easy, fast, long, and round again. Read-only where the text says it already. */
export function TapWeek({
  runs,
  written,
  onChange,
}: {
  readonly runs: readonly RunKind[] | null;
  readonly written: readonly RunKind[] | null;
  readonly onChange: (runs: readonly RunKind[]) => void;
}) {
  const shown = written ?? runs ?? noRuns;
  return (
    <section aria-labelledby="running-week">
      <h2 id="running-week" className="text-md font-semibold font-sans tracking-normal">
        Your running week
      </h2>
      <WeekColumns aria-label="Your running week" className="mt-1.5">
        {weekdays.map((day, index) => {
          const kind = shown[index] ?? 'rest';
          const type = findDayType(kind);
          const words = type === 'rest' ? 'No run' : type === 'speed' ? 'Fast' : dayWords[type];
          const look = 'grid w-full justify-items-center content-start gap-1.5 px-0.5 pt-2 pb-2.5 text-xs';
          const inside = (
            <>
              <span className="sr-only">{weekdayLabels[day]}: </span>
              <span aria-hidden="true" className="font-semibold">
                {shortWeekdayLabels[day]}
              </span>
              <DayBand type={type} className="w-full" />
              <DayIcon type={type} className={`size-5 text-day ${dayClass[type]}`} />
              <span className="text-ink-2">{words}</span>
            </>
          );
          const next = tapped[(tapped.findIndex((one) => findDayType(one) === type) + 1) % tapped.length] ?? 'rest';
          return (
            <li key={day} className="min-w-0">
              {written ? (
                <div className={look}>{inside}</div>
              ) : (
                <button
                  type="button"
                  onClick={() => onChange(shown.map((one, place) => (place === index ? next : one)))}
                  className={`${look} hover:bg-sheet active:bg-sunk`}
                >
                  {inside}
                </button>
              )}
            </li>
          );
        })}
      </WeekColumns>
      <p className="mt-1.5 text-sm text-ink-3">
        {written
          ? 'Read from your text; change it there.'
          : runs
            ? 'Tap a day to change it. Fast means intervals, tempo, hills or a race.'
            : 'Tap each day: easy, fast, long. Or write it into the text: “Runs: Tue easy, Wed intervals, Sun long”.'}
      </p>
    </section>
  );
}
