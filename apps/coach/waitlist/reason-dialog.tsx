'use client';

import type { EntryRow, OfferRow } from '@groundwork/api/views/waitlist';
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

/** Passing somebody over, or taking an offer back, is written down with its reason. */
export function ReasonDialog({
  asks,
  onClose,
}: {
  readonly asks:
    | { readonly kind: 'withdraw'; readonly offer: OfferRow }
    | { readonly kind: 'skip'; readonly entry: EntryRow };
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [reason, setReason] = useState('');
  const { name } = asks.kind === 'withdraw' ? asks.offer : asks.entry;
  const settle = {
    onSuccess: () => {
      showToast({
        text: asks.kind === 'withdraw' ? `${name}’s offer is withdrawn` : `${name} is passed over this time`,
      });
      onClose();
      router.refresh();
    },
  };
  const withdraw = useMutation(trpc.waitlist.withdraw.mutationOptions(settle));
  const skip = useMutation(trpc.waitlist.skip.mutationOptions(settle));
  const error = withdraw.error ?? skip.error;
  const refused = error ? readApiProblem(error) : undefined;
  const act = asks.kind === 'withdraw' ? 'Withdraw the offer' : 'Skip';
  const fieldProblem = refused?.problems.find((one) => one.field === 'reason')?.message;
  return (
    <Dialog
      title={asks.kind === 'withdraw' ? `Withdraw ${name}’s offer?` : `Skip ${name} this time?`}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="danger"
            busy={withdraw.isPending || skip.isPending}
            offReason={reason.trim().length < 3 ? 'Give a reason first' : null}
            onClick={() =>
              asks.kind === 'withdraw'
                ? withdraw.mutate({ offerId: asks.offer.offerId, reason })
                : skip.mutate({ entryId: asks.entry.entryId, reason })
            }
          >
            {act}
          </Button>
          <Button onClick={onClose}>Keep</Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">
        {asks.kind === 'withdraw'
          ? 'The spot goes to the next in line. The place in line is kept.'
          : 'The next in line is asked instead. The place in line is kept.'}
      </p>
      <TextField
        className="mt-4"
        label="Reason"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={fieldProblem}
        help="Kept in the audit; nobody in line sees it."
      />
      {refused && !fieldProblem ? <FormError className="mt-3">{refused.message}</FormError> : null}
    </Dialog>
  );
}
