'use client';

import { AnchorProvider } from '@groundwork/ui/primitives/anchor';
import type { ReactNode } from 'react';
import { ApiProvider } from '../lib/trpc.tsx';
import { NavLink } from './nav-link.tsx';

/** The router's links and the API for everything inside. */
export function AppProviders({ children }: { readonly children: ReactNode }) {
  return (
    <AnchorProvider as={NavLink}>
      <ApiProvider>{children}</ApiProvider>
    </AnchorProvider>
  );
}
