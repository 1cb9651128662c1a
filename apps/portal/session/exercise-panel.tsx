'use client';

import type { DosePartKind } from '@groundwork/engine/format-prescription';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { Stepper } from '@groundwork/ui/primitives/stepper';
import { PrescriptionLine } from '@groundwork/ui/training/prescription-line';
import { SetList } from '@groundwork/ui/training/set-list';
import { SetRow } from '@groundwork/ui/training/set-row';
import { ArrowLeft, ArrowRight, Timer } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { LoggedSet } from '../training-log/merge-set-logs.ts';
import type { SessionLine } from './session-line.ts';
import { describeLastTime } from './session-words.ts';
import { countSets, draftSet, isShort, type SetDraft } from './set-draft.ts';
import { SignalSwitches } from './signal-switches.tsx';

const mostSets = 12;
const linkButton = 'h-12 text-md text-green underline underline-offset-3';

interface ExercisePanelProps {
  readonly line: SessionLine;
  /** From 1. */
  readonly position: number;
  readonly of: number;
  /** Done by turns with it: a set each, then the rest. */
  readonly partner: SessionLine | undefined;
  /** Parts of the dose that are not its own. */
  readonly without: readonly DosePartKind[];
  readonly unit: LoadUnit;
  readonly figure: ReactNode;
  readonly logged: ReadonlyMap<number, LoggedSet> | undefined;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  /** What a hold that was stopped early came to: the open set starts from it. */
  readonly held:
    | { readonly setNumber: number; readonly amount: number; readonly amountOtherSide: number | null }
    | undefined;
  readonly isHolding: boolean;
  readonly onConfirm: (setNumber: number, draft: SetDraft) => void;
  readonly onStartHold: (setNumber: number, seconds: number) => void;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly onFinish: () => void;
}

