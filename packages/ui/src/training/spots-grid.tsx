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
  if (all > mostSquares) return <SpotsBar shares={{ coached, held, free }} label={label} className={className} />;
  const shares = (['coached', 'held', 'free'] as const).map((kind) => ({
    look: looks[kind],
    spots: { coached, held, free }[kind],
  }));
  const squares = shares.flatMap(({ look, spots }) => Array.from({ length: spots }, () => look));
  return (
    <div role="img" aria-label={label} className={joinClasses('grid grid-cols-12 gap-1', className)}>
      {squares.map((look, place) => (
        <i key={place} className={`h-3.5 rounded-[1px] ${look}`} />
      ))}
    </div>
  );
}

const bars = {
  coached: 'fill-green stroke-green',
  held: 'fill-green-tint stroke-green',
  free: 'fill-transparent stroke-rule-2',
} as const;

/** In the drawing's own attributes: a page's policy lets no element bring a style. */
function SpotsBar({
  shares,
  label,
  className,
}: {
  readonly shares: Readonly<Record<keyof typeof bars, number>>;
  readonly label: string;
  readonly className: string | undefined;
}) {
  const kinds = (['coached', 'held', 'free'] as const).filter((kind) => shares[kind] > 0);
  const all = kinds.reduce((sum, kind) => sum + shares[kind], 0);
  const gap = all / 100;
  let from = 0;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${all} 14`}
      preserveAspectRatio="none"
      className={joinClasses('block h-3.5 w-full', className)}
    >
      {kinds.map((kind) => {
        const x = from;
        from += shares[kind];
        const width = Math.max(shares[kind] - gap, gap / 2);
        return (
          <rect
            key={kind}
            x={x + gap / 4}
            y={1}
            width={width}
            height={12}
            strokeWidth={1.5}
            vectorEffect="non-scaling-stroke"
            className={bars[kind]}
          />
        );
      })}
    </svg>
  );
}
