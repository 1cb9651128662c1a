'use client';

import type { ClientView } from '@groundwork/api/views/client';
import { Button } from '@groundwork/ui/primitives/button';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { ResendButton } from './resend-button.tsx';

const ArchiveDialog = dynamic(() => import('./archive-dialog.tsx').then((module) => module.ArchiveDialog), {
  ssr: false,
});

const CloseAccessDialog = dynamic(
  () => import('./close-access-dialog.tsx').then((module) => module.CloseAccessDialog),
  { ssr: false },
);

/** What changes a client's standing: invite again, pause, resume, close and open the portal, archive, restore. */
export function ClientActs({
  client,
  canEdit,
}: {
  readonly client: Pick<ClientView, 'clientId' | 'status' | 'profile' | 'accessClosedAt'>;
  readonly canEdit: boolean;
}) {
  const [asks, setAsks] = useState<'archive' | 'close'>();
  const trpc = useTRPC();
  const router = useRouter();
  const { clientId, status, accessClosedAt } = client;
  const { name } = client.profile;
  const settle = (text: string) => ({
    onSuccess: () => {
      showToast({ text });
      setAsks(undefined);
      router.refresh();
    },
    onError: (error: unknown) => showToast({ text: readApiProblem(error).message, failed: true }),
  });
  const pause = useMutation(trpc.clients.pause.mutationOptions(settle(`${name} is paused`)));
  const resume = useMutation(trpc.clients.resume.mutationOptions(settle(`${name} trains again`)));
  const restore = useMutation(trpc.clients.restore.mutationOptions(settle(`${name} is back`)));
  const open = useMutation(trpc.clients.openAccess.mutationOptions(settle(`The portal is open to ${name} again`)));
  const comesIn = status === 'active' || status === 'paused';
  if (!canEdit) return null;
  return (
    <>
      {status === 'invited' ? <ResendButton clientId={clientId} name={name} /> : null}
      {status === 'active' ? (
        <Button busy={pause.isPending} busyLabel="Pausing" onClick={() => pause.mutate({ clientId })}>
          Pause
        </Button>
      ) : null}
      {status === 'paused' ? (
        <Button busy={resume.isPending} busyLabel="Resuming" onClick={() => resume.mutate({ clientId })}>
          Resume
        </Button>
      ) : null}
      {accessClosedAt !== null && status !== 'archived' ? (
        <Button busy={open.isPending} busyLabel="Opening" onClick={() => open.mutate({ clientId })}>
          Open access
        </Button>
      ) : null}
      {accessClosedAt === null && comesIn ? <Button onClick={() => setAsks('close')}>Close access</Button> : null}
      {status === 'archived' ? (
        <Button busy={restore.isPending} busyLabel="Restoring" onClick={() => restore.mutate({ clientId })}>
          Restore
        </Button>
      ) : (
        <Button variant="danger" onClick={() => setAsks('archive')}>
          Archive
        </Button>
      )}
      {asks === 'archive' ? <ArchiveDialog clientId={clientId} name={name} onClose={() => setAsks(undefined)} /> : null}
      {asks === 'close' ? (
        <CloseAccessDialog clientId={clientId} name={name} onClose={() => setAsks(undefined)} />
      ) : null}
    </>
  );
}
