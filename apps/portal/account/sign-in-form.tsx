'use client';

import { PasskeySignIn } from '@groundwork/ui/primitives/passkey-sign-in';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useActionState } from 'react';
import type { SignInState, signIn } from './sign-in-actions.ts';

/** Asks for an address, then for the code of the letter. The letter's link works as well, in any browser. */
export function SignInForm({
  action,
  again,
}: {
  readonly action: typeof signIn;
  /** She is signed in and does it once more, to change her ways in. */
  readonly again: boolean;
}) {
  const [state, send] = useActionState<SignInState, FormData>(action, { step: 'ask', email: '' });
  if (state.step === 'sent') {
    return (
      <>
        <div role="status">
          <h1 className="text-3xl md:text-4xl">Check your mail</h1>
          <p className="mt-3 font-serif text-lg text-ink-2">
            If {state.email} belongs to somebody who is coached here, a letter is on its way. Open its link, or type its
            code here. Both work for ten minutes.
          </p>
        </div>
        <form action={send} className="mt-7 grid gap-4" noValidate>
          <input type="hidden" name="step" value="code" />
          <input type="hidden" name="email" value={state.email} />
          {again ? <input type="hidden" name="again" value="1" /> : null}
          <TextField
            name="code"
            label="Code from the letter"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            required
            error={state.problem}
          />
          <div>
            <SubmitButton size="tap" busyLabel="Signing in">
              Sign in
            </SubmitButton>
          </div>
        </form>
        <p className="mt-8 text-sm text-ink-3">
          Nothing after a few minutes? Look in the spam folder, or{' '}
          <a href="/sign-in" className="inline-block py-2">
            ask once more
          </a>
          .
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="text-3xl md:text-4xl">Sign in</h1>
      <p className="mt-3 font-serif text-lg text-ink-2">No password. We send a letter with a link and a code.</p>
      <form action={send} className="mt-7 grid gap-4" noValidate>
        <TextField
          name="email"
          type="email"
          label="Email"
          autoComplete="email webauthn"
          inputMode="email"
          required
          defaultValue={state.email}
          help="The address that your coach writes to."
          error={state.problem}
        />
        <div>
          <SubmitButton size="tap" busyLabel="Sending">
            Send me the letter
          </SubmitButton>
        </div>
      </form>
      <div className="mt-4">
        <PasskeySignIn onwards={again ? '/profile' : '/today'} size="tap" />
      </div>
    </>
  );
}
