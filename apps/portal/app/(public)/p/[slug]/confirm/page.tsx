import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '../../../../../account/action-form.tsx';
import { firstName } from '../../../../../frame/first-name.ts';
import { NarrowPage } from '../../../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../../../frame/site-frame.tsx';
import { openApi } from '../../../../../server/open-api.ts';
import { confirmEntry } from '../../../../../waitlist/line-actions.ts';
import { LinkFields } from '../../../../../waitlist/link-fields.tsx';
import { NoPlace } from '../../../../../waitlist/no-place.tsx';
import { findByLink, readToken } from '../../../../../waitlist/read-token.ts';

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } };

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Opening the link changes nothing: mail scanners open it too. The button confirms. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const token = await readToken(searchParams);
  const api = await openApi();
  const entry = await findByLink(() => api.waitlist.place({ slug, token }));
  if (!entry) return <NoPlace slug={slug} />;
  if (entry.status !== 'unconfirmed') redirect(`/p/${slug}/place?token=${token}`);
  return (
    <SiteFrame waitlistHref={`/p/${slug}`}>
      <NarrowPage
        kicker={`Waitlist of ${entry.practice.name}`}
        title={`One more tap, ${firstName(entry.name)}`}
        lede="Your place in line counts from the moment you confirm this address."
      >
        <ActionForm action={confirmEntry} label="Confirm and take my place" busyLabel="Confirming">
          <LinkFields slug={slug} token={token} />
        </ActionForm>
        <p className="mt-4 text-sm text-ink-3">
          Not you? Then do nothing: an address that is not confirmed never gets a spot.
        </p>
      </NarrowPage>
    </SiteFrame>
  );
}
