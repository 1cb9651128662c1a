'use client';

import { goalLabels } from '@groundwork/engine/labels';
import { type Goal, goals } from '@groundwork/engine/vocabulary';
import { useEffect, useRef } from 'react';
import type { GridRow } from './grid-rows.ts';
import { PinMark } from './pin-mark.tsx';
import type { CellFrame } from './use-matrix-keys.ts';

/** What a slot trains, over its block: a word, or the list it is chosen from. */
export function GoalCell({
  row,
  frame,
  isEditing,
  canEdit,
  onEdit,
  onStop,
  onSet,
}: {
  readonly row: GridRow;
  readonly frame: CellFrame;
  readonly isEditing: boolean;
  readonly canEdit: boolean;
  readonly onEdit: () => void;
  readonly onStop: () => void;
  readonly onSet: (goal: Goal) => void;
}) {
  const { goal, pinned } = row.sample;
  return (
    <td
      {...frame}
      onDoubleClick={() => canEdit && onEdit()}
      className="relative border-b border-rule text-ink-2 focus-visible:-outline-offset-2"
    >
      {isEditing ? (
        <GoalSelect label={`${row.slot}, goal`} goal={goal} onStop={onStop} onSet={onSet} />
      ) : (
        goalLabels[goal].toLowerCase()
      )}
      {pinned.includes('goal') ? <PinMark what="goal" /> : null}
    </td>
  );
}

function GoalSelect({
  label,
  goal,
  onStop,
  onSet,
}: {
  readonly label: string;
  readonly goal: Goal;
  readonly onStop: () => void;
  readonly onSet: (goal: Goal) => void;
}) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => select.current?.focus(), []);
  return (
    <select
      ref={select}
      aria-label={label}
      defaultValue={goal}
      onBlur={onStop}
      onChange={(event) => {
        onStop();
        onSet(goals.find((one) => one === event.target.value) ?? goal);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onStop();
      }}
      className="absolute inset-0 z-10 size-full min-w-24 bg-sheet text-ink outline-2 -outline-offset-1 outline-focus"
    >
      {goals.map((one) => (
        <option key={one} value={one}>
          {goalLabels[one].toLowerCase()}
        </option>
      ))}
    </select>
  );
}
