import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

export interface PageHeadProps {
  readonly title: ReactNode;
  /** A small line above: a date, a client and her race. */
  readonly kicker?: ReactNode;
  /** The sentence that says what matters: "Five clients need you." */
  readonly deck?: ReactNode;
  readonly actions?: ReactNode;
  /** 34 px, or 26 where a working surface follows at once, as in the builder. */
  readonly size?: 'page' | 'part';
  readonly className?: string;
}

/** Each page opens with what matters in words. The one `h1`. */
export function PageHead({ title, kicker, deck, actions, size = 'page', className }: PageHeadProps) {
  return (
    <header className={className}>
      {kicker ? <p className="text-md text-ink-3 dense:text-xs">{kicker}</p> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <h1 className={joinClasses('mt-0.5 min-w-0', size === 'part' && 'text-2xl')}>{title}</h1>
        {actions ? <div className="flex flex-wrap items-center gap-3">{actions}</div> : null}
      </div>
      {deck ? (
        <p className={joinClasses('mt-1 max-w-deck text-ink-2 dense:mt-1.5 dense:font-serif dense:text-lg')}>{deck}</p>
      ) : null}
    </header>
  );
}
