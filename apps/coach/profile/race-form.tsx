'use client';

import { saveRace } from '@groundwork/api/inputs/running';
import { raceDistanceLabels, racePriorityLabels } from '@groundwork/engine/labels';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { raceDistances, racePriorities } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { DateField } from '@groundwork/ui/primitives/date-field';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { SelectField } from '@groundwork/ui/primitives/select-field';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { type ApiProblem, findFieldProblem, readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';

/** A race to add, checked by the schema that the API checks it by. */
export function RaceForm({
  clientId,
  today,
  onClose,
}: {
  readonly clientId: string;
  readonly today: PlainDate;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const id = useRef(makeId());
  const [problems, setProblems] = useState<Readonly<Record<string, string | undefined>>>({});
  const [refused, setRefused] = useState<ApiProblem>();
  const save = useMutation(
    trpc.races.save.mutationOptions({
      onSuccess: (_, { name }) => {
        showToast({ text: `${name} is added` });
        onClose();
        router.refresh();
      },
      onError: (error) => {
        const problem = readApiProblem(error);
        setRefused(problem);
        setProblems({ name: findFieldProblem(problem, 'name'), date: findFieldProblem(problem, 'date') });
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefused(undefined);
    const form = Object.fromEntries(new FormData(event.currentTarget));
    const read = saveRace.safeParse({ ...form, clientId, id: id.current });
    if (!read.success) {
      setProblems(Object.fromEntries(read.error.issues.map((issue) => [String(issue.path[0]), issue.message])));
      return;
    }
    setProblems({});
    save.mutate(read.data);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 border-b border-rule py-4">
      <TextField label="Race" name="name" autoComplete="off" error={problems.name} />
      <div className="grid grid-cols-2 gap-3">
        <DateField label="Date" name="date" min={today} error={problems.date} />
        <SelectField
          label="Distance"
          name="distance"
          defaultValue="half"
          options={raceDistances.map((value) => ({ value, label: raceDistanceLabels[value] }))}
        />
      </div>
      <SelectField
        label="Weight"
        name="priority"
        defaultValue="A"
        options={racePriorities.map((value) => ({ value, label: racePriorityLabels[value] }))}
        help="An A race gets a two-week taper, a B race one session that week."
      />
      {refused && refused.problems.length === 0 ? <FormError>{refused.message}</FormError> : null}
      <div className="flex gap-2">
        <Button type="submit" busy={save.isPending} busyLabel="Adding">
          Add the race
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
