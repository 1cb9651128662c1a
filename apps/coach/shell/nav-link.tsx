'use client';

import { PendingLine } from '@groundwork/ui/primitives/pending-line';
import Link, { useLinkStatus } from 'next/link';
import type { ComponentProps } from 'react';

/** The router's link, which shows that the page it leads to is on its way: pages are sent whole, so until then nothing else would. */
export function NavLink({ children, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link {...rest}>
      {children}
      <LinkPending />
    </Link>
  );
}

function LinkPending() {
  return useLinkStatus().pending ? <PendingLine /> : null;
}
