import { LinkButton } from '@groundwork/ui/primitives/link-button';
import type { ReactNode } from 'react';
import { NarrowPage } from '../frame/narrow-page.tsx';
import { SiteFrame } from '../frame/site-frame.tsx';

/** A mailed link that does not open anything: what it means, and the way on. Nothing was changed by following it. */
export function LinkProblem({
  title,
  children,
  action,
  waitlistHref,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: { readonly href: string; readonly label: string };
  readonly waitlistHref?: string;
}) {
  return (
    <SiteFrame {...(waitlistHref ? { waitlistHref } : {})}>
      <NarrowPage title={title} lede={children}>
        {action ? (
          <LinkButton href={action.href} variant="primary" size="tap">
            {action.label}
          </LinkButton>
        ) : null}
      </NarrowPage>
    </SiteFrame>
  );
}
