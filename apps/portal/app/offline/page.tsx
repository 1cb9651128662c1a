import { LinkButton } from '@groundwork/ui/primitives/link-button';
import type { Metadata } from 'next';
import { NarrowPage } from '../../frame/narrow-page.tsx';

export const metadata: Metadata = { title: 'No signal', robots: { index: false } };
// Kept on the phone by the service worker: it must not depend on who looks.
export const dynamic = 'force-static';

export default function OfflinePage() {
  return (
    <main id="content" className="mx-auto max-w-[34rem] px-5">
      <NarrowPage
        title="No signal, and this page is not on the phone"
        lede="Today and its session are kept here once they were opened with a signal. What you logged is safe."
      >
        <LinkButton href="/today" variant="primary" size="tap">
          Open today
        </LinkButton>
      </NarrowPage>
    </main>
  );
}
