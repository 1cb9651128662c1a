import { type ReactNode, useId } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';

/** The list that holds `SessionLine`s: opened by 2 px of ink. Its label is a heading that is only read out. */
export function SessionLines({
  label,
  children,
  className,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  return (
    <div className={joinClasses('border-t-2 border-ink', className)}>
      <h2 id={id} className="sr-only">
        {label}
      </h2>
      <ol aria-labelledby={id}>{children}</ol>
    </div>
  );
}
