'use client';

import { saveRace } from '@groundwork/api/inputs/running';
import type { RaceView } from '@groundwork/api/views/running';
import { raceDistanceLabels, racePriorityLabels } from '@groundwork/engine/labels';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { raceDistances, racePriorities } from '@groundwork/engine/vocabulary';
import { Button } from '@groundwork/ui/primitives/button';
import { DateField } from '@groundwork/ui/primitives/date-field';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { SelectField } from '@groundwork/ui/primitives/select-field';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { type ApiProblem, findFieldProblem, readApiProblem } from '../lib/api-error.ts';
import { formatShortDate } from '../lib/format-date.ts';
import { useTRPC } from '../lib/trpc.tsx';

/** The races that programs taper for. */
export function RaceList({
  clientId,
  races,
  today,
  canEdit,
}: {
  readonly clientId: string;
  readonly races: readonly RaceView[];
  readonly today: PlainDate;
  readonly canEdit: boolean;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [adds, setAdds] = useState(false);
  const remove = useMutation(
    trpc.races.remove.mutationOptions({
      onSuccess: () => {
        showToast({ text: 'The race is taken off' });
        router.refresh();
      },
      onError: (error) => showToast({ text: readApiProblem(error).message, failed: true }),
    }),
  );
  return (
    <section aria-label="Races">
      <SectionHead
        end={
          canEdit && !adds ? (
            <button type="button" onClick={() => setAdds(true)} className="font-semibold text-green hover:underline">
              Add a race
            </button>
          ) : null
        }
      >
        Races
      </SectionHead>
      {races.length === 0 && !adds ? (
        <p className="py-3 text-sm text-ink-2">No race. Programs then build on without a taper.</p>
      ) : null}
      <ul>
        {races.map((race) => (
          <li key={race.raceId} className="flex items-center justify-between gap-3 border-b border-rule py-2 text-sm">
            <span className={race.date < today ? 'text-ink-3' : ''}>
              <b>{race.name}</b>
              <span className="block text-ink-2">
                {formatShortDate(race.date)}, {raceDistanceLabels[race.distance]}, {race.priority} race
                {race.date < today ? ', past' : ''}
              </span>
            </span>
            {canEdit ? (
              <Button
                size="row"
                aria-label={`Remove ${race.name}`}
                busy={remove.isPending && remove.variables?.raceId === race.raceId}
                busyLabel="Removing"
                onClick={() => remove.mutate({ clientId, raceId: race.raceId })}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adds ? <RaceForm clientId={clientId} today={today} onClose={() => setAdds(false)} /> : null}
    </section>
  );
}

function RaceForm({
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
