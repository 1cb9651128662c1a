'use client';

import { useId } from 'react';

export interface RirChoiceProps {
  /** Reps in reserve, 0 to 5; null while nothing is chosen. */
  readonly value: number | null;
  readonly onValueChange: (value: number) => void;
  readonly label?: string;
}

const choices = [0, 1, 2, 3, 4, 5] as const;

/** How many more were left: one tap, 48 px, under the thumb. A half step chosen elsewhere shows none of these as chosen. */
export function RirChoice({ value, onValueChange, label = 'Left in you' }: RirChoiceProps) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 items-center gap-3">
      <legend className="float-left w-[4.5rem] shrink-0 text-sm leading-4 text-ink-2">{label}</legend>
      <div className="grid flex-1 grid-cols-6 rounded-md border border-rule-2 bg-paper">
        {choices.map((choice) => (
          <label
            key={choice}
            className="grid h-12 cursor-pointer place-items-center font-medium text-ink-2 tabular-nums not-first:border-l not-first:border-rule hover:text-ink has-checked:bg-green-tint has-checked:font-bold has-checked:text-green has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={choice}
              checked={value === choice}
              onChange={() => onValueChange(choice)}
              className="sr-only"
            />
            {choice === 5 ? '5+' : choice}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
