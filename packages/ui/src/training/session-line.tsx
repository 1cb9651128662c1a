import type { ReactNode } from 'react';
import { Anchor, type AnchorComponent } from '../primitives/anchor.tsx';
import { joinClasses } from '../primitives/join-classes.ts';
import { ExerciseFigure } from './exercise-figure.tsx';

export interface SessionLineProps {
  readonly number: number;
  readonly name: string;
  readonly exerciseId: string;
  /** A `PrescriptionLine`. */
  readonly dose: ReactNode;
  /** "hamstrings, balance". */
  readonly purpose?: string;
  /** The exercise's page, or the set log at this exercise. */
  readonly href?: string;
  readonly as?: AnchorComponent;
  /** Done by turns with the line below or above it. */
  readonly pair?: 'first' | 'second' | undefined;
  /** A line below: "done 5, 5, 4", a Why. */
  readonly children?: ReactNode;
}

/** One exercise of a session between hairlines: number, name, dose, purpose and an 84 × 60 figure. */
export function SessionLine({
  number,
  name,
  exerciseId,
  dose,
  purpose,
  href,
  as: Link = Anchor,
  pair,
  children,
}: SessionLineProps) {
  return (
    <li
      className={joinClasses(
        'relative grid min-h-[89px] grid-cols-[22px_minmax(0,1fr)_84px] items-center gap-x-1 border-rule py-3',
        pair === 'first' ? '' : 'border-b',
      )}
    >
      {pair ? (
        <span
          aria-hidden="true"
          className={joinClasses('absolute left-1 w-0.5 bg-green', pair === 'first' ? 'top-9 bottom-0' : 'top-0 h-3.5')}
        />
      ) : null}
      <span aria-hidden="true" className="self-start pt-[3px] text-md text-ink-3 tabular-nums">
        {number}
      </span>
      <div className="min-w-0 self-start">
        <h3 className="text-lg leading-6">
          {href ? (
            // The whole line is the target: the link's own box is stretched over it.
            <Link href={href} className="text-ink no-underline after:absolute after:inset-0 after:content-['']">
              {name}
            </Link>
          ) : (
            name
          )}
        </h3>
        <p className="text-md">{dose}</p>
        {purpose ? <p className="text-md text-ink-3">{purpose}</p> : null}
        {pair === 'second' ? (
          <p className="text-md text-ink-2">by turns with the one above: a set of each, then rest</p>
        ) : null}
        {children ? <div className="relative text-md">{children}</div> : null}
      </div>
      <ExerciseFigure exerciseId={exerciseId} decorative />
    </li>
  );
}
