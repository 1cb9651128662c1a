import { Button } from '@groundwork/ui/primitives/button';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { useEffect, useRef } from 'react';
import { NavLink } from '../shell/nav-link.tsx';
import type { ExplainedPrescription } from './explain-prescription.ts';

/** The exercise of one cell, drawn, and every reason behind it, each with its rule and source. */
export function PrescriptionWhy({
  exerciseId,
  heading,
  explanations,
  onClose,
}: ExplainedPrescription & { readonly onClose: () => void }) {
  const note = useRef<HTMLElement>(null);
  useEffect(() => {
    note.current?.scrollIntoView({ block: 'nearest' });
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', closeOnEscape);
    return () => window.removeEventListener('keydown', closeOnEscape);
  }, [onClose]);
  return (
    <section
      ref={note}
      aria-label={heading}
      aria-live="polite"
      className="opens mt-4 border-t-2 border-b border-t-ink border-b-rule bg-sheet px-5 pt-3.5 pb-2"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1.5">
          <ExerciseFigure exerciseId={exerciseId} decorative />
          <h2 className="text-xl">{heading}</h2>
        </div>
        <Button size="row" onClick={onClose}>
          Close
        </Button>
      </div>
      <ol className="mt-1.5">
        {explanations.map((one) => (
          <li
            key={one.title + one.claim}
            className="grid gap-x-10 gap-y-0.5 border-t border-rule py-2 first:border-t-0 md:grid-cols-[5fr_4fr]"
          >
            <p className="font-serif text-base leading-[1.4rem]">{one.claim}</p>
            <p className="text-xs text-ink-2">
              <NavLink href={`/rules/${one.rule.id}`} className="font-semibold no-underline hover:underline">
                {one.rule.id}
              </NavLink>
              , {one.rule.statement}. <span className="text-ink-3">{one.source}</span>
              {one.instead ? <span className="block">Instead: {one.instead}</span> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
