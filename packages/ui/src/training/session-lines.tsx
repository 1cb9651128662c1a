import type { ReactNode } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';

/** The list that holds `SessionLine`s: opened by 2 px of ink. */
export function SessionLines({
  label,
  children,
  className,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <ol aria-label={label} className={joinClasses('border-t-2 border-ink', className)}>
      {children}
    </ol>
  );
}
