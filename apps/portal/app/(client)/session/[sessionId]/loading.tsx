import { Skeleton, SkeletonRows } from '@groundwork/ui/primitives/skeleton';

/** The session at its final heights, so that nothing moves when it arrives. */
export default function Loading() {
  return (
    <div className="mx-auto max-w-[30rem] px-5 pt-5">
      <Skeleton className="h-5 w-28" />
      <Skeleton className="mt-4 h-1 w-full" />
      <Skeleton className="mt-4 h-5 w-44" />
      <Skeleton className="mt-2 h-7 w-64" />
      <Skeleton className="mt-[220px] h-5 w-72" />
      <div className="mt-4 border-t-2 border-ink">
        <SkeletonRows rows={3} height="line" />
      </div>
    </div>
  );
}
