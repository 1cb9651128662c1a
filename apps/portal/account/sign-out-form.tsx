'use client';

import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { forgetPages } from '../pwa/service-worker-client.ts';
import { useTrackedEntries } from '../training-log/training-log-provider.tsx';
import { signOut } from './sign-in-actions.ts';

/** Signs this browser out and takes her pages off it. What still waits to be sent stays, and goes out when she signs in again. */
export function SignOutForm() {
  const waiting = useTrackedEntries().filter(
    ({ status }) => status.state === 'waiting' || status.state === 'signed-out',
  );
  return (
    <form action={signOut} onSubmit={() => void forgetPages()} className="text-right">
      <SubmitButton variant="outline" busyLabel="Signing out">
        Sign out
      </SubmitButton>
      {waiting.length > 0 ? (
        <p className="mt-2 max-w-[18rem] text-sm text-ink-2">
          {waiting.length} not sent yet. They stay on this phone and go out when you sign in again here.
        </p>
      ) : null}
    </form>
  );
}
