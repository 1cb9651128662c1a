'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { formatClock, millisecondsToNextTick, readRest, sayDuration } from './rest-clock.ts';
import { RestRuler } from './rest-ruler.tsx';

export interface RestTimerProps {
  /** When the rest is over, in milliseconds since 1970. Keep it with the session, and the timer survives a reload. */
  readonly endsAt: number;
  /** The whole rest in seconds, +30 s included. */
  readonly totalSeconds: number;
  /** What comes then: "set 2, left side first". */
  readonly next: string;
  /** Move `endsAt` and `totalSeconds` by so many seconds. */
  readonly onExtend: (seconds: number) => void;
  readonly onSkip: () => void;
  /** Called once when the rest is over while the timer is on screen. */
  readonly onOver?: () => void;
  /** The moment to draw before the browser's clock is read: for server rendering and tests. */
  readonly initialNow?: number;
}

const extension = 30;

/** The docked sheet between sets: clock, ruler, +30 s, Skip. Everything is computed from the end time. */
export function RestTimer({ endsAt, totalSeconds, next, onExtend, onSkip, onOver, initialNow }: RestTimerProps) {
  const [now, setNow] = useState(initialNow ?? null);
  const reading = readRest(endsAt, totalSeconds, now ?? endsAt - totalSeconds * 1000);
  const { isOver } = reading;
  const overFor = useRef<number | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      clearTimeout(timer);
      const at = Date.now();
      setNow(at);
      if (at < endsAt) timer = setTimeout(tick, millisecondsToNextTick(endsAt, at));
    };
    tick();
    // A phone that slept wakes with the right time at once.
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [endsAt]);

  const ended = now !== null && isOver;
  useEffect(() => {
    if (!ended || overFor.current === endsAt) return;
    overFor.current = endsAt;
    onOver?.();
  }, [ended, endsAt, onOver]);

  return (
    <section
      aria-label="Rest timer"
      className="fixed inset-x-0 bottom-0 z-30 mx-auto max-w-[30rem] rounded-t-sheet bg-sheet px-5 pt-3.5 pb-[max(1.375rem,env(safe-area-inset-bottom))] shadow-sheet"
    >
      <p className="text-md text-ink-3">
        {isOver ? 'Rest is over: ' : 'Rest, then '}
        {next}
      </p>
      <div className="flex items-end justify-between gap-2">
        <p
          role="timer"
          aria-label={isOver ? 'Rest is over' : `${sayDuration(reading.secondsLeft)} left`}
          className="font-serif text-5xl leading-[3.5rem] font-medium tracking-[-0.02em] tabular-nums"
        >
          {now === null ? formatClock(totalSeconds) : reading.clock}
        </p>
        <div className="flex shrink-0 gap-2 pb-1">
          <Button size="tap" onClick={() => onExtend(extension)}>{`+${extension} s`}</Button>
          <Button size="tap" onClick={onSkip}>
            {isOver ? 'Close' : 'Skip'}
          </Button>
        </div>
      </div>
      <RestRuler
        totalSeconds={totalSeconds}
        shareDone={reading.shareDone}
        label={`${sayDuration(reading.secondsLeft)} of ${sayDuration(totalSeconds)} left`}
      />
      <p aria-live="polite">
        <VisuallyHidden>
          {isOver ? `Rest is over: ${next}` : reading.secondsLeft === 10 ? '10 seconds left' : ''}
        </VisuallyHidden>
      </p>
    </section>
  );
}
