import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';
import { Tick } from './tick.tsx';

const tones = {
  plain: 'text-ink-2',
  quiet: 'text-ink-3',
  done: 'text-green',
  signal: 'text-signal-ink',
  stop: 'text-stop',
} as const;

/** State in words ("6 h overdue", "on set 7 of 13"), never a dot alone. Done carries its tick. */
export function StatusWord({
  tone = 'plain',
  strong = false,
  children,
}: {
  readonly tone?: keyof typeof tones;
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={joinClasses(
        'inline-flex items-baseline gap-1.5 whitespace-nowrap',
        tones[tone],
        strong && 'font-semibold',
      )}
    >
      {tone === 'done' ? <Tick className="size-4 self-center" /> : null}
      <span>{children}</span>
    </span>
  );
}
