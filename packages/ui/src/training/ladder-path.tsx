import { type ReactNode, useId } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { Tick } from '../primitives/tick.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { ExerciseFigure } from './exercise-figure.tsx';

export interface LadderGate {
  /** "Top of range, 40 s, in two sessions". */
  readonly label: string;
  /** "1 of 2". */
  readonly value: string;
  readonly met: boolean;
}

export interface LadderRung {
  /** From 1, the easiest. */
  readonly number: number;
  readonly name: string;
  readonly state: 'done' | 'on' | 'next';
  /** What there is to say, with a `Why` where it waits. */
  readonly text?: ReactNode;
  /** On the open rung: its figure. */
  readonly exerciseId?: string;
  readonly gates?: readonly LadderGate[];
  /** Who decides: "When all three are met, Maren is asked to move you up." */
  readonly decision?: string;
}

const stateWords = { done: 'done', on: 'you are here', next: 'next' } as const;

const rails = {
  done: 'before:bg-ink after:bg-ink',
  on: 'before:bg-ink after:bg-ink',
  next: 'before:border-l-3 before:border-dotted before:border-rule-2 after:border-l-3 after:border-dotted after:border-rule-2',
} as const;

const rungs = {
  done: 'left-1.5 top-[25px] h-[9px] w-12 bg-green',
  on: '-left-0.5 top-[25px] h-[9px] w-16 bg-signal',
  next: 'left-1.5 top-7 w-12 border-t-3 border-dotted border-rule-2',
} as const;

/**
 * A ladder drawn as one: it climbs upward, the next rung on top. Pass the rungs from the easiest. Its label is a heading
 * that is only read out.
 */
export function LadderPath({ label, rungs: steps }: { readonly label: string; readonly rungs: readonly LadderRung[] }) {
  const id = useId();
  return (
    <>
      <h2 id={id} className="sr-only">
        {label}
      </h2>
      <ol reversed aria-labelledby={id}>
        {[...steps].reverse().map((step, place) => (
          <li key={step.number} className="grid min-h-24 grid-cols-[76px_minmax(0,1fr)]">
            <div
              className={joinClasses(
                "relative before:absolute before:inset-y-0 before:left-1.5 before:w-[3px] before:content-[''] after:absolute after:inset-y-0 after:left-[51px] after:w-[3px] after:content-['']",
                rails[step.state],
              )}
            >
              <i aria-hidden="true" className={joinClasses('absolute z-1', rungs[step.state])} />
              <b
                className={joinClasses(
                  'absolute top-[36px] left-[9px] w-[42px] text-center text-md tabular-nums',
                  step.state === 'next' && 'text-ink-3',
                )}
              >
                <VisuallyHidden>Rung </VisuallyHidden>
                {step.number}
                <VisuallyHidden>, {stateWords[step.state]}</VisuallyHidden>
              </b>
            </div>
            <div
              className={joinClasses('min-w-0 pt-3.5 pb-[18px]', place < steps.length - 1 && 'border-b border-rule')}
            >
              <h3 className={step.state === 'on' ? 'text-xl' : 'text-lg leading-6'}>{step.name}</h3>
              {step.text ? <div className="mt-0.5 text-md text-ink-2">{step.text}</div> : null}
              {step.state === 'on' && step.exerciseId ? (
                <div className="mt-3.5 mb-2.5">
                  <ExerciseFigure exerciseId={step.exerciseId} size="full" className="max-h-60" />
                </div>
              ) : null}
              {step.gates ? <Gates gates={step.gates} /> : null}
              {step.decision ? <p className="mt-2.5 text-xs tracking-caption text-ink-3">{step.decision}</p> : null}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Gates({ gates }: { readonly gates: readonly LadderGate[] }) {
  return (
    <ul className="text-md">
      {gates.map((gate) => (
        <li key={gate.label} className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-2">
          <span className="pt-[11px]">
            {gate.met ? (
              <span className="text-green">
                <Tick />
              </span>
            ) : (
              <i
                aria-hidden="true"
                className="mt-[3px] ml-[3px] block size-[10px] rounded-[50%] border-2 border-ink-3"
              />
            )}
            <VisuallyHidden>{gate.met ? 'Met: ' : 'Not yet: '}</VisuallyHidden>
          </span>
          <span className="flex items-baseline justify-between gap-3 border-b border-rule py-[9px]">
            {gate.label}
            <b className="shrink-0 tabular-nums">{gate.value}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}
