import type { PublicOfferView } from '@groundwork/api/views/waitlist';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import type { Metadata } from 'next';
import { ActionForm } from '../../../../../account/action-form.tsx';
import { LinkProblem } from '../../../../../account/link-problem.tsx';
import { firstName } from '../../../../../frame/first-name.ts';
import { LocalTime, TimeZoneField } from '../../../../../frame/local-time.tsx';
import { NarrowPage } from '../../../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../../../frame/site-frame.tsx';
import { openApi } from '../../../../../server/open-api.ts';
import { claimOffer, declineOffer } from '../../../../../waitlist/line-actions.ts';
import { LinkFields } from '../../../../../waitlist/link-fields.tsx';
import { findByLink, readToken } from '../../../../../waitlist/read-token.ts';

export const metadata: Metadata = { title: 'Your spot', robots: { index: false } };

type Props = {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Opening the link changes nothing: mail scanners open it too. The button takes the spot. */
export default async function OfferPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const token = await readToken(searchParams);
  const api = await openApi();
  const offer = await findByLink(() => api.offer.get({ slug, token }));
  if (!offer) {
    return (
      <LinkProblem title="This link does not open an offer" waitlistHref={`/p/${slug}`}>
        It may be incomplete: open it again from the letter. If the offer has run out since, you still have your place
        in line, and the letter before it has the link to it.
      </LinkProblem>
    );
  }
  return (
    <SiteFrame waitlistHref={`/p/${slug}`}>
      <OfferState offer={offer} slug={slug} token={token} />
    </SiteFrame>
  );
}

function OfferState({ offer, slug, token }: { offer: PublicOfferView; slug: string; token: string }) {
  const kicker = offer.practice.name;
  switch (offer.state) {
    case 'held':
      return (
        <NarrowPage
          kicker={kicker}
          title={`A spot is held for you, ${firstName(offer.name)}`}
          lede={`${offer.coachName} has room to coach you. Nobody else can take this spot while it is held.`}
        >
          <p className="border-t-2 border-ink pt-3 text-md text-ink-3">Held until</p>
          <p className="mb-6 font-serif text-2xl font-medium">
            <LocalTime instant={offer.expiresAt} />
          </p>
          <ActionForm action={claimOffer} label="Take the spot" busyLabel="Taking it">
            <LinkFields slug={slug} token={token} />
            <TimeZoneField />
          </ActionForm>
          <p className="mt-3 text-sm text-ink-3">
            Makes your account with {offer.email} and asks how you run. No password, no payment here.
          </p>
          <details className="mt-8 border-t border-rule pt-1">
            <summary className="py-3 font-semibold text-green">Say no this time</summary>
            <p className="mb-4 text-ink-2">The spot goes to the next person at once. You stay in line at your place.</p>
            <ActionForm action={declineOffer} label="Give the spot on" busyLabel="Giving it on" variant="outline">
              <LinkFields slug={slug} token={token} />
            </ActionForm>
          </details>
        </NarrowPage>
      );
    case 'claimed':
      return (
        <NarrowPage kicker={kicker} title="You have taken this spot" lede="Sign in with your address to see your week.">
          <LinkButton href="/sign-in" variant="primary" size="tap">
            Sign in
          </LinkButton>
        </NarrowPage>
      );
    case 'late':
      return (
        <NarrowPage kicker={kicker} title="This offer ran out">
          <MarginNote
            tone="signal"
            caption={
              <>
                It was held until <LocalTime instant={offer.expiresAt} />.
              </>
            }
          >
            The spot went to the next person. You keep your place in line: the next spot that comes free is offered in
            the same order.
          </MarginNote>
          <p className="mt-6 text-ink-2">There is nothing you need to do.</p>
        </NarrowPage>
      );
    case 'declined':
      return (
        <NarrowPage
          kicker={kicker}
          title="You said no this time"
          lede="The spot went to the next person. You keep your place in line for another round."
        />
      );
    case 'withdrawn':
      return (
        <NarrowPage
          kicker={kicker}
          title="This offer was taken back"
          lede={`${offer.coachName} could not keep the spot open. You keep your place in line.`}
        />
      );
    default:
      return offer.state satisfies never;
  }
}
