'use client';

import type { PlainDate } from '@groundwork/engine/plain-date';
import { formatLongDate } from '@groundwork/ui/format-date';
import { useEffect, useState } from 'react';

/** Says so when this page was kept on the phone on another day: without a signal yesterday's Today may be all there is. */
export function StaleLine({ date, timeZone }: { readonly date: PlainDate; readonly timeZone: string }) {
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    // The Canadian form of a date is the ISO one.
    setIsStale(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()) !== date);
  }, [date, timeZone]);
  if (!isStale) return null;
  return (
    <p className="mt-2 border-l-3 border-signal pl-3.5 text-md">
      This page is from {formatLongDate(date)}. It comes up to date with the next signal.
    </p>
  );
}
