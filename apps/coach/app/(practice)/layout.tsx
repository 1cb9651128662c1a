import type { ReactNode } from 'react';
import { readFrame } from '../../lib/page-reads.ts';
import { AppProviders } from '../../shell/app-providers.tsx';
import { ShellHead } from '../../shell/shell-head.tsx';

/** The frame of every signed-in page. It guards nothing: each read asks for itself who is asking. */
export default function PracticeLayout({ children }: { children: ReactNode }) {
  return (
    <AppProviders>
      <LoadedHead />
      {children}
    </AppProviders>
  );
}

/** Not behind a boundary: nothing is sent before it is known who asks, so that a stranger gets a redirect and a missing id a 404. */
async function LoadedHead() {
  return <ShellHead frame={await readFrame()} />;
}
