'use client';

import type { EntryRow, OfferRow } from '@groundwork/api/views/waitlist';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../lib/trpc.tsx';
import { AskReason } from '../shell/ask-reason.tsx';

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
  const isWithdrawal = asks.kind === 'withdraw';
  return (
    <AskReason
      title={isWithdrawal ? `Withdraw ${name}’s offer?` : `Skip ${name} this time?`}
      says={
        isWithdrawal
          ? 'The spot goes to the next in line. The place in line is kept.'
          : 'The next in line is asked instead. The place in line is kept.'
      }
      act={isWithdrawal ? 'Withdraw the offer' : 'Skip'}
      busyLabel={isWithdrawal ? 'Withdrawing' : 'Skipping'}
      help="Kept in the audit; nobody in line sees it."
      error={withdraw.error ?? skip.error}
      busy={withdraw.isPending || skip.isPending}
      onAct={(reason) =>
        asks.kind === 'withdraw'
          ? withdraw.mutate({ offerId: asks.offer.offerId, reason })
          : skip.mutate({ entryId: asks.entry.entryId, reason })
      }
      onClose={onClose}
    />
  );
}
