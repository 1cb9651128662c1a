import { joinClasses } from '../primitives/join-classes.ts';

/** More squares than this say nothing that a bar does not. */
const mostSquares = 96;

const looks = {
  coached: 'bg-green',
  held: 'text-green ring-[1.5px] ring-green ring-inset [background-image:var(--pattern-speed)]',
  free: 'ring-[1.5px] ring-rule-2 ring-inset',
} as const;

/** A practice's spots as squares, or as a bar where they are many: coached filled, held hatched, free open. The sentence beside it says the numbers too. */
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
  const all = coached + held + free;
  const label = `${coached} coached, ${held} held, ${free} free of ${all} spots`;
  const shares = [
    { look: looks.coached, spots: coached },
    { look: looks.held, spots: held },
    { look: looks.free, spots: free },
  ];
  if (all > mostSquares) {
    return (
      <div role="img" aria-label={label} className={joinClasses('flex h-3.5 gap-1', className)}>
        {shares
          .filter(({ spots }) => spots > 0)
          .map(({ look, spots }) => (
            <i key={look} style={{ flexGrow: spots }} className={`min-w-1 basis-0 rounded-[1px] ${look}`} />
          ))}
      </div>
    );
  }
  const squares = shares.flatMap(({ look, spots }) => Array.from({ length: spots }, () => look));
  return (
    <div role="img" aria-label={label} className={joinClasses('grid grid-cols-12 gap-1', className)}>
      {squares.map((look, place) => (
        <i key={place} className={`h-3.5 rounded-[1px] ${look}`} />
      ))}
    </div>
  );
}
