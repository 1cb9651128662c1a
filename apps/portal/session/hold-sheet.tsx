'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { formatClock } from '@groundwork/ui/training/rest-clock';
import { RestRuler } from '@groundwork/ui/training/rest-ruler';
import type { HoldClock, HoldPhase } from './hold-clock.ts';

/** The docked sheet of a hold that is running: get ready, hold, turn over, hold. */
export function HoldSheet({
  hold,
  phase,
  onStop,
}: {
  readonly hold: HoldClock;
  readonly phase: HoldPhase;
  readonly onStop: () => void;
}) {
  if (phase.phase === 'done') return null;
  const words = describePhase(phase);
  const share = phase.phase === 'hold' ? (hold.seconds - phase.left) / hold.seconds : 0;
  return (
    <section
      aria-label="Hold timer"
      className="fixed inset-x-0 bottom-0 z-30 mx-auto max-w-[30rem] rounded-t-sheet bg-sheet px-5 pt-3.5 pb-[max(1.375rem,env(safe-area-inset-bottom))] shadow-sheet"
    >
      <div className="flex items-end justify-between gap-2">
        <div className="min-w-0">
          <p className={phase.phase === 'hold' ? 'text-md font-semibold text-green' : 'text-md text-ink-3'}>{words}</p>
          <p
            role="timer"
            aria-label={`${phase.left} seconds left`}
            className="font-serif text-5xl leading-[3.5rem] font-medium tracking-[-0.02em] tabular-nums"
          >
            {formatClock(phase.left)}
          </p>
        </div>
        <Button size="tap" className="mb-1 px-5 text-md" onClick={onStop}>
          {phase.phase === 'ready' ? 'Cancel' : 'Stop here'}
        </Button>
      </div>
      <RestRuler
        totalSeconds={hold.seconds}
        shareDone={share}
        label={`${phase.left} of ${hold.seconds} seconds left`}
      />
      <p aria-live="assertive" className="sr-only">
        {phase.phase === 'hold' && phase.left === 10 ? '10 seconds left' : words}
      </p>
    </section>
  );
}

function describePhase(phase: Exclude<HoldPhase, { phase: 'done' }>): string {
  switch (phase.phase) {
    case 'ready':
      return 'Get ready';
    case 'switch':
      return 'Turn to the other side';
    case 'hold':
      return phase.side === 1 ? 'Hold, first side' : phase.side === 2 ? 'Hold, second side' : 'Hold';
    default:
      return phase satisfies never;
  }
}
