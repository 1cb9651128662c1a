import { checkLink } from '@groundwork/auth/sign-in';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import type { Metadata } from 'next';
import { SignInFrame } from '../../../sign-in/sign-in-frame.tsx';

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' };

/** Opening the link shows a button and uses nothing up: mail scanners open links too. */
export default async function LinkPage({
  searchParams,
}: {
  searchParams: Promise<{ token?: string; problem?: string }>;
}) {
  const { token = '', problem } = await searchParams;
  const link = problem || token === '' ? undefined : await checkLink({ app: 'coach', token, now: new Date() });
  if (link?.ok) {
    return (
      <SignInFrame>
        <PageHead title="Sign in" deck="One press and you are in. The link works once." />
        <form method="post" action="/sign-in/link/redeem" className="mt-6 border-t border-ink pt-5">
          <input type="hidden" name="token" value={token} />
          <SubmitButton busyLabel="Signing in">Sign in</SubmitButton>
        </form>
      </SignInFrame>
    );
  }
  const isGone = problem === 'gone' || (link && !link.ok && link.problems[0]?.code === 'gone');
  return (
    <SignInFrame>
      <PageHead
        title={isGone ? 'This link is used up' : 'This link is not complete'}
        deck={
          isGone
            ? 'Links work once and for ten minutes, and a newer letter replaces an older one.'
            : 'Open it again from the letter, or copy all of it.'
        }
      />
      <LinkButton href="/sign-in" variant="primary" className="mt-6">
        Ask for a new letter
      </LinkButton>
    </SignInFrame>
  );
}
