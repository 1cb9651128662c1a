import type { ReactNode } from 'react';

/** A part of a page that scrolls by itself. It takes the focus, so that the keyboard can scroll it too (WCAG 2.1.1). */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  readonly label: string;
  /** Says which way it scrolls, and how large it may get. */
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the rule does not know of regions that scroll
    <section aria-label={label} tabIndex={0} className={className}>
      {children}
    </section>
  );
}
