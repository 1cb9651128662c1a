'use client';

import type { AnchorProps } from '@groundwork/ui/primitives/anchor';
import { PendingLine } from '@groundwork/ui/primitives/pending-line';
import Link, { useLinkStatus } from 'next/link';

/**
 * The router's link for pages that read the database: fetched when asked for, not when the link comes into sight. There is no loading page
 * to stream in its place, so that a sign-in or a missing page is answered with its own status, which the service worker goes by.
 */
export function LazyLink({ children, ...rest }: AnchorProps) {
  return (
    <Link {...rest} prefetch={false}>
      {children}
      <LinkPending />
    </Link>
  );
}

function LinkPending() {
  return useLinkStatus().pending ? <PendingLine /> : null;
}
