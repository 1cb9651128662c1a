export interface ExerciseProgress {
  readonly sets: number;
  readonly done: number;
}

// A set's bar is as wide in a long exercise as in a short one; a prescription has 1 to 6 sets.
const shares = ['', 'flex-1', 'flex-2', 'flex-3', 'flex-4', 'flex-5', 'flex-6'] as const;

/** Where one is in a session: a bar per set, parted by exercise; done green, the one at hand orange. */
export function SessionProgress({
  exercises,
  current,
}: {
  readonly exercises: readonly ExerciseProgress[];
  /** Index of the exercise at hand. */
  readonly current: number;
}) {
  const total = exercises.reduce((sum, { sets }) => sum + sets, 0);
  const done = exercises.reduce((sum, exercise) => sum + exercise.done, 0);
  return (
    <div role="img" aria-label={`${done} of ${total} sets done`} className="flex gap-2">
      {exercises.map((exercise, place) => (
        <span key={place} className={`flex gap-0.5 ${shares[exercise.sets] ?? 'flex-1'}`}>
          {Array.from({ length: exercise.sets }, (_, set) => (
            <i
              key={set}
              className={`h-1 flex-1 ${set < exercise.done ? 'bg-green' : place === current && set === exercise.done ? 'bg-signal' : 'bg-rule'}`}
            />
          ))}
        </span>
      ))}
    </div>
  );
}
