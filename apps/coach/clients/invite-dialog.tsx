'use client';

import { inviteClient } from '@groundwork/api/inputs/client';
import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { type ApiProblem, findFieldProblem, readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { NavLink } from '../shell/nav-link.tsx';

type Fields = Partial<Record<'name' | 'email', string>>;

/** Invites somebody by mail. The invitation takes a spot at once, so that it can be kept. */
export function InviteDialog({
  free,
  spots,
  onClose,
}: {
  readonly free: number;
  readonly spots: number;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const formId = useId();
  // The id is the write's own: a retry after a lost answer is the same invitation.
  const [id, setId] = useState(() => makeId());
  const [problems, setProblems] = useState<Fields>({});
  const [refused, setRefused] = useState<ApiProblem>();
  const invite = useMutation(
    trpc.clients.invite.mutationOptions({
      onSuccess: (_, { name }) => {
        showToast({ text: `${name} is invited by mail` });
        onClose();
        router.refresh();
      },
      onError: (error) => {
        const problem = readApiProblem(error);
        setProblems({ name: findFieldProblem(problem, 'name'), email: findFieldProblem(problem, 'email') });
        setRefused(problem);
        setId(makeId());
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = inviteClient.safeParse({ id, name: form.get('name'), email: form.get('email') });
    setRefused(undefined);
    if (!read.success) {
      const of = (field: string) => read.error.issues.find((issue) => issue.path[0] === field)?.message;
      setProblems({ name: of('name'), email: of('email') });
      return;
    }
    setProblems({});
    invite.mutate(read.data);
  };
  const isFull = free <= 0 || refused?.code === 'NO_SPOTS';
  const isWholeForm = refused && refused.code !== 'NO_SPOTS' && !problems.name && !problems.email;
  return (
    <Dialog
      title="Invite a client"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            busy={invite.isPending}
            busyLabel="Inviting"
            offReason={isFull ? 'No spot is free' : null}
          >
            Send the invitation
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">
        {isFull ? (
          <>
            All {spots} spots are taken, so nobody more can be invited.{' '}
            <NavLink href="/waitlist">Change the spots or look at the line</NavLink>.
          </>
        ) : (
          `${free} of ${spots} spots ${free === 1 ? 'is' : 'are'} free. An invitation takes one until it is taken up or withdrawn.`
        )}
      </p>
      <form id={formId} onSubmit={submit} noValidate className="mt-4 grid gap-4">
        <TextField label="Name" name="name" autoComplete="off" error={problems.name} />
        <TextField
          label="Email"
          name="email"
          type="email"
          autoComplete="off"
          error={problems.email}
          help="She gets a letter with a link; it is good for seven days."
        />
        {isWholeForm ? <FormError>{refused.message}</FormError> : null}
      </form>
    </Dialog>
  );
}