/** One exercise: its dose, how it looks, and its sets with the one to do now open. */
export function ExercisePanel(props: ExercisePanelProps) {
  const { line, logged, unit, held } = props;
  const [opened, setOpened] = useState<number>();
  const [extraSets, setExtraSets] = useState(0);
  const [changes, setChanges] = useState<Partial<SetDraft>>({});
  const sets = useRef<HTMLDivElement>(null);
  const hasConfirmed = useRef(false);
  const count = Math.min(mostSets, countSets(line, logged) + extraSets);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const openNumber = opened ?? numbers.find((number) => !logged?.has(number));
  const draft: SetDraft | undefined =
    openNumber === undefined
      ? undefined
      : {
          ...draftSet(line, logged, openNumber, unit),
          ...(held?.setNumber === openNumber ? { amount: held.amount, amountOtherSide: held.amountOtherSide } : {}),
          ...changes,
        };

  // The row that had the focus is gone once it is confirmed: the keyboard goes on at the next one.
  useEffect(() => {
    if (!hasConfirmed.current) return;
    hasConfirmed.current = false;
    sets.current
      ?.querySelector<HTMLElement>('[aria-current="step"] button:last-of-type')
      ?.focus({ preventScroll: true });
  }, [openNumber]);

  const change = (part: Partial<SetDraft>) => setChanges((known) => ({ ...known, ...part }));
  const open = (number: number) => {
    setChanges({});
    setOpened(number);
  };
  const confirm = () => {
    if (openNumber === undefined || !draft) return;
    hasConfirmed.current = true;
    props.onConfirm(openNumber, draft);
    setChanges({});
    setOpened(undefined);
    setExtraSets((extra) => (openNumber > line.sets && extra > 0 ? extra - 1 : extra));
  };
  const lastTime = describeLastTime(line, unit);
  const asksRir = line.measure === 'reps' && !line.explosive && line.rir !== null;
  const isTimed = line.measure === 'seconds';
  return (
    <section aria-labelledby="exercise">
      <p className="mt-3.5 text-md text-ink-3">
        Exercise {props.position} of {props.of}
        {line.area ? `, ${line.area}` : ''}
      </p>
      <h1
        id="exercise"
        ref={props.headingRef}
        tabIndex={-1}
        className="mt-0.5 text-2xl leading-[1.9rem] focus-visible:outline-none"
      >
        {line.name}
      </h1>
      <p className="mt-1.5">
        <PrescriptionLine dose={line} without={props.without} />
      </p>
      {props.partner ? (
        <p className="mt-1.5 border-l-3 border-green pl-3 text-md text-ink-2">
          By turns with <b className="text-ink">{props.partner.name}</b>: a set of each, then rest.
        </p>
      ) : null}
      <div className="-mx-5 mt-1.5 min-h-[188px]">{props.figure}</div>
      <Cues line={line} />
      <div ref={sets}>
        <SetList
          label={`Sets of ${line.name}`}
          measure={line.measure}
          perSide={line.perSide}
          unit={line.loadStep === null ? null : unit}
          {...(lastTime ? { lastTime } : {})}
        >
          {numbers.map((number) => {
            const done = logged?.get(number);
            if (number === openNumber && draft) {
              return (
                <SetRow
                  key={`${number} on`}
                  number={number}
                  state="on"
                  measure={line.measure}
                  amount={draft.amount}
                  load={draft.load}
                  rir={draft.rir}
                  asksRir={asksRir}
                  {...(line.loadStep === null ? {} : { loadStep: line.loadStep })}
                  onAmountChange={(amount) => change({ amount })}
                  onLoadChange={(load) => change({ load })}
                  onRirChange={(rir) => change({ rir })}
                  onConfirm={confirm}
                />
              );
            }
            const shown = draftSet(line, logged, number, unit);
            return (
              <SetRow
                key={number}
                number={number}
                state={!done ? 'todo' : isShort(line, done) ? 'short' : 'done'}
                measure={line.measure}
                amount={shown.amount}
                load={shown.load}
                rir={shown.rir}
                onOpen={() => open(number)}
              />
            );
          })}
        </SetList>
      </div>
      {draft && line.perSide ? (
        <OtherSide line={line} draft={draft} onChange={(amountOtherSide) => change({ amountOtherSide })} />
      ) : null}
      {isTimed && openNumber !== undefined && !props.isHolding ? (
        <Button
          className="mt-4 w-full"
          icon={<Timer aria-hidden className="size-5" strokeWidth={1.75} />}
          onClick={() => props.onStartHold(openNumber, line.amount)}
        >
          {`Count down ${line.amount} s${line.perSide ? ', each side' : ''}`}
        </Button>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-x-5">
        {openNumber === undefined && count < mostSets ? (
          <button type="button" className={linkButton} onClick={() => setExtraSets((extra) => extra + 1)}>
            One more set
          </button>
        ) : null}
        {opened !== undefined && logged?.has(opened) ? (
          <button type="button" className={linkButton} onClick={() => setOpened(undefined)}>
            Leave it as it was
          </button>
        ) : null}
      </div>
      <nav aria-label="Exercises" className="mt-4 grid grid-cols-2 gap-2">
        {props.previous ? (
          <Button
            onClick={props.previous}
            icon={<ArrowLeft aria-hidden className="size-5" strokeWidth={1.75} />}
            className="px-3"
          >
            Previous
          </Button>
        ) : (
          <span />
        )}
        <Button
          variant={openNumber === undefined ? 'primary' : 'outline'}
          onClick={props.next ?? props.onFinish}
          iconAfter={<ArrowRight aria-hidden className="size-5" strokeWidth={1.75} />}
          className="px-3"
        >
          {props.next ? 'Next' : 'Finish'}
        </Button>
      </nav>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-5">
        <SignalSwitches />
        {props.next ? (
          <button type="button" className={linkButton} onClick={props.onFinish}>
            End the session
          </button>
        ) : null}
      </div>
    </section>
  );
}

function Cues({ line }: { readonly line: SessionLine }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  if (line.cues.length === 0 && line.faults.length === 0) return <div className="h-3" />;
  return (
    <div className="mt-2 mb-3.5 text-md">
      <p className="text-ink-2">
        {line.cues[0]}{' '}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
          className="-my-3 py-3 text-green underline underline-offset-3"
        >
          {isOpen ? 'Close' : 'Cues and faults'}
        </button>
      </p>
      <div id={id} hidden={!isOpen} className="opens mt-3 border-l-3 border-green pl-3.5">
        <ul className="grid gap-1.5 font-serif text-reason">
          {line.cues.map((cue) => (
            <li key={cue}>{cue}</li>
          ))}
        </ul>
        {line.faults.length > 0 ? (
          <dl className="mt-3 grid gap-2">
            {line.faults.map(({ fault, fix }) => (
              <div key={fault}>
                <dt className="font-semibold">{fault}</dt>
                <dd className="text-ink-2">{fix}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <p className="mt-3 text-ink-3">For {line.purpose}.</p>
      </div>
    </div>
  );
}

/** The second side's own number, for the set where it differed. */
function OtherSide({
  line,
  draft,
  onChange,
}: {
  readonly line: SessionLine;
  readonly draft: SetDraft;
  readonly onChange: (amount: number | null) => void;
}) {
  if (draft.amountOtherSide === null) {
    return (
      <button type="button" className={linkButton} onClick={() => onChange(draft.amount)}>
        One side was different
      </button>
    );
  }
  return (
    <div className="mt-3 grid grid-cols-[1fr_11rem_auto] items-center gap-3">
      <span className="text-md">Second side</span>
      <Stepper
        label={`Second side, ${line.measure}`}
        value={draft.amountOtherSide}
        min={0}
        max={line.measure === 'seconds' ? 600 : 100}
        step={line.measure === 'seconds' ? 5 : 1}
        whole
        onValueChange={onChange}
      />
      <button type="button" className={linkButton} onClick={() => onChange(null)}>
        Same
      </button>
    </div>
  );
}
