import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

/** The page's two columns: the text, and the notes in the margin. On a narrow screen the margin follows the text. */
export function MarginColumns({
  children,
  margin,
  marginLabel,
  className,
}: {
  readonly children: ReactNode;
  readonly margin: ReactNode;
  /** Names the margin for screen readers: "Findings". */
  readonly marginLabel: string;
  readonly className?: string;
}) {
  return (
    <div
      className={joinClasses(
        'grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,1fr)_18.5rem]',
        className,
      )}
    >
      <div className="min-w-0">{children}</div>
      <aside aria-label={marginLabel} className="min-w-0 text-md dense:text-sm lg:[&>:first-child]:mt-1">
        {margin}
      </aside>
    </div>
  );
}
