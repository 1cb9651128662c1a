'use client';

import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../lib/trpc.tsx';
import { AskReason } from '../shell/ask-reason.tsx';

/** Archiving gives the spot back: asked before, and written down with a reason where there is one. */
export function ArchiveDialog({
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
  const archive = useMutation(
    trpc.clients.archive.mutationOptions({
      onSuccess: () => {
        showToast({ text: `${name} is archived, the spot is free` });
        onClose();
        router.refresh();
      },
    }),
  );
  return (
    <AskReason
      title={`Archive ${name}?`}
      says="The spot is given back and sessions ahead are taken off. Programs and logs are kept; restoring needs a free spot."
      act="Archive"
      busyLabel="Archiving"
      help="Kept in the audit."
      optional
      error={archive.error}
      busy={archive.isPending}
      onAct={(reason) => archive.mutate({ clientId, ...(reason ? { reason } : {}) })}
      onClose={onClose}
    />
  );
}
