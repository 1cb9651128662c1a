import { Anchor, type AnchorComponent } from './anchor.tsx';
import { joinClasses } from './join-classes.ts';

export interface LinkTab {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

/** The parts of one subject, each its own page: Season, Week, Logs. */
export function LinkTabs({
  tabs,
  label,
  as: Link = Anchor,
  className,
}: {
  readonly tabs: readonly LinkTab[];
  readonly label: string;
  readonly as?: AnchorComponent;
  readonly className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={joinClasses('flex gap-6 overflow-x-auto border-b border-ink text-md dense:text-sm', className)}
    >
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          className="shrink-0 py-3 font-medium text-ink-2 no-underline hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:shadow-[inset_0_-3px_0_var(--color-green)] dense:pt-1 dense:pb-[7px]"
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
