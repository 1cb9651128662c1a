import { lazy, Suspense } from 'react';

/** The drawings weigh more than the page: they come when there is something to draw. */
const Figure = lazy(async () => {
  const { ExerciseFigure } = await import('@groundwork/ui/training/exercise-figure');
  return { default: ExerciseFigure };
});

/** A list figure that keeps its place until it has come. Its name stands beside it. */
export function LateFigure({ exerciseId }: { readonly exerciseId: string }) {
  return (
    <Suspense fallback={<span className="block h-[60px] w-[84px]" />}>
      <Figure exerciseId={exerciseId} decorative />
    </Suspense>
  );
}
