'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { TextAreaField } from '@groundwork/ui/primitives/text-area-field';
import { type RefObject, useState } from 'react';

const efforts = Array.from({ length: 11 }, (_, effort) => effort);
/** CR-10: the words belong to the scale. */
const effortWords: Readonly<Record<number, string>> = {
  0: 'rest',
  1: 'very easy',
  2: 'easy',
  3: 'moderate',
  4: 'somewhat hard',
  5: 'hard',
  7: 'very hard',
  10: 'as hard as it gets',
};

/** How hard it was, and anything the coach should know. Both may be left out. */
export function FinishPanel({
  headingRef,
  done,
  total,
  onBack,
  onFinish,
}: {
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly done: number;
  readonly total: number;
  readonly onBack: () => void;
  readonly onFinish: (effort: number | null, note: string) => void;
}) {
  const [effort, setEffort] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const left = total - done;
  return (
    <section aria-labelledby="finish">
      <h1 id="finish" ref={headingRef} tabIndex={-1} className="mt-6 text-3xl focus-visible:outline-none">
        {left === 0 ? 'All sets done' : done === 0 ? 'Nothing logged yet' : 'End here?'}
      </h1>
      <p className="mt-1 text-ink-2">
        {left === 0
          ? 'Two questions, both optional, then it goes to your coach.'
          : `${done} of ${total} sets are logged. The other ${left} count as not done.`}
      </p>
      <fieldset className="mt-7">
        <legend className="font-semibold">How hard was it, all in all?</legend>
        <p className="text-sm text-ink-3">0 is rest, 10 is as hard as it gets.</p>
        <div className="mt-3 grid grid-cols-6 border-t border-l border-rule-2">
          {efforts.map((value) => (
            <label
              key={value}
              className="grid h-13 cursor-pointer place-items-center border-r border-b border-rule-2 bg-sheet font-medium text-ink-2 tabular-nums hover:text-ink has-checked:bg-green-tint has-checked:font-bold has-checked:text-green has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="effort"
                value={value}
                checked={effort === value}
                onChange={() => setEffort(value)}
                aria-label={effortWords[value] ? `${value}, ${effortWords[value]}` : `${value}`}
                className="sr-only"
              />
              {value}
            </label>
          ))}
        </div>
        <p aria-live="polite" className="mt-1.5 min-h-[1.125rem] text-sm text-ink-3">
          {effort === null ? '' : describeEffort(effort)}
        </p>
      </fieldset>
      <TextAreaField
        className="mt-5"
        label="A note to your coach"
        optional
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="mt-7 grid gap-2">
        <Button
          variant="primary"
          size="lift"
          offReason={done === 0 ? 'Log a set first' : null}
          onClick={() => onFinish(effort, note.trim())}
        >
          Finish
        </Button>
        <Button onClick={onBack}>Back to the exercises</Button>
      </div>
    </section>
  );
}

function describeEffort(effort: number): string {
  const words = effortWords[effort] ?? effortWords[effort - 1] ?? '';
  return words.charAt(0).toUpperCase() + words.slice(1);
}
