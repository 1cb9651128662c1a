import { Logo } from '@groundwork/ui/primitives/logo';
import { Skeleton, SkeletonRows } from '@groundwork/ui/primitives/skeleton';
import { MainTabs, WideTabs } from '../../../frame/main-tabs.tsx';

/** The frame at its final place, so that nothing moves when the page arrives. */
export default function Loading() {
  return (
    <>
      <div className="mx-auto max-w-[30rem] px-5 pb-28 lg:max-w-[62rem] lg:px-10">
        <div className="flex h-14 items-center gap-8 lg:h-18">
          <Logo />
          <WideTabs />
        </div>
        <div className="pt-2.5 lg:pt-8">
          <Skeleton className="h-5 w-36" />
          <Skeleton className="mt-2 h-8 w-48" />
          <Skeleton className="mt-3 h-5 w-72" />
          <Skeleton className="mt-5 h-14 w-full lg:max-w-[34rem]" />
          <div className="mt-8 lg:max-w-[34rem]">
            <SkeletonRows rows={4} height="exercise" />
          </div>
        </div>
      </div>
      <MainTabs />
    </>
  );
}
