'use client';

import type { RaceView } from '@groundwork/api/views/running';
import { raceDistanceLabels } from '@groundwork/engine/labels';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { formatShortDate } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';

const RaceForm = dynamic(() => import('./race-form.tsx').then((module) => module.RaceForm), { ssr: false });

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
