import { Kbd } from '@groundwork/ui/primitives/kbd';
import { Lock } from 'lucide-react';

/** What the grid’s marks and keys mean. */
export function MatrixLegend({ unit }: { readonly unit: string }) {
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-[18px] gap-y-1.5 text-xs text-ink-2">
      <span className="text-ink-3">Sets × reps or seconds, load in {unit}.</span>
      <span>
        <b className="text-green">Green</b> rises on the week before
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Lock aria-hidden className="size-3" strokeWidth={1.75} />
        logged, never changes
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="size-2 bg-ink-3 [clip-path:polygon(0_0,100%_0,100%_100%)]" />
        set by hand
      </span>
      <span className="ml-auto inline-flex flex-wrap items-center gap-x-3.5 gap-y-1.5">
        {[
          ['↵', 'edit'],
          ['Alt ↑↓', 'order'],
          ['D', 'fill right'],
          ['W', 'why'],
          ['F', 'next finding'],
        ].map(([key, words]) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <Kbd>{key}</Kbd> {words}
          </span>
        ))}
      </span>
    </div>
  );
}
