import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

/** A reason under its answer, behind a line in the margin: green explains, `signal` needs you. */
export function MarginNote({
  children,
  caption,
  tone = 'green',
  className,
}: {
  readonly children: ReactNode;
  /** A small line below: the rules, a date, a Why. */
  readonly caption?: ReactNode;
  readonly tone?: 'green' | 'signal';
  readonly className?: string;
}) {
  return (
    <div
      className={joinClasses(
        'max-w-measure border-l-3 py-px pl-3.5',
        tone === 'signal' ? 'border-signal' : 'border-green',
        className,
      )}
    >
      <div className="font-serif text-reason">{children}</div>
      {caption ? <div className="mt-1.5 text-xs tracking-caption text-ink-3">{caption}</div> : null}
    </div>
  );
}
