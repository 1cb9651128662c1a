'use client';

import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../lib/trpc.tsx';
import { AskReason } from '../shell/ask-reason.tsx';

/** Closing the portal to a client signs her out everywhere: asked before, and written down with its reason. */
export function CloseAccessDialog({
  clientId,
  name,
  onClose,
}: {
  readonly clientId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const close = useMutation(
    trpc.clients.closeAccess.mutationOptions({
      onSuccess: () => {
        showToast({ text: `The portal is closed to ${name}` });
        onClose();
        router.refresh();
      },
    }),
  );
  return (
    <AskReason
      title={`Close the portal to ${name}?`}
      says="Signed out everywhere at once, and no letter or passkey opens the portal until you open it again. The spot, the program and everything logged stay."
      act="Close access"
      busyLabel="Closing"
      help="Kept in the audit; the client does not see it."
      error={close.error}
      busy={close.isPending}
      onAct={(reason) => close.mutate({ clientId, reason })}
      onClose={onClose}
    />
  );
}
