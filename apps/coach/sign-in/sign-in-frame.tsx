import { Logo } from '@groundwork/ui/primitives/logo';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import type { ReactNode } from 'react';

/** The page before the practice: one thing to do, one drawing. */
export function SignInFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <header className="flex h-12 items-center border-b-2 border-ink px-5 lg:px-10">
        <Logo />
      </header>
      <main className="mx-auto grid max-w-[60rem] gap-x-16 gap-y-10 px-5 pt-12 pb-16 md:grid-cols-[minmax(0,26rem)_1fr] md:pt-20">
        <div>{children}</div>
        <div className="hidden max-w-80 self-end justify-self-end md:block">
          <ExerciseFigure exerciseId="qd_rev_lunge" size="full" decorative />
        </div>
      </main>
    </div>
  );
}
