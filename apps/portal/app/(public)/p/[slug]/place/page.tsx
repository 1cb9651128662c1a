import type { PlaceView } from '@groundwork/api/views/waitlist';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ActionForm } from '../../../../../account/action-form.tsx';
import { firstName } from '../../../../../frame/first-name.ts';
import { LocalTime } from '../../../../../frame/local-time.tsx';
import { NarrowPage } from '../../../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../../../frame/site-frame.tsx';
import { openApi } from '../../../../../server/open-api.ts';
import { leaveWaitlist } from '../../../../../waitlist/line-actions.ts';
import { LinkFields } from '../../../../../waitlist/link-fields.tsx';
import { NoPlace } from '../../../../../waitlist/no-place.tsx';
import { findByLink, readToken } from '../../../../../waitlist/read-token.ts';

export const metadata: Metadata = { title: 'Your place in line', robots: { index: false } };

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PlacePage({ params, searchParams }: Props) {
  const { slug } = await params;
  const token = await readToken(searchParams);
  const api = await openApi();
  const entry = await findByLink(() => api.waitlist.place({ slug, token }));
  if (!entry) return <NoPlace slug={slug} />;
  if (entry.status === 'unconfirmed') redirect(`/p/${slug}/confirm?token=${token}`);
  return (
    <SiteFrame waitlistHref={`/p/${slug}`}>
      <NarrowPage kicker={`Waitlist of ${entry.practice.name}`} title={describeTitle(entry)} lede={describeLede(entry)}>
        {entry.place !== null ? (
          <>
            <div className="flex items-baseline gap-3 border-t-2 border-ink pt-3.5">
              <p className="font-serif text-5xl font-medium tabular-nums">{entry.place}</p>
              <p className="text-ink-2">of {entry.of} in line</p>
            </div>
            <MarginNote
              className="mt-6"
              caption={
                entry.confirmedAt ? (
                  <>
                    You confirmed on <LocalTime instant={entry.confirmedAt} />.
                  </>
                ) : null
              }
            >
              {entry.rule}
            </MarginNote>
            <details className="mt-8 border-t border-rule pt-1">
              <summary className="py-3 font-semibold text-green">Leave the list</summary>
              <p className="mb-4 text-ink-2">
                Your address is taken off. You may join again later, at the end of the line.
              </p>
              <ActionForm action={leaveWaitlist} label="Leave the list" busyLabel="Leaving" variant="danger">
                <LinkFields slug={slug} token={token} />
              </ActionForm>
            </details>
          </>
        ) : entry.status === 'claimed' ? (
          <LinkButton href="/sign-in" variant="primary" size="tap">
            Sign in
          </LinkButton>
        ) : (
          <LinkButton href={`/p/${slug}`} size="tap">
            Join again
          </LinkButton>
        )}
      </NarrowPage>
    </SiteFrame>
  );
}

function describeTitle({ status, place }: PlaceView): string {
  switch (status) {
    case 'offered':
      return 'A spot is held for you';
    case 'claimed':
      return 'You have your spot';
    case 'left':
      return 'You left the list';
    case 'waiting':
    case 'unconfirmed':
      return place === 1 ? 'You are next' : 'You are in line';
    default:
      return status satisfies never;
  }
}

function describeLede({ status, name, place, offerExpiresAt }: PlaceView): ReactNode {
  switch (status) {
    case 'offered':
      return offerExpiresAt ? (
        <>
          The letter with the offer has the link that takes it. It is held until <LocalTime instant={offerExpiresAt} />.
        </>
      ) : (
        'The letter with the offer has the link that takes it.'
      );
    case 'claimed':
      return `Good to have you, ${firstName(name)}. Sign in to see your week.`;
    case 'left':
      return 'No more letters go to this address. You may join again, at the end of the line.';
    case 'waiting':
    case 'unconfirmed':
      return place === 1
        ? `When a spot comes free, ${firstName(name)}, the offer goes to you.`
        : `When spots come free, ${firstName(name)}, offers go out in the order of the line.`;
    default:
      return status satisfies never;
  }
}
