import { LinkButton } from '@groundwork/ui/primitives/link-button';
import type { Metadata } from 'next';
import { NarrowPage } from '../frame/narrow-page.tsx';
import { SiteFrame } from '../frame/site-frame.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <SiteFrame>
      <NarrowPage
        title="There is nothing here"
        lede="The address may be mistyped, or what stood here belongs to somebody else or has been replaced."
      >
        <div className="flex flex-wrap gap-2">
          <LinkButton href="/today" variant="primary" size="tap">
            Open today
          </LinkButton>
          <LinkButton href="/" size="tap">
            To the start
          </LinkButton>
        </div>
      </NarrowPage>
    </SiteFrame>
  );
}
