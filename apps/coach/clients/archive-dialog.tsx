'use client';

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
