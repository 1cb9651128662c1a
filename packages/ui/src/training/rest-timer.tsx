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
  /** Two short tones at the end. Browsers allow sound only after a touch on the page, which logging a set is. */
  readonly sound?: boolean;
  /** The moment to draw before the browser's clock is read: for server rendering and tests. */
  readonly initialNow?: number;
}

const extension = 30;

/** The docked sheet between sets: clock, ruler, +30 s, Skip. Everything is computed from the end time. */
export function RestTimer({
  endsAt,
  totalSeconds,
  next,
  onExtend,
  onSkip,
  onOver,
  sound = false,
  initialNow,
}: RestTimerProps) {
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
    if (sound) playEnd();
    onOver?.();
  }, [ended, endsAt, sound, onOver]);

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

function playEnd() {
  try {
    const audio = new AudioContext();
    for (const [from, pitch] of [
      [0, 660],
      [0.22, 880],
    ] as const) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.15, audio.currentTime + from);
      volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + from + 0.2);
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + from);
      tone.stop(audio.currentTime + from + 0.2);
    }
    setTimeout(() => void audio.close(), 1000);
  } catch {
    // No sound device, or none allowed: the clock says it too.
  }
}
