'use client';

import type { PasskeysView } from '@groundwork/api/views/passkey';
import { PasskeyList } from '@groundwork/ui/primitives/passkey-list';
import { TRPCClientError } from '@trpc/client';
import { useTimeZone } from '../frame/local-time.tsx';
import { createBrowserApi } from '../training-log/browser-api.ts';

export function PasskeyRows({
  known,
  suggestedName,
}: {
  readonly known: PasskeysView;
  readonly suggestedName: string;
}) {
  return (
    <PasskeyList
      {...known}
      suggestedName={suggestedName}
      timeZone={useTimeZone()}
      acts={{
        begin: () => createBrowserApi().ownPasskeys.begin.mutate({ purpose: 'register' }),
        add: (name, answer) =>
          createBrowserApi().ownPasskeys.add.mutate({ name, answer: { ...answer, type: 'public-key' } }),
        remove: (passkeyId) => createBrowserApi().ownPasskeys.remove.mutate({ passkeyId }),
        say: (error) =>
          error instanceof TRPCClientError && error.data
            ? error.message
            : 'That did not work. Are you online? Try again in a moment.',
      }}
    />
  );
}
