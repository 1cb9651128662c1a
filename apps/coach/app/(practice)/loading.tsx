import { Skeleton, SkeletonRows } from '@groundwork/ui/primitives/skeleton';

/** The page's head and its first rows at their final heights. */
export default function Loading() {
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <Skeleton className="h-9 w-72" />
      <Skeleton className="mt-3 h-5 w-[34rem]" />
      <div className="mt-10 border-t border-ink">
        <SkeletonRows rows={8} label="Loading the page" />
      </div>
    </main>
  );
}
