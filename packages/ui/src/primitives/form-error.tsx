import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

/** What went wrong with a whole form, above its button. Announced when it appears. Say what happened and what to do. */
export function FormError({ children, className }: { readonly children?: ReactNode; readonly className?: string }) {
  return (
    <div role="alert" className={className}>
      {children ? (
        <p
          className={joinClasses(
            'border-l-3 border-stop bg-stop-tint py-2.5 pr-4 pl-3.5 text-md text-ink dense:text-sm',
          )}
        >
          {children}
        </p>
      ) : null}
    </div>
  );
}
