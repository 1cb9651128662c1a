'use client';

import { AnchorProvider } from '@groundwork/ui/primitives/anchor';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ApiProvider } from '../lib/trpc.tsx';

/** The router's links and the API for everything inside. */
export function AppProviders({ children }: { readonly children: ReactNode }) {
  return (
    <AnchorProvider as={Link}>
      <ApiProvider>{children}</ApiProvider>
    </AnchorProvider>
  );
}
