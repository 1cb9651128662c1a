'use client';

import { buildProgram as buildProgramInput } from '@groundwork/api/inputs/program';
import { addDays, mondayOf, type PlainDate, parsePlainDate } from '@groundwork/engine/plain-date';
import { formatShortDate } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { DateField } from '@groundwork/ui/primitives/date-field';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { RadioGroup } from '@groundwork/ui/primitives/radio-group';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 as makeId } from 'uuid';
import { findFieldProblem, readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';

const usualWeeks = 12;

/** Start, length and sessions a week; the rest comes from the profile. What is built is a draft. */
export function BuildDialog({
  clientId,
  name,
  today,
  mostSessions,
  onClose,
}: {
  readonly clientId: string;
  readonly name: string;
  readonly today: PlainDate;
  /** Three where S14 is set aside for the client. */
  readonly mostSessions: 2 | 3;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [id, setId] = useState(() => makeId());
  const [startsOn, setStartsOn] = useState<string>(mondayOf(today) === today ? today : addDays(mondayOf(today), 7));
  const [weeks, setWeeks] = useState(String(usualWeeks));
  const [sessions, setSessions] = useState('2');
  const build = useMutation(
    trpc.programs.build.mutationOptions({
      onSuccess: ({ programId }) => router.push(`/clients/${clientId}/programs/${programId}`),
      onError: () => setId(makeId()),
    }),
  );
  const read = buildProgramInput.safeParse({
    id,
    clientId,
    startsOn,
    weeks: weeks.trim() === '' ? Number.NaN : Number(weeks),
    sessionsPerWeek: Number(sessions),
  });
  const refused = build.error ? readApiProblem(build.error) : undefined;
  const problemOf = (field: string) =>
    (read.success ? undefined : read.error.issues.find((issue) => issue.path[0] === field)?.message) ??
    findFieldProblem(refused, field);
  const isThirdRefused = Number(sessions) > mostSessions;
  const isDate = parsePlainDate(startsOn) !== undefined;
  const nearestMonday = isDate && mondayOf(startsOn) !== startsOn ? mondayOf(startsOn) : undefined;
  return (
    <Dialog
      title={`Build a program for ${name}`}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="primary"
            busy={build.isPending || build.isSuccess}
            busyLabel="Building"
            offReason={
              isThirdRefused ? 'S14 holds for this client' : read.success ? null : 'Set start and length first'
            }
            onClick={() => read.success && build.mutate(read.data)}
          >
            Build
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className="mt-3 grid grid-cols-2 gap-4">
        <DateField
          label="Starts on"
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
          error={problemOf('startsOn')}
          help={isDate ? `A Monday: ${formatShortDate(startsOn)}` : 'A Monday'}
        />
        <TextField
          label="Weeks"
          inputMode="numeric"
          value={weeks}
          onChange={(event) => setWeeks(event.target.value)}
          error={problemOf('weeks')}
          help="4 to 52, cut into blocks of 4 to 6"
        />
      </div>
      {nearestMonday ? (
        <Button variant="quiet" size="row" className="mt-1" onClick={() => setStartsOn(nearestMonday)}>
          Use {formatShortDate(nearestMonday)}
        </Button>
      ) : null}
      <RadioGroup
        className="mt-4"
        label="Sessions a week"
        name="sessions"
        value={sessions}
        onValueChange={setSessions}
        options={[
          { value: '2', label: 'Two', help: 'Enough, and what the article asks for.' },
          { value: '1', label: 'One', help: 'Keeps what is there.' },
          { value: '3', label: 'Three', help: 'Only where you have set S14 aside for this client, with your reason.' },
        ]}
        error={
          isThirdRefused ? 'S14 holds for this client. Set it aside under Rules first.' : problemOf('sessionsPerWeek')
        }
      />
      {refused && refused.problems.length === 0 ? <FormError className="mt-3">{refused.message}</FormError> : null}
    </Dialog>
  );
}
