'use client';

import type { MemberView } from '@groundwork/api/views/member';
import { countOf } from '@groundwork/ui/count-words';
import { formatInstant } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { roleWords } from '../shell/role-words.ts';
import { SuspendDialog } from './suspend-dialog.tsx';

/** Who works here, with the way to shut a coach or an assistant out and to let her in again. */
export function MemberList({
  members,
  timeZone,
}: {
  readonly members: readonly MemberView[];
  /** IANA zone. */
  readonly timeZone: string;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [asks, setAsks] = useState<MemberView>();
  const restore = useMutation(
    trpc.members.restore.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: (error: unknown) => showToast({ text: readApiProblem(error).message, failed: true }),
    }),
  );
  return (
    <>
      <ul>
        {members.map((member) => (
          <li
            key={member.memberId}
            className="flex min-h-14 flex-col items-start justify-between gap-x-4 gap-y-2 border-b border-rule py-2.5 sm:flex-row sm:items-center"
          >
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <b>{member.name}</b>
              {member.isMe ? ', you' : ''}
              <span className="block text-sm text-ink-2">
                {roleWords[member.role]}, {member.email}
                {member.clients > 0 ? `, coaches ${countOf(member.clients, 'client')}` : ''}
              </span>
              {member.suspendedAt ? (
                <span className="block text-sm text-stop">
                  Suspended since {formatInstant(member.suspendedAt, timeZone)}
                </span>
              ) : null}
            </span>
            {member.suspendedAt ? (
              <Button
                busy={restore.isPending && restore.variables.memberId === member.memberId}
                busyLabel="Restoring"
                aria-label={`Restore ${member.name}`}
                onClick={() => restore.mutate({ memberId: member.memberId })}
              >
                Restore
              </Button>
            ) : (
              <Button
                offReason={member.role === 'owner' ? 'Owners cannot be suspended' : null}
                aria-label={member.role === 'owner' ? undefined : `Suspend ${member.name}`}
                onClick={() => setAsks(member)}
              >
                Suspend
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asks ? <SuspendDialog member={asks} onClose={() => setAsks(undefined)} /> : null}
    </>
  );
}
