'use client';

import { openOpening } from '@groundwork/api/inputs/waitlist';
import type { EntryRow } from '@groundwork/api/views/waitlist';
import { capitalise, countOf, joinWords } from '@groundwork/ui/count-words';
import { formatInstant, nameZone } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 as makeId } from 'uuid';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';

/** As many names as a sentence bears. */
const mostNamed = 8;

/** Offers spots to the front of the line. Says who would be asked before anybody is. */
export function OpenSpotsDialog({
  free,
  waiting,
  timeZone,
  onClose,
}: {
  readonly free: number;
  /** Those without an offer, in line order. */
  readonly waiting: readonly EntryRow[];
  readonly timeZone: string;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [id] = useState(() => makeId());
  const [spots, setSpots] = useState(String(Math.min(free, waiting.length)));
  const [hours, setHours] = useState('48');
  const [now] = useState(() => Date.now());
  const open = useMutation(
    trpc.waitlist.open.mutationOptions({
      onSuccess: ({ opening }) => {
        showToast({
          text: `${capitalise(countOf(opening.held, 'offer'))} on ${opening.held === 1 ? 'its' : 'their'} way by mail`,
        });
        onClose();
        router.refresh();
      },
    }),
  );
  const read = openOpening.safeParse({
    id,
    spots: spots.trim() === '' ? Number.NaN : Number(spots),
    holdHours: hours.trim() === '' ? Number.NaN : Number(hours),
  });
  const problemOf = (field: string) =>
    read.success ? undefined : read.error.issues.find((issue) => issue.path[0] === field)?.message;
  const tooMany = read.success && read.data.spots > free;
  const spotsProblem = tooMany
    ? `At most ${free}: only ${countOf(free, 'spot')} ${free === 1 ? 'is' : 'are'} free.`
    : problemOf('spots');
  const asked = read.success && !tooMany ? waiting.slice(0, read.data.spots) : [];
  const named = asked.slice(0, mostNamed).map((entry) => entry.name);
  const more = asked.length - named.length;
  const refused = open.error ? readApiProblem(open.error) : undefined;
  return (
    <Dialog
      title="Open spots"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="primary"
            busy={open.isPending}
            busyLabel="Offering"
            offReason={read.success && !tooMany ? null : 'Set the spots and hours first'}
            onClick={() => read.success && open.mutate(read.data)}
          >
            {asked.length === 0 ? 'Open' : `Ask ${countOf(asked.length, 'person', 'people')}`}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className="mt-3 grid grid-cols-2 gap-4">
        <TextField
          label="Spots to offer"
          inputMode="numeric"
          value={spots}
          onChange={(event) => setSpots(event.target.value)}
          error={spotsProblem}
          help={`${capitalise(countOf(free, 'spot'))} free`}
        />
        <TextField
          label="Held for, in hours"
          inputMode="numeric"
          value={hours}
          onChange={(event) => setHours(event.target.value)}
          error={problemOf('holdHours')}
          help="48 is usual"
        />
      </div>
      <p className="mt-4 font-serif text-reason">
        {asked.length === 0
          ? 'Nobody would be asked yet.'
          : `${joinWords(more > 0 ? [...named, `${more} more`] : named)} ${asked.length === 1 ? 'is' : 'are'} asked, in this order.`}
      </p>
      {read.success && asked.length > 0 ? (
        <p className="mt-1 text-sm text-ink-2">
          Each offer is held until {formatInstant(new Date(now + read.data.holdHours * 3_600_000), timeZone)},{' '}
          {nameZone(timeZone)}; then it goes to the next in line.
        </p>
      ) : null}
      {refused ? <FormError className="mt-3">{refused.problems[0]?.message ?? refused.message}</FormError> : null}
    </Dialog>
  );
}
