import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

export interface SectionHeadProps {
  readonly children: ReactNode;
  /** A count or a range beside the head: "5", "16 to 22 March". */
  readonly note?: ReactNode;
  /** At the right end: captions, links, a Why. */
  readonly end?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
  readonly className?: string;
}

/** A section opens with a 1 px ink rule under its head. */
export function SectionHead({ children, note, end, level = 2, id, className }: SectionHeadProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div
      className={joinClasses(
        'mt-7 flex flex-wrap items-baseline gap-x-2.5 border-b border-ink pb-[7px] dense:mt-8',
        className,
      )}
    >
      <Heading id={id} className="text-xl">
        {children}
      </Heading>
      {note ? <span className="text-xs font-medium text-ink-3">{note}</span> : null}
      {end ? <span className="ml-auto flex items-baseline gap-4 text-xs text-ink-3">{end}</span> : null}
    </div>
  );
}
