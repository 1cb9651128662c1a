'use client';

import type { MemberView } from '@groundwork/api/views/member';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTRPC } from '../lib/trpc.tsx';
import { AskReason } from '../shell/ask-reason.tsx';

/** Suspending somebody signs her out everywhere: asked before, and written down with its reason. */
export function SuspendDialog({ member, onClose }: { readonly member: MemberView; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { memberId, name } = member;
  const suspend = useMutation(
    trpc.members.suspend.mutationOptions({
      onSuccess: () => {
        showToast({ text: `${name} is suspended` });
        onClose();
        router.refresh();
      },
    }),
  );
  return (
    <AskReason
      title={`Suspend ${name}?`}
      says={`Signed out everywhere at once, and no letter or passkey lets ${name} in until you say so.${
        member.clients > 0 ? ' The clients keep their programs, and you see them all.' : ''
      }`}
      act="Suspend"
      busyLabel="Suspending"
      help="Kept in the audit, which you alone see."
      error={suspend.error}
      busy={suspend.isPending}
      onAct={(reason) => suspend.mutate({ memberId, reason })}
      onClose={onClose}
    />
  );
}
