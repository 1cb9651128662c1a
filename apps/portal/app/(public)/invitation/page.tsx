import { LinkButton } from '@groundwork/ui/primitives/link-button';
import type { Metadata } from 'next';
import { ActionForm } from '../../../account/action-form.tsx';
import { LinkProblem } from '../../../account/link-problem.tsx';
import { firstName } from '../../../frame/first-name.ts';
import { LocalTime, TimeZoneField } from '../../../frame/local-time.tsx';
import { NarrowPage } from '../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../frame/site-frame.tsx';
import { openApi } from '../../../server/open-api.ts';
import { acceptInvitation } from '../../../waitlist/line-actions.ts';
import { LinkFields } from '../../../waitlist/link-fields.tsx';
import { findByLink, readToken } from '../../../waitlist/read-token.ts';

export const metadata: Metadata = { title: 'Your invitation', robots: { index: false } };

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Opening the link changes nothing: mail scanners open it too. The button accepts. */
export default async function InvitationPage({ searchParams }: Props) {
  const { practice } = await searchParams;
  const slug = typeof practice === 'string' ? practice : '';
  const token = await readToken(searchParams);
  const api = await openApi();
  const invitation = await findByLink(() => api.invitation.get({ slug, token }));
  if (!invitation) {
    return (
      <LinkProblem title="This invitation does not open">
        The link may be incomplete, or your coach has sent a newer one. Open it again from the latest letter, or ask her
        to send it once more.
      </LinkProblem>
    );
  }
  const kicker = invitation.practice.name;
  return (
    <SiteFrame>
      {invitation.state === 'open' ? (
        <NarrowPage
          kicker={kicker}
          title={`${invitation.coachName} invites you, ${firstName(invitation.name)}`}
          lede="She writes your strength sessions around the runs you do already. First she needs to know how you run: about five minutes, and you can stop and go on later."
        >
          <ActionForm action={acceptInvitation} label="Accept and begin" busyLabel="Opening">
            <LinkFields slug={slug} token={token} />
            <TimeZoneField />
          </ActionForm>
          <p className="mt-3 text-sm text-ink-3">
            Makes your account with {invitation.email}. The link works until{' '}
            <LocalTime instant={invitation.expiresAt} />.
          </p>
        </NarrowPage>
      ) : invitation.state === 'accepted' ? (
        <NarrowPage
          kicker={kicker}
          title="You have accepted already"
          lede="Sign in with your address and go on from there."
        >
          <LinkButton href="/sign-in" variant="primary" size="tap">
            Sign in
          </LinkButton>
        </NarrowPage>
      ) : (
        <NarrowPage
          kicker={kicker}
          title="This invitation has run out"
          lede={`Ask ${invitation.coachName} to send it once more; the new link works at once.`}
        />
      )}
    </SiteFrame>
  );
}
