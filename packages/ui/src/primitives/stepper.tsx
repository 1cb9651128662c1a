'use client';

import { Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { joinClasses } from './join-classes.ts';
import { checkRange, formatDecimal, parseDecimal } from './parse-decimal.ts';

export interface StepperProps {
  /** Read aloud: "Load in kg". */
  readonly label: string;
  readonly value: number | null;
  /** Called with every number that may stand, while it is typed too. */
  readonly onValueChange: (value: number) => void;
  /** The sentence that is shown while what was typed can't stand, null when it can again. */
  readonly onProblem?: (problem: string | null) => void;
  readonly step?: number;
  readonly min: number;
  readonly max: number;
  /** For the range sentence: "Between 0 and 300 kg." */
  readonly unit?: string;
  readonly whole?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** A number between two buttons, for a thumb: 48 px targets, no repeat on a long press, typing allowed, bounds that speak. */
export function Stepper({
  label,
  value,
  onValueChange,
  onProblem,
  step = 1,
  min,
  max,
  unit,
  whole = false,
  inputRef,
  className,
}: StepperProps) {
  const id = useId();
  // What is being typed; null while the number shown is the value itself.
  const [typed, setTyped] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  const say = (problem: string | null) => {
    setMessage(problem);
    onProblem?.(problem);
  };
  const takeText = (text: string) => {
    setTyped(text);
    const number = parseDecimal(text);
    const problem =
      checkRange(number, { min, max, unit }) ?? (whole && !Number.isInteger(number) ? 'A whole number.' : null);
    say(problem);
    if (problem === null && number !== null) onValueChange(round(number));
  };
  const move = (by: number) => {
    const base = typed === null ? value : (parseDecimal(typed) ?? value);
    const next = round(base === null ? Math.max(min, by, 0) : base + by);
    setTyped(null);
    onProblem?.(null);
    // A press at the bound changes nothing and says so, without holding up the set.
    setMessage(next < min || next > max ? checkRange(next, { min, max, unit }) : null);
    onValueChange(Math.min(max, Math.max(min, next)));
  };
  const moveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? step : -step);
  };
  const text = typed ?? (value === null ? '' : formatDecimal(value));
  const invalid = typed !== null && message !== null;
  return (
    <div className={joinClasses('relative min-w-0', className)}>
      <div
        className={joinClasses(
          'grid h-[52px] grid-cols-[45px_minmax(0,1fr)_45px] items-stretch rounded-md border bg-paper',
          invalid ? 'border-stop ring-1 ring-stop ring-inset' : 'border-rule-2',
        )}
      >
        <StepButton label={`Less: ${label}`} atBound={value !== null && value <= min} onPress={() => move(-step)}>
          <Minus aria-hidden className="size-5" strokeWidth={1.75} />
        </StepButton>
        <input
          ref={inputRef}
          type="text"
          role="spinbutton"
          inputMode={whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          enterKeyHint="done"
          aria-label={label}
          aria-valuenow={value ?? undefined}
          aria-valuetext={value === null ? 'none' : unit ? `${formatDecimal(value)} ${unit}` : formatDecimal(value)}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-invalid={invalid || undefined}
          aria-describedby={message ? `${id}-message` : undefined}
          placeholder="–"
          value={text}
          onFocus={(event) => event.target.select()}
          onChange={(event) => takeText(event.target.value)}
          onBlur={() => {
            if (!invalid) setTyped(null);
          }}
          onKeyDown={moveByKey}
          className={joinClasses(
            'w-full min-w-0 rounded-xs bg-transparent text-center font-semibold focus-visible:-outline-offset-2',
            findTextSize(text),
          )}
        />
        <StepButton label={`More: ${label}`} atBound={value !== null && value >= max} onPress={() => move(step)}>
          <Plus aria-hidden className="size-5" strokeWidth={1.75} />
        </StepButton>
      </div>
      <p
        id={`${id}-message`}
        role="status"
        className="absolute top-full left-0 h-4 text-xs leading-4 whitespace-nowrap text-stop"
      >
        {message}
      </p>
    </div>
  );
}

/** Forty pixels hold two figures at 19 px and four at 15. */
function findTextSize(text: string): string {
  const figures = text.replace('.', '').length;
  return figures > 3 ? 'text-[0.9375rem]' : figures > 2 ? 'text-[1.0625rem]' : 'text-[1.1875rem]';
}

function StepButton({
  label,
  atBound,
  onPress,
  children,
}: {
  readonly label: string;
  readonly atBound: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      onContextMenu={(event) => event.preventDefault()}
      className={joinClasses(
        // 45 px between the borders and 3 px of the gap beside them make 48.
        "relative grid touch-manipulation place-items-center rounded-sm select-none before:absolute before:inset-y-0 before:content-[''] first:before:-left-[3px] first:before:right-0 last:before:left-0 last:before:-right-[3px] focus-visible:-outline-offset-2 active:bg-sunk",
        atBound ? 'text-rule-2' : 'text-ink-2 hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}
