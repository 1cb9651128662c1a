'use client';

import type { Load } from '@groundwork/engine/load';
import { maxLoadHundredths } from '@groundwork/engine/load';
import type { LoadUnit, Measure } from '@groundwork/engine/vocabulary';
import { useRef, useState } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { formatDecimal } from '../primitives/parse-decimal.ts';
import { Stepper } from '../primitives/stepper.tsx';
import { Tick } from '../primitives/tick.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { RirChoice } from './rir-choice.tsx';
import { setColumns } from './set-columns.ts';

/** `short`: fewer than asked for; it counts as a miss. */
export type SetState = 'todo' | 'on' | 'done' | 'short';

export interface SetRowProps {
  /** From 1. */
  readonly number: number;
  readonly state: SetState;
  readonly measure: Measure;
  /** Reps or seconds: the target while to do, what was done after. Prefilled, so that the tick alone logs the target. */
  readonly amount: number;
  /** Null for an exercise without load; the list then has no load column. 0 stands for a weight that nobody knows yet. */
  readonly load: Load | null;
  /** Reps in reserve, 0 to 5; null when it was not said or has no meaning. */
  readonly rir?: number | null;
  /** Asks how many were left, in the row being done. */
  readonly asksRir?: boolean;
  /** One press of − or +, in hundredths of the unit. */
  readonly loadStep?: number;
  readonly onAmountChange?: (amount: number) => void;
  readonly onLoadChange?: (load: Load) => void;
  readonly onRirChange?: (rir: number) => void;
  /** The tick. Not called while a typed number can't stand: the row then shows which and why. */
  readonly onConfirm?: () => void;
  /** Opens a set that is done, short or to do; left out, the row is only shown. */
  readonly onOpen?: () => void;
}

// Bounds of a logged set; the database repeats them.
const amountBounds: Readonly<Record<Measure, { readonly max: number; readonly step: number; readonly unit: string }>> =
  {
    reps: { max: 100, step: 1, unit: 'reps' },
    seconds: { max: 600, step: 5, unit: 's' },
  };
const loadSteps: Readonly<Record<LoadUnit, number>> = { kg: 100, lb: 250 };

/** One set: to do (light, empty box), on (84 high, orange edge, steppers and tick), done, or short with an orange tick. */
export function SetRow(props: SetRowProps) {
  return props.state === 'on' ? <SetBeingDone {...props} /> : <SetAtRest {...props} />;
}

function SetBeingDone({
  number,
  measure,
  amount,
  load,
  rir = null,
  asksRir = false,
  loadStep,
  onAmountChange,
  onLoadChange,
  onRirChange,
  onConfirm,
}: SetRowProps) {
  const [problems, setProblems] = useState<{ load: string | null; amount: string | null }>({
    load: null,
    amount: null,
  });
  const loadInput = useRef<HTMLInputElement>(null);
  const amountInput = useRef<HTMLInputElement>(null);
  const { max, step, unit } = amountBounds[measure];
  const confirm = () => {
    if (problems.load) loadInput.current?.focus();
    else if (problems.amount) amountInput.current?.focus();
    else onConfirm?.();
  };
  return (
    <li
      aria-current="step"
      className="@container -mx-5 border-b border-rule bg-sheet px-5 shadow-[inset_4px_0_0_var(--color-signal)]"
    >
      <div
        className={joinClasses(
          'grid min-h-21 items-center gap-1.5',
          load
            ? // Two steppers stand side by side from 336 px; below it the load has a line of its own.
              'grid-cols-[1rem_minmax(0,1fr)_minmax(0,1fr)_48px] @max-[21rem]:grid-cols-[1rem_minmax(0,1fr)_48px] @max-[21rem]:gap-y-4 @max-[21rem]:py-4'
            : 'grid-cols-[1rem_minmax(0,1fr)_48px]',
        )}
      >
        <span className="text-md text-ink-3 tabular-nums">
          <VisuallyHidden>Set </VisuallyHidden>
          {number}
        </span>
        {load ? (
          <Stepper
            className="@max-[21rem]:col-span-2"
            label={`Set ${number}, load in ${load.unit}`}
            inputRef={loadInput}
            value={load.hundredths / 100}
            min={0}
            max={maxLoadHundredths / 100}
            step={(loadStep ?? loadSteps[load.unit]) / 100}
            unit={load.unit}
            onValueChange={(value) => onLoadChange?.({ hundredths: Math.round(value * 100), unit: load.unit })}
            onProblem={(problem) => setProblems((known) => ({ ...known, load: problem }))}
          />
        ) : null}
        <Stepper
          className={load ? '@max-[21rem]:col-start-2' : ''}
          label={`Set ${number}, ${measure}`}
          inputRef={amountInput}
          value={amount}
          min={0}
          max={max}
          step={step}
          unit={unit}
          whole
          onValueChange={(value) => onAmountChange?.(value)}
          onProblem={(problem) => setProblems((known) => ({ ...known, amount: problem }))}
        />
        <button
          type="button"
          aria-label={`Log set ${number}`}
          onClick={confirm}
          className="grid h-[52px] w-12 place-items-center rounded-md bg-green text-on-green select-none hover:bg-green-2 active:bg-green-2"
        >
          <Tick className="size-6" />
        </button>
      </div>
      {asksRir ? (
        <div className="pb-4 pl-[22px]">
          <RirChoice value={rir} onValueChange={(value) => onRirChange?.(value)} />
        </div>
      ) : null}
    </li>
  );
}

function SetAtRest({ number, state, measure, amount, load, rir = null, onOpen }: SetRowProps) {
  const waiting = state === 'todo';
  const box = waiting ? (
    <span className="block size-6 rounded-sm border-[1.5px] border-rule-2" />
  ) : (
    <span className={state === 'short' ? 'text-signal-ink' : 'text-green'}>
      <Tick draws className="size-5" />
    </span>
  );
  const said = waiting ? 'to do' : state === 'short' ? 'done, short' : 'done';
  return (
    <li
      className={joinClasses(
        'h-13 border-b border-rule tabular-nums',
        setColumns(load !== null),
        waiting ? 'font-medium text-ink-3' : 'font-semibold',
      )}
    >
      <span className="text-md font-normal text-ink-3">
        <VisuallyHidden>Set </VisuallyHidden>
        {number}
      </span>
      {load ? (
        <span className="text-center text-[1.0625rem]">
          {load.hundredths === 0 ? '–' : formatDecimal(load.hundredths / 100)}
          <VisuallyHidden> {load.unit}, </VisuallyHidden>
        </span>
      ) : null}
      <span className="text-center text-[1.0625rem]">
        {amount}
        <VisuallyHidden>
          {` ${measure}`}
          {state === 'short' ? ', short,' : ','}
        </VisuallyHidden>
        <small className="ml-1.5 text-sm font-normal text-ink-3">
          {state === 'short' ? 'counts as a miss' : state === 'done' && rir !== null ? sayRir(rir) : null}
        </small>
      </span>
      {onOpen ? (
        <button
          type="button"
          onClick={onOpen}
          aria-label={`Set ${number}, ${said}: ${waiting ? 'do it now' : 'change it'}`}
          className="grid size-12 place-items-center justify-self-center rounded-md hover:bg-sunk"
        >
          {box}
        </button>
      ) : (
        <span className="justify-self-center">
          {box}
          <VisuallyHidden>{said}</VisuallyHidden>
        </span>
      )}
    </li>
  );
}

const sayRir = (rir: number): string =>
  rir === 0 ? 'none left in you' : rir >= 5 ? '5 or more left' : `${rir} left in you`;
