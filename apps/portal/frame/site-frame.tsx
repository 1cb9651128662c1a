import { Logo } from '@groundwork/ui/primitives/logo';
import type { ReactNode } from 'react';

const quietLink = 'py-3 font-medium text-ink-2 no-underline hover:text-ink hover:underline hover:underline-offset-3';

/** Head and foot of every page that needs no sign-in. Plain links: the router's would be most of such a page's own script. */
export function SiteFrame({
  waitlistHref,
  children,
}: {
  readonly waitlistHref?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-[1160px] flex-col px-5 md:px-10">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:bg-sheet focus:px-4 focus:py-3 focus:text-ink"
      >
        Skip to the page
      </a>
      <header className="print:hidden flex h-[60px] items-center gap-7 text-md md:h-[72px]">
        <a href="/" aria-label="Groundwork, start" className="py-3 no-underline">
          <Logo />
        </a>
        <nav aria-label="Site" className="ml-auto flex gap-5 md:gap-7">
          <a href="/#how" className={`${quietLink} max-md:hidden`}>
            How it works
          </a>
          <a href="/rules" className={`${quietLink} max-md:hidden`}>
            The rules
          </a>
          <a href="/check" className={`${quietLink} max-md:hidden`}>
            Check a routine
          </a>
          {waitlistHref ? (
            <a href={waitlistHref} className="py-3 font-medium no-underline hover:underline">
              Waitlist
            </a>
          ) : null}
          <a href="/sign-in" className={quietLink}>
            Sign in
          </a>
        </nav>
      </header>
      <main id="content" className="grow pb-14 md:pb-18">
        {children}
      </main>
      <footer className="print:hidden flex flex-wrap gap-x-7 border-t border-rule py-4 text-sm text-ink-3">
        <span className="py-3">Groundwork, open source, hosted by your coach.</span>
        <a href="/check" className={`${quietLink} ml-auto`}>
          Check a routine
        </a>
        <a href="/rules" className={quietLink}>
          The rules
        </a>
      </footer>
    </div>
  );
}
