'use client';

import { weekdayLabels } from '@groundwork/engine/labels';
import { weekdays } from '@groundwork/engine/vocabulary';
import { DayIcon } from '@groundwork/ui/training/day-icon';
import { dayClass } from '@groundwork/ui/training/day-type';
import type { FieldsProps } from './step-fields.tsx';
import { type PickedKind, pickedKinds } from './step-values.ts';

const words: Readonly<Record<PickedKind, string>> = { rest: 'No run', easy: 'Easy', speed: 'Fast', long: 'Long' };

/** A usual week: a tap a day says what kind of run it is. Distances are welcome and not needed. */
export function WeekPicker({ values, problems }: FieldsProps) {
  return (
    <div className="border-t-2 border-ink">
      {weekdays.map((day) => {
        const problem = problems[`${day}.kind`] ?? problems[`${day}.km`];
        return (
          <fieldset
            key={day}
            className="border-b border-rule py-3"
            aria-describedby={problem ? `${day}-problem` : undefined}
          >
            <legend className="float-left w-full pb-1.5 font-semibold">{weekdayLabels[day]}</legend>
            <div className="clear-left grid grid-cols-[minmax(0,1fr)_5.25rem] gap-2">
              <div className="grid grid-cols-4 rounded-md border border-rule-2 bg-sheet">
                {pickedKinds.map((kind) => (
                  <label
                    key={kind}
                    className={`grid h-14 cursor-pointer place-items-center content-center gap-0.5 text-xs text-ink-2 not-first:border-l not-first:border-rule hover:text-ink has-checked:bg-day-tint has-checked:font-bold has-checked:text-day has-checked:shadow-[inset_0_-3px_0_var(--day)] has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus ${dayClass[kind]}`}
                  >
                    <input
                      type="radio"
                      name={`${day}.kind`}
                      value={kind}
                      required
                      defaultChecked={values[`${day}.kind`]?.[0] === kind}
                      className="sr-only"
                    />
                    <DayIcon type={kind} className="size-5" />
                    {words[kind]}
                  </label>
                ))}
              </div>
              <label className="relative">
                <span className="sr-only">{weekdayLabels[day]}, kilometres</span>
                <input
                  name={`${day}.km`}
                  inputMode="decimal"
                  autoComplete="off"
                  maxLength={6}
                  defaultValue={values[`${day}.km`]?.[0] ?? ''}
                  aria-invalid={problems[`${day}.km`] ? true : undefined}
                  className="h-14 w-full rounded-sm border border-rule-2 bg-sheet pr-8 pl-3 text-base tabular-nums aria-[invalid]:border-stop"
                />
                <span
                  aria-hidden
                  className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center text-sm text-ink-3"
                >
                  km
                </span>
              </label>
            </div>
            {problem ? (
              <p id={`${day}-problem`} className="mt-1 text-sm text-stop">
                {problem}
              </p>
            ) : null}
          </fieldset>
        );
      })}
      <p className="mt-2.5 text-sm text-ink-3">Fast means intervals, tempo, hills, or a race at pace.</p>
    </div>
  );
}
