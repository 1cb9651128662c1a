import { isDemo } from '@groundwork/auth/demo-session';
import { findRequestPrincipal } from '@groundwork/auth/request-principal';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signIn } from '../../../account/sign-in-actions.ts';
import { SignInForm } from '../../../account/sign-in-form.tsx';
import { SiteFrame } from '../../../frame/site-frame.tsx';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { readonly searchParams: Promise<{ readonly again?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const again = (await searchParams).again === '1';
  const principal = await findRequestPrincipal('portal');
  if (!again && principal?.clients.some(({ status }) => status !== 'archived')) redirect('/today');
  return (
    <SiteFrame>
      <div className="mx-auto max-w-[34rem] pt-8 md:pt-14">
        <SignInForm action={signIn} again={again} />
        {isDemo() ? (
          <p className="mt-10 border-t border-rule pt-4 text-md text-ink-2">
            This is a demo:{' '}
            <a href="/demo" className="inline-block py-2">
              sign in as one of its runners
            </a>
            .
          </p>
        ) : null}
      </div>
    </SiteFrame>
  );
}
