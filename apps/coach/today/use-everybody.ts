'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../lib/trpc.tsx';

/**
 * All of what Today shows the first of, once somebody asks for it.
 * @param first Rows of the page as it was sent: when it is sent anew, what was asked for before no longer counts.
 */
export function useEverybody(first: unknown) {
  const trpc = useTRPC();
  const [askedFor, setAskedFor] = useState<unknown>();
  const isAsked = askedFor === first;
  const { data, isFetching, refetch } = useQuery(
    trpc.practice.everybody.queryOptions(undefined, { enabled: isAsked, staleTime: 0, gcTime: 0 }),
  );
  const load = () => {
    if (isAsked) void refetch();
    else setAskedFor(() => first);
  };
  return { all: isAsked ? data : undefined, isFetching, load };
}
