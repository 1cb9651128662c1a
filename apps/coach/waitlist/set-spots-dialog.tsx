'use client';

import { setSpots as setSpotsInput } from '@groundwork/api/inputs/waitlist';
import type { SpotsView } from '@groundwork/api/views/coach-today';
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

/** How many runners the practice coaches at a time. Fewer than are coached is allowed: nothing is offered until people leave. */
export function SetSpotsDialog({ spots, onClose }: { readonly spots: SpotsView; readonly onClose: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [text, setText] = useState(String(spots.spots));
  const read = setSpotsInput.safeParse({ spots: text.trim() === '' ? Number.NaN : Number(text) });
  const save = useMutation(
    trpc.waitlist.setSpots.mutationOptions({
      onSuccess: (saved) => {
        showToast({ text: `The practice has ${saved.spots.spots} spots` });
        onClose();
        router.refresh();
      },
    }),
  );
  const refused = save.error ? readApiProblem(save.error) : undefined;
  const below = read.success && read.data.spots < spots.taken;
  return (
    <Dialog
      title="Set spots"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="primary"
            busy={save.isPending}
            busyLabel="Saving"
            offReason={read.success ? null : 'Not a number of spots'}
            onClick={() => read.success && save.mutate(read.data)}
          >
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <TextField
        className="mt-3"
        label="Runners coached at a time"
        inputMode="numeric"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={read.success ? undefined : read.error.issues[0]?.message}
        help={
          below
            ? `${spots.taken} are coached or held now. Nobody loses a spot, and nothing is offered until people leave.`
            : `${spots.taken} are coached or held now.`
        }
      />
      {refused ? <FormError className="mt-3">{refused.message}</FormError> : null}
    </Dialog>
  );
}
