import { joinClasses } from './join-classes.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** A still block the size of what is coming; give it the height and width of the text it stands for. */
export function Skeleton({ className = 'h-4 w-40' }: { readonly className?: string }) {
  return <span aria-hidden="true" className={joinClasses('block max-w-full rounded-xs bg-rule/60', className)} />;
}

const rowHeights = { dense: 'h-8', row: 'h-10', line: 'h-13', exercise: 'h-[89px]' } as const;

/** Ruled rows at their final height, so that nothing moves when they arrive. */
export function SkeletonRows({
  rows,
  height = 'row',
  label = 'Loading',
}: {
  readonly rows: number;
  readonly height?: keyof typeof rowHeights;
  /** What is on its way: "Loading clients". */
  readonly label?: string;
}) {
  return (
    <div role="status">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={joinClasses('flex items-center gap-6 border-b border-rule', rowHeights[height])}>
          <Skeleton className={row % 3 === 1 ? 'h-3 w-28' : 'h-3 w-40'} />
          <Skeleton className="h-3 w-24" />
        </div>
      ))}
    </div>
  );
}
