import { type ReactNode, Suspense } from 'react';
import { readFrame } from '../../lib/page-reads.ts';
import { AppProviders } from '../../shell/app-providers.tsx';
import { ShellHead } from '../../shell/shell-head.tsx';

/** The frame of every signed-in page. It guards nothing: each read asks for itself who is asking. */
export default function PracticeLayout({ children }: { children: ReactNode }) {
  return (
    <AppProviders>
      <Suspense fallback={<ShellHead frame={null} />}>
        <LoadedHead />
      </Suspense>
      {children}
    </AppProviders>
  );
}

async function LoadedHead() {
  return <ShellHead frame={await readFrame()} />;
}
