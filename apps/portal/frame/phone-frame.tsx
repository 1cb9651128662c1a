import { Logo } from '@groundwork/ui/primitives/logo';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { FocusRefresh } from '../pwa/focus-refresh.tsx';
import { KeepPages } from '../pwa/keep-pages.tsx';
import { ServiceWorkerLine } from '../pwa/service-worker-line.tsx';
import { TrainingLogProvider } from '../training-log/training-log-provider.tsx';
import { MainTabs, WideTabs } from './main-tabs.tsx';
import { RouterLinks } from './router-links.tsx';
import { SyncLine } from './sync-line.tsx';

/** The frame of the client's four places: name, sync line, tabs under the thumb (in the head on a wide screen). */
export function PhoneFrame({
  clientId,
  pages = [],
  children,
}: {
  readonly clientId: string;
  /** Pages to have on the phone before they are needed. */
  readonly pages?: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <TrainingLogProvider clientId={clientId}>
      <div className="mx-auto max-w-[30rem] px-5 pb-28 lg:max-w-[62rem] lg:px-10 lg:pb-16">
        <header className="flex h-14 items-center gap-8 lg:h-18">
          <Link href="/today" prefetch={false} aria-label="Groundwork, today" className="py-3 no-underline">
            <Logo />
          </Link>
          <WideTabs />
          <span className="ml-auto">
            <SyncLine pages={pages} />
          </span>
        </header>
        <main id="content">
          <RouterLinks>{children}</RouterLinks>
        </main>
        <ServiceWorkerLine />
      </div>
      <MainTabs />
      <KeepPages pages={pages} />
      <FocusRefresh />
    </TrainingLogProvider>
  );
}
