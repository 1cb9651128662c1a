'use client';

import type { AnchorProps } from '@groundwork/ui/primitives/anchor';
import { PendingLine } from '@groundwork/ui/primitives/pending-line';
import { useRouter } from 'next/navigation';
import { type MouseEvent, useTransition } from 'react';

/**
 * A link in a long list: its page is fetched when somebody follows it, not for every row that comes into view. A plain one that the router
 * follows: the router's own brings four components, which for hundreds of rows is a good part of the page.
 */
export function RowLink({ href, onClick, children, ...rest }: AnchorProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    // In a tab or a window of its own: the browser's business.
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (isElsewhere || event.defaultPrevented) return;
    event.preventDefault();
    startTransition(() => router.push(href));
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
      {isPending ? <PendingLine /> : null}
    </a>
  );
}
