import { checkLink } from '@groundwork/auth/sign-in';
import type { Metadata } from 'next';
import { ActionForm } from '../../../../account/action-form.tsx';
import { LinkProblem } from '../../../../account/link-problem.tsx';
import { followLink } from '../../../../account/sign-in-actions.ts';
import { NarrowPage } from '../../../../frame/narrow-page.tsx';
import { SiteFrame } from '../../../../frame/site-frame.tsx';
import { readToken } from '../../../../waitlist/read-token.ts';

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } };

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Opening the link changes nothing: mail scanners open it too. The button signs in. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const token = await readToken(searchParams);
  const link = await checkLink({ app: 'portal', token, now: new Date() });
  if (!link.ok) {
    const isKnown = link.problems[0]?.code === 'gone';
    return (
      <LinkProblem
        title={isKnown ? 'This link has been used or is too old' : 'This link is not complete'}
        action={{ href: '/sign-in', label: 'Ask for a new letter' }}
      >
        {isKnown
          ? 'A link signs in once and works for ten minutes; a newer letter replaces it. A new one takes a few seconds.'
          : 'Part of it may be missing. Open it again from the letter, or ask for a new one.'}
      </LinkProblem>
    );
  }
  return (
    <SiteFrame>
      <NarrowPage title="Almost there" lede="One tap signs this browser in. The link works once.">
        <ActionForm action={followLink} label="Sign in" busyLabel="Signing in">
          <input type="hidden" name="token" value={token} />
        </ActionForm>
      </NarrowPage>
    </SiteFrame>
  );
}
