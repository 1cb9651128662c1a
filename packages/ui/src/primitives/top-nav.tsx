import type { ReactNode } from 'react';
import { Anchor, type AnchorComponent } from './anchor.tsx';
import { joinClasses } from './join-classes.ts';
import { Logo } from './logo.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface TopNavItem {
  readonly href: string;
  readonly label: string;
  readonly count?: number;
  /** The count needs someone: it is set in signal ink. */
  readonly urgent?: boolean;
  readonly current?: boolean;
}

/** The running head of the dashboard: mark, pages with counts, and what stands at the end (search, theme, name). */
export function TopNav({
  items,
  home = '/',
  as: Link = Anchor,
  end,
}: {
  readonly items: readonly TopNavItem[];
  readonly home?: string;
  readonly as?: AnchorComponent;
  readonly end?: ReactNode;
}) {
  return (
    <header className="grid grid-cols-[1fr_auto] items-stretch gap-x-8 border-b-2 border-ink px-5 md:h-12 md:grid-cols-[auto_1fr_auto] lg:px-10">
      <Link href={home} className="col-start-1 row-start-1 flex h-12 items-center no-underline md:h-auto">
        <Logo />
      </Link>
      <nav
        aria-label="Main"
        className="col-span-2 row-start-2 -mx-5 flex gap-6 overflow-x-auto px-5 [scrollbar-width:none] md:col-span-1 md:col-start-2 md:row-start-1 md:mx-0 md:px-0"
      >
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
            className="flex h-11 shrink-0 items-center gap-1.5 border-b-4 border-transparent pt-1 text-sm font-medium text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-green aria-[current]:font-semibold aria-[current]:text-ink md:h-12"
          >
            {item.label}
            {item.count === undefined ? null : (
              <span
                className={joinClasses(
                  'text-xs tabular-nums',
                  item.urgent ? 'font-bold text-signal-ink' : 'font-medium text-ink-3',
                )}
              >
                {item.count}
                {item.urgent ? <VisuallyHidden> need you</VisuallyHidden> : null}
              </span>
            )}
          </Link>
        ))}
      </nav>
      {end ? <div className="row-start-1 flex items-center gap-4 text-sm text-ink-2">{end}</div> : <span />}
    </header>
  );
}
