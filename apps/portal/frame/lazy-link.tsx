'use client';

import type { AnchorProps } from '@groundwork/ui/primitives/anchor';
import Link, { useLinkStatus } from 'next/link';

/**
 * The router's link for pages that read the database: fetched when asked for, not when the link comes into sight. There is no loading page
 * to stream in its place, so that a sign-in or a missing page is answered with its own status, which the service worker goes by.
 */
export function LazyLink({ children, ...rest }: AnchorProps) {
  return (
    <Link {...rest} prefetch={false}>
      {children}
      <PendingLine />
    </Link>
  );
}

/** A line along the top of the screen while the next page is on its way: nothing else moves. */
function PendingLine() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span role="status" className="fixed inset-x-0 top-0 z-40 h-[3px] bg-green">
      <span className="sr-only">Loading</span>
    </span>
  ) : null;
}
