'use client';

import type { PasskeysView } from '@groundwork/api/views/passkey';
import { PasskeyList } from '@groundwork/ui/primitives/passkey-list';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPCClient } from '../lib/trpc.tsx';

export function PasskeyRows({
  known,
  suggestedName,
  timeZone,
}: {
  readonly known: PasskeysView;
  readonly suggestedName: string;
  readonly timeZone: string;
}) {
  const api = useTRPCClient();
  return (
    <PasskeyList
      {...known}
      suggestedName={suggestedName}
      timeZone={timeZone}
      acts={{
        begin: () => api.passkeys.begin.mutate({ purpose: 'register' }),
        add: (name, answer) => api.passkeys.add.mutate({ name, answer: { ...answer, type: 'public-key' } }),
        remove: (passkeyId) => api.passkeys.remove.mutate({ passkeyId }),
        say: (error) => readApiProblem(error).message,
      }}
    />
  );
}
