'use client';

import type { ClientView } from '@groundwork/api/views/client';
import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { ResendButton } from './resend-button.tsx';

/** What changes a client's standing: invite again, pause, resume, archive, restore. */
export function ClientActs({
  client,
  canEdit,
}: {
  readonly client: Pick<ClientView, 'clientId' | 'status' | 'profile'>;
  readonly canEdit: boolean;
}) {
  const [asks, setAsks] = useState(false);
  const trpc = useTRPC();
  const router = useRouter();
  const { clientId, status } = client;
  const { name } = client.profile;
  const settle = (text: string) => ({
    onSuccess: () => {
      showToast({ text });
      setAsks(false);
      router.refresh();
    },
    onError: (error: unknown) => showToast({ text: readApiProblem(error).message, failed: true }),
  });
  const pause = useMutation(trpc.clients.pause.mutationOptions(settle(`${name} is paused`)));
  const resume = useMutation(trpc.clients.resume.mutationOptions(settle(`${name} trains again`)));
  const restore = useMutation(trpc.clients.restore.mutationOptions(settle(`${name} is back`)));
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
      {status === 'archived' ? (
        <Button busy={restore.isPending} busyLabel="Restoring" onClick={() => restore.mutate({ clientId })}>
          Restore
        </Button>
      ) : (
        <Button variant="danger" onClick={() => setAsks(true)}>
          Archive
        </Button>
      )}
      {asks ? <ArchiveDialog clientId={clientId} name={name} onClose={() => setAsks(false)} /> : null}
    </>
  );
}

function ArchiveDialog({
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
  const [reason, setReason] = useState('');
  const archive = useMutation(
    trpc.clients.archive.mutationOptions({
      onSuccess: () => {
        showToast({ text: `${name} is archived, the spot is free` });
        onClose();
        router.refresh();
      },
    }),
  );
  const problem = archive.error ? readApiProblem(archive.error) : undefined;
  return (
    <Dialog
      title={`Archive ${name}?`}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="danger"
            busy={archive.isPending}
            busyLabel="Archiving"
            onClick={() => archive.mutate({ clientId, ...(reason.trim() ? { reason } : {}) })}
          >
            Archive
          </Button>
          <Button onClick={onClose}>Keep</Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">
        The spot is given back and sessions ahead are taken off. Programs and logs are kept; restoring needs a free
        spot.
      </p>
      <TextField
        className="mt-4"
        label="Reason"
        optional
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={problem?.problems[0]?.message}
        help="Kept in the audit."
      />
      {problem && problem.problems.length === 0 ? <FormError className="mt-3">{problem.message}</FormError> : null}
    </Dialog>
  );
}
