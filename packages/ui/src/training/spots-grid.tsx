import { type ReactNode, useId } from 'react';
import { type SpotCounts, shareSpots, spotKinds } from './share-spots.ts';

/** More squares than this say nothing that a bar does not. */
const mostSquares = 96;

const looks = {
  coached: 'bg-green',
  invited: 'bg-green',
  held: 'text-green ring-[1.5px] ring-green ring-inset [background-image:var(--pattern-speed)]',
  free: 'ring-[1.5px] ring-rule-2 ring-inset',
} as const satisfies Record<keyof SpotCounts, string>;

/** A practice's spots as squares, or as a bar where they are many: taken filled, held hatched, free open. The key under it says the numbers. */
export function SpotsGrid({ counts, className }: { readonly counts: SpotCounts; readonly className?: string }) {
  const all = spotKinds.reduce((sum, kind) => sum + counts[kind], 0);
  const squares = spotKinds.flatMap((kind) => Array.from({ length: counts[kind] }, () => looks[kind]));
  return (
    <div className={className}>
      {all > mostSquares ? (
        <SpotsBar counts={counts} />
      ) : (
        <div aria-hidden className="grid grid-cols-12 gap-1">
          {squares.map((look, place) => (
            <i key={place} className={`h-3.5 rounded-[1px] ${look}`} />
          ))}
        </div>
      )}
      <ul className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
        <KeyItem look={looks.coached}>
          {counts.coached} coached{counts.invited > 0 ? `, ${counts.invited} invited` : ''}
        </KeyItem>
        <KeyItem look={looks.held}>{counts.held} held</KeyItem>
        <KeyItem look={looks.free}>{counts.free} free</KeyItem>
      </ul>
    </div>
  );
}

function KeyItem({ look, children }: { readonly look: string; readonly children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <i aria-hidden className={`size-3 rounded-[1px] ${look}`} />
      <span>{children}</span>
    </li>
  );
}

const barLooks = {
  coached: 'fill-green',
  invited: 'fill-green',
  held: 'stroke-green',
  free: 'fill-transparent stroke-rule-2',
} as const satisfies Record<keyof SpotCounts, string>;

/** In the drawing's own attributes: a page's policy lets no element bring a style. */
function SpotsBar({ counts }: { readonly counts: SpotCounts }) {
  const hatch = useId();
  // What is held is drawn last, over the edges of its neighbours.
  const parts = shareSpots(counts).sort((a, b) => Number(a.kind === 'held') - Number(b.kind === 'held'));
  return (
    <svg aria-hidden className="block h-3.5 w-full overflow-visible">
      <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className="fill-paper" />
        <rect width="1.5" height="5" className="fill-green" />
      </pattern>
      {parts.map(({ kind, from, width }) => (
        <rect
          key={kind}
          x={`${from}%`}
          y={0.75}
          width={`${width}%`}
          height={12.5}
          strokeWidth={1.5}
          fill={kind === 'held' ? `url(#${hatch})` : undefined}
          className={barLooks[kind]}
        />
      ))}
    </svg>
  );
}
