'use client';

import type { ClientView } from '@groundwork/api/views/client';
import { LinkTabs } from '@groundwork/ui/primitives/link-tabs';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { usePathname } from 'next/navigation';
import { ClientActs } from './client-acts.tsx';
import { describeClient } from './describe-client.ts';

/** Who it is, where things stand in a sentence, and the four parts of the page. */
export function ClientHead({ client, canEdit }: { readonly client: ClientView; readonly canEdit: boolean }) {
  const path = usePathname();
  const base = `/clients/${client.clientId}`;
  const tabs = [
    { href: base, label: 'Program' },
    { href: `${base}/running`, label: 'Running week' },
    { href: `${base}/profile`, label: 'Profile' },
    { href: `${base}/logs`, label: 'Logs' },
  ].map((tab) => ({ ...tab, current: path === tab.href }));
  return (
    <>
      <PageHead
        title={client.profile.name}
        deck={describeClient(client)}
        actions={<ClientActs client={client} canEdit={canEdit} />}
      />
      <LinkTabs label={client.profile.name} tabs={tabs} className="mt-5" />
    </>
  );
}
