import { joinClasses } from '../primitives/join-classes.ts';

/** A practice's spots as squares: coached filled, held hatched, free open. The sentence beside it says the numbers too. */
export function SpotsGrid({
  coached,
  held,
  free,
  className,
}: {
  readonly coached: number;
  /** Offered, with the deadline still running. */
  readonly held: number;
  readonly free: number;
  readonly className?: string;
}) {
  const squares = [
    ...Array.from({ length: coached }, () => 'bg-green'),
    ...Array.from(
      { length: held },
      () => 'text-green ring-[1.5px] ring-green ring-inset [background-image:var(--pattern-speed)]',
    ),
    ...Array.from({ length: free }, () => 'ring-[1.5px] ring-rule-2 ring-inset'),
  ];
  return (
    <div
      role="img"
      aria-label={`${coached} coached, ${held} held, ${free} free of ${squares.length} spots`}
      className={joinClasses('grid grid-cols-12 gap-1', className)}
    >
      {squares.map((look, place) => (
        <i key={place} className={`h-3.5 rounded-[1px] ${look}`} />
      ))}
    </div>
  );
}
