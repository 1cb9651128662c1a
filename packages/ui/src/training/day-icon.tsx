import type { ReactNode } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { type DayType, dayWords } from './day-type.ts';

// Our own, on Lucide's 16 grid and in the weight of the sans at 14 px.
const paths: Readonly<Record<DayType, ReactNode>> = {
  easy: <path d="M1.8 10.6C4 6.2 6 6.2 8 8.4s4 2.2 6.2-2.2" />,
  speed: <path d="M1.5 12 4.6 4l3 8 3-8 3 8 .9-2.4" strokeLinejoin="miter" />,
  long: <path d="M1.5 8h13M1.5 4.5v7M14.5 4.5v7" />,
  strength: (
    <>
      <path d="M5 8h6M1.3 6.3v3.4M14.7 6.3v3.4" />
      <path d="M3.9 4.2v7.6M12.1 4.2v7.6" strokeWidth="2.6" />
    </>
  ),
  mobility: <path d="M3 2.5V13h10.5M3 6.2A6.8 6.8 0 0 1 9.8 13" />,
  rest: <circle cx="8" cy="8" r="4.2" />,
  race: <path d="M3.5 14.5v-13M3.5 2.5h9.5l-2.4 3 2.4 3H3.5" />,
};

/** One wave, zigzag, posts, barbell, angle, ring or flag. Takes the text's colour; give it a `label` where it stands alone. */
export function DayIcon({
  type,
  label,
  className = 'size-4',
}: {
  readonly type: DayType;
  /** True for the type's own word. */
  readonly label?: string | true;
  readonly className?: string;
}) {
  const words = label === true ? dayWords[type] : label;
  return (
    <svg
      viewBox="0 0 16 16"
      role={words ? 'img' : undefined}
      aria-label={words}
      aria-hidden={words ? undefined : true}
      className={joinClasses('line-drawn', className)}
    >
      {paths[type]}
    </svg>
  );
}

/** The slashed barbell: a day that strength may not use. The reason stands beside it in words. */
export function NoStrengthIcon({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden="true" className={joinClasses('slashed block size-4 shrink-0 text-ink-3', className)}>
      <DayIcon type="strength" />
    </span>
  );
}
