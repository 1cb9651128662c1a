'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';

/** Mails a fresh invitation; the link of the old one stops working. */
export function ResendButton({
  clientId,
  name,
  size,
}: {
  readonly clientId: string;
  readonly name: string;
  readonly size?: 'row';
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const resend = useMutation(
    trpc.clients.resendInvitation.mutationOptions({
      onSuccess: () => {
        showToast({ text: `A new invitation is on its way to ${name}` });
        router.refresh();
      },
      onError: (error) => showToast({ text: readApiProblem(error).message, failed: true }),
    }),
  );
  return (
    <Button
      {...(size ? { size } : {})}
      busy={resend.isPending}
      busyLabel="Sending"
      onClick={() => resend.mutate({ clientId })}
    >
      Invite again
    </Button>
  );
}
