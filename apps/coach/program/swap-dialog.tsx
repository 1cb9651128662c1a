'use client';

import { exercises, findExercise } from '@groundwork/engine/catalogue/catalogue';
import type { Exercise } from '@groundwork/engine/catalogue/exercise';
import { areaLabels, ladderLabels, painSiteLabels } from '@groundwork/engine/labels';
import { type BarKind, findBar, type Runner } from '@groundwork/engine/runner-limits';
import { type Area, areas } from '@groundwork/engine/vocabulary';
import { joinWords } from '@groundwork/ui/count-words';
import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useState } from 'react';
import { describeKit } from '../library/describe-kit.ts';

interface Choice {
  readonly exercise: Exercise;
  /** Why it is greyed; empty when it may be taken. */
  readonly against: readonly string[];
}

/** Another exercise for a slot, or one for a new slot: the same ladder first, then the area, then the rest. What kit or pain forbid is greyed and says why. */
export function SwapDialog({
  title,
  currentId,
  profile,
  taken,
  onChoose,
  onClose,
}: {
  readonly title: string;
  /** The exercise to replace; undefined for a new slot. */
  readonly currentId: string | undefined;
  readonly profile: Runner;
  /** Exercises that the session holds already. */
  readonly taken: readonly string[];
  readonly onChoose: (exerciseId: string) => void;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const current = currentId === undefined ? undefined : findExercise(currentId);
  const words = text.trim().toLowerCase();
  const matching = exercises.filter(
    (exercise) =>
      exercise.id !== currentId &&
      (words === '' || [exercise.name, ...exercise.aliases].some((name) => name.toLowerCase().includes(words))),
  );
  const groups = groupChoices(matching, current, profile, taken);
  return (
    <Dialog title={title} isOpen onOpenChange={onClose} width="wide">
      <TextField
        className="mt-3"
        label="Find an exercise"
        type="search"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
      />
      <div className="mt-3 max-h-[52dvh] overflow-y-auto">
        {groups.map(({ name, choices }) => (
          <section key={name} aria-label={name}>
            <h3 className="sticky top-0 border-b border-ink bg-sheet pt-2 pb-1 text-lg">{name}</h3>
            <ul>
              {choices.map(({ exercise, against }) => (
                <li
                  key={exercise.id}
                  className="flex min-h-10 items-center justify-between gap-4 border-b border-rule py-1.5 text-sm"
                >
                  <span className={against.length > 0 ? 'text-ink-3' : ''}>
                    <b>{exercise.name}</b> <span className="text-ink-3">rung {exercise.rung}</span>
                    <span className="block text-ink-2">{exercise.purpose}</span>
                  </span>
                  <Button
                    size="row"
                    aria-label={`${currentId ? 'Swap to' : 'Add'} ${exercise.name}`}
                    offReason={against.length > 0 ? joinWords(against) : null}
                    onClick={() => onChoose(exercise.id)}
                  >
                    {currentId ? 'Swap' : 'Add'}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {groups.length === 0 ? <p className="py-4 text-sm text-ink-2">No exercise is called that.</p> : null}
      </div>
    </Dialog>
  );
}

function groupChoices(
  list: readonly Exercise[],
  current: Exercise | undefined,
  profile: Runner,
  taken: readonly string[],
): readonly { readonly name: string; readonly choices: readonly Choice[] }[] {
  const choices = list.map((exercise): Choice => ({ exercise, against: listAgainst(exercise, profile, taken) }));
  const byArea = (area: Area) => choices.filter(({ exercise }) => exercise.area === area);
  const groups = current
    ? [
        {
          name: `Same ladder: ${ladderLabels[current.ladder]}`,
          choices: choices.filter(({ exercise }) => exercise.ladder === current.ladder),
        },
        {
          name: `Same area: ${areaLabels[current.area]}`,
          choices: byArea(current.area).filter(({ exercise }) => exercise.ladder !== current.ladder),
        },
        ...areas
          .filter((area) => area !== current.area)
          .map((area) => ({ name: areaLabels[area], choices: byArea(area) })),
      ]
    : areas.map((area) => ({ name: areaLabels[area], choices: byArea(area) }));
  return groups.filter((group) => group.choices.length > 0);
}

function listAgainst(exercise: Exercise, runner: Runner, taken: readonly string[]): readonly string[] {
  const reasons: string[] = [];
  if (taken.includes(exercise.id)) reasons.push('in this session');
  const bar = findBar(exercise, runner);
  if (bar !== null) reasons.push(describeBar(bar, exercise, runner));
  return reasons;
}

function describeBar(bar: BarKind, exercise: Exercise, runner: Runner): string {
  switch (bar) {
    case 'kit':
      return `needs ${describeKit(exercise)}`;
    case 'pain': {
      const hurts = exercise.painWatch.filter((site) => runner.painSites.includes(site));
      return `loads ${joinWords(hurts.map((site) => painSiteLabels[site].toLowerCase()))}`;
    }
    case 'screening':
      return 'left out after the health questions';
    case 'age':
      return 'not under 18';
    case 'experience':
      return 'too early for it';
    default: {
      const unknown: never = bar;
      throw new Error(`Unknown bar ${unknown}`);
    }
  }
}
