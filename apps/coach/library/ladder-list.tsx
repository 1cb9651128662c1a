import type { Exercise } from '@groundwork/engine/catalogue/exercise';
import { NavLink } from '../shell/nav-link.tsx';

/** A ladder from the top down, the exercise at hand marked. */
export function LadderList({
  rungs,
  current,
}: {
  readonly rungs: readonly (readonly Exercise[])[];
  readonly current: string;
}) {
  return (
    <ol className="flex flex-col-reverse">
      {rungs.map((rung, index) => (
        <li key={rung[0]?.id} className="grid grid-cols-[2.25rem_1fr] items-baseline border-b border-rule py-1.5">
          <span className="text-ink-3 tabular-nums">{index + 1}</span>
          <span className="grid">
            {rung.map((exercise) =>
              exercise.id === current ? (
                <b key={exercise.id} aria-current="true" className="border-l-3 border-signal pl-2 leading-6">
                  {exercise.name}
                </b>
              ) : (
                <NavLink
                  key={exercise.id}
                  href={`/library/${exercise.id}`}
                  className="leading-6 text-ink no-underline hover:underline"
                >
                  {exercise.name}
                </NavLink>
              ),
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
