import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

export interface PageHeadProps {
  readonly title: ReactNode;
  /** A small line above: a date, a client and her race. */
  readonly kicker?: ReactNode;
  /** The sentence that says what matters: "Five clients need you." */
  readonly deck?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** Each page opens with what matters in words. The one `h1`. */
export function PageHead({ title, kicker, deck, actions, className }: PageHeadProps) {
  return (
    <header className={className}>
      {kicker ? <p className="text-md text-ink-3 dense:text-xs">{kicker}</p> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1 className="mt-0.5 min-w-0">{title}</h1>
        {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
      {deck ? (
        <p className={joinClasses('mt-1 max-w-deck text-ink-2 dense:mt-1.5 dense:font-serif dense:text-lg')}>{deck}</p>
      ) : null}
    </header>
  );
}
