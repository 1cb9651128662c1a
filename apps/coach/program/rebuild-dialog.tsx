'use client';

import type { RebuildPreview } from '@groundwork/api/views/program';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { weekdayLabels } from '@groundwork/engine/labels';
import type { LostBecause, LostChange } from '@groundwork/engine/rebuild-program';
import { capitalise, countOf, joinWords } from '@groundwork/ui/count-words';
import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { useQuery } from '@tanstack/react-query';
import { readQueryProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { barWords, fieldWords } from './apply-edit.ts';
import { ChangeList } from './change-list.tsx';
import { listProgramChanges } from './compare-programs.ts';

/** What building again would change, and what of her own it could not keep, before she takes it. */
export function RebuildDialog({
  programId,
  revision,
  isBusy,
  onTake,
  onClose,
}: {
  readonly programId: string;
  readonly revision: number;
  readonly isBusy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const trpc = useTRPC();
  const preview = useQuery({
    ...trpc.programs.previewRebuild.queryOptions({ programId }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const found = preview.data?.revision === revision ? preview.data : undefined;
  const changes = found ? listProgramChanges(found.before, found.draft) : [];
  const problem = preview.error ? readQueryProblem(preview.error) : undefined;
  const offReason = !found ? 'Comparing' : changes.length + found.lost.length === 0 ? 'Nothing would change' : null;
  return (
    <Dialog
      title="Build again from the profile"
      isOpen
      onOpenChange={onClose}
      width="wide"
      actions={
        <>
          <Button variant="primary" busy={isBusy} busyLabel="Building" offReason={offReason} onClick={onTake}>
            Take it
          </Button>
          <Button onClick={onClose}>Leave it</Button>
        </>
      }
    >
      {problem ? <FormError>{problem.problems[0]?.message ?? problem.message}</FormError> : null}
      <p className="font-serif text-reason" aria-live="polite">
        {found ? describeOutcome(found, changes.length) : problem ? '' : 'Building it with all that you set by hand.'}
      </p>
      {found && found.lost.length > 0 ? (
        <section aria-label="What cannot stay" className="mt-3 border-t-2 border-signal text-sm">
          <ul>
            {found.lost.map((lost) => (
              <li key={`${lost.session}/${lost.slot}/${lost.fields.join()}`} className="border-b border-rule py-1.5">
                <b>{describeLost(lost)}</b> {describeBecause(lost.because)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {changes.length > 0 ? <ChangeList changes={changes} rest="more" /> : null}
    </Dialog>
  );
}

function describeOutcome({ lost }: RebuildPreview, changes: number): string {
  if (changes + lost.length === 0) return 'Nothing would change: the profile, the runs and the rules are as they were.';
  const kept =
    lost.length === 0
      ? 'All that you set by hand stays.'
      : `${capitalise(countOf(lost.length, 'thing'))} that you set by hand cannot stay.`;
  return `${capitalise(countOf(changes, 'change'))}. ${kept} Logged sessions stay as they are.`;
}

/** "Week 3, A1, Goblet squat: the exercise, sets." */
function describeLost({ session, slot, exerciseId, fields }: LostChange): string {
  const week = `Week ${Number(session.slice(1, 3))}`;
  if (slot === null || exerciseId === null) return `${week}, Strength ${session.at(-1)}: the day.`;
  const words = fields.map((field) => fieldWords[field].toLowerCase());
  return `${week}, ${slot}, ${findExercise(exerciseId)?.name ?? exerciseId}: ${joinWords(words)}.`;
}

function describeBecause(because: LostBecause): string {
  switch (because.code) {
    case 'session_gone':
      return 'The week has no such session any more.';
    case 'slot_gone':
      return 'The session has no such slot any more.';
    case 'unknown_exercise':
      return 'The catalogue no longer has the exercise.';
    case 'barred':
      return `${capitalise(barWords[because.by])}.`;
    case 'not_for_light':
      return 'The session is light now, and this is too much for it.';
    case 'already_there':
      return 'The session holds it in another slot.';
    case 'day_taken':
      return `${weekdayLabels[because.day]} holds the other session.`;
    default: {
      const unknown: never = because;
      throw new Error(`Unknown reason ${JSON.stringify(unknown)}`);
    }
  }
}
