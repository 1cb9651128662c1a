import type { ReactNode } from 'react';
import { Anchor, type AnchorComponent } from './anchor.tsx';

export interface TabBarItem {
  readonly href: string;
  readonly label: string;
  /** 20 px. */
  readonly icon: ReactNode;
  readonly current?: boolean;
  /** Something new there, in words: "1 answer". */
  readonly news?: string;
}

/** The phone's four places, at the bottom of the screen. Leave 96 px free under the page's content (`pb-24`). */
export function TabBar({
  items,
  as: Link = Anchor,
}: {
  readonly items: readonly [TabBarItem, TabBarItem, TabBarItem, TabBarItem];
  readonly as?: AnchorComponent;
}) {
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-ink bg-paper pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mx-auto grid h-16 max-w-[30rem] grid-cols-4">
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={item.current ? 'page' : undefined}
            className="relative grid place-items-center content-center gap-[3px] text-xs font-medium text-ink-2 no-underline focus-visible:-outline-offset-2 aria-[current]:font-bold aria-[current]:text-ink aria-[current]:shadow-[inset_0_3px_0_var(--color-green)]"
          >
            <span aria-hidden="true" className="relative [&_svg]:size-5">
              {item.icon}
              {item.news ? <span className="absolute -top-0.5 -right-1.5 size-2 bg-signal" /> : null}
            </span>
            {item.label}
            {item.news ? <span className="sr-only">, {item.news}</span> : null}
          </Link>
        ))}
      </div>
    </nav>
  );
}
