'use client';

import { AnchorProvider } from '@groundwork/ui/primitives/anchor';
import type { ReactNode } from 'react';
import { LazyLink } from './lazy-link.tsx';

/** Draws the look's links through the router, so that moving between the client's screens loads no page anew. */
export function RouterLinks({ children }: { readonly children: ReactNode }) {
  return <AnchorProvider as={LazyLink}>{children}</AnchorProvider>;
}
