import { joinClasses } from './join-classes.ts';

/** The tick of a done thing. `draws` lets it be drawn in when it is confirmed. Decoration: say "done" in words beside it. */
export function Tick({
  draws = false,
  className = 'size-4',
}: {
  readonly draws?: boolean;
  readonly className?: string;
}) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className={joinClasses('line-drawn', className)}>
      <path pathLength={1} className={draws ? 'tick-draws' : undefined} d="m4 12 5 5L20 6" />
    </svg>
  );
}
