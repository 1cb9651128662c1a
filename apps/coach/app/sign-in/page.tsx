import { isDemo } from '@groundwork/auth/demo-session';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { PasskeySignIn } from '@groundwork/ui/primitives/passkey-sign-in';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { TextField } from '@groundwork/ui/primitives/text-field';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { describeCodeProblem, describeRequestProblem } from '../../sign-in/describe-problem.ts';
import { SignInFrame } from '../../sign-in/sign-in-frame.tsx';
import { findTypedAddress } from '../../sign-in/typed-address.ts';

export const metadata: Metadata = { title: 'Sign in' };

type Search = { sent?: string; problem?: string; left?: string; again?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { sent, problem, left, again } = await searchParams;
  const email = findTypedAddress((await headers()).get('cookie'));
  if (sent) {
    return (
      <SignInFrame>
        <PageHead
          title="Check your mail"
          deck={`If ${email || 'the address'} belongs to a coach here, a letter is on its way. It holds a link and a code, good for ten minutes.`}
        />
        <form method="post" action="/sign-in/code" className="mt-6 grid gap-4 border-t border-ink pt-5">
          {again ? <input type="hidden" name="again" value="1" /> : null}
          <TextField
            label="Six-digit code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            error={describeCodeProblem(problem, left)}
            help="Works only in this browser. The link in the letter works in any."
          />
          <div className="flex items-center gap-4">
            <SubmitButton busyLabel="Signing in">Sign in</SubmitButton>
            <Link href="/sign-in" className="text-sm font-semibold no-underline hover:underline">
              Another address
            </Link>
          </div>
        </form>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame>
      <PageHead title="Sign in" deck="No password: a letter with a link and a code is sent to your address." />
      <form method="post" action="/sign-in/request" noValidate className="mt-6 grid gap-4 border-t border-ink pt-5">
        <TextField
          label="Email"
          name="email"
          type="email"
          autoComplete="email webauthn"
          defaultValue={email}
          error={describeRequestProblem(problem)}
        />
        <div>
          <SubmitButton busyLabel="Sending">Send the letter</SubmitButton>
        </div>
        {again ? <input type="hidden" name="again" value="1" /> : null}
      </form>
      <div className="mt-4">
        <PasskeySignIn onwards={again ? '/account' : '/'} />
      </div>
      {isDemo() ? (
        <p className="mt-8 border-t border-rule pt-4 text-sm text-ink-2">
          This is a demo. <Link href="/demo">Come in as one of its people</Link>, without mail.
        </p>
      ) : null}
    </SignInFrame>
  );
}
