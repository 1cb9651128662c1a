import type { ReactNode } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { DayIcon } from './day-icon.tsx';
import { type DayType, dayClass, dayWords } from './day-type.ts';

/** Icon and word on the type's tint, 24 high. */
export function DayChip({
  type,
  children = dayWords[type],
  className,
}: {
  readonly type: DayType;
  /** The words, when they are not the type's own: "Strength A". */
  readonly children?: ReactNode;
  readonly className?: string;
}) {
  return (
    <span
      className={joinClasses(
        'inline-flex h-6 items-center gap-1.5 rounded-xs bg-day-tint pr-2 pl-1.5 text-xs font-semibold whitespace-nowrap text-day',
        dayClass[type],
        type === 'rest' && 'ring-1 ring-rule ring-inset',
        className,
      )}
    >
      <DayIcon type={type} />
      {children}
    </span>
  );
}
