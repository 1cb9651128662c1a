'use client';

import type { PlainDate } from '@groundwork/engine/plain-date';
import { formatDate } from '@groundwork/ui/format-date';
import { whyTriggerLook } from '@groundwork/ui/primitives/why-trigger';
import { useId } from 'react';

/** A figure without its definition is an opinion. */
export function DoneDefinition({ from }: { readonly from: PlainDate }) {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} className={whyTriggerLook}>
        How “done” is counted
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-head`}
        className="opens fixed inset-0 m-auto h-fit w-[392px] max-w-[calc(100vw-24px)] rounded-b-md border-0 border-t-2 border-ink bg-sheet px-[18px] py-3.5 text-sm text-ink shadow-pop"
      >
        <h3 id={`${id}-head`} className="text-xl">
          How “done” is counted
        </h3>
        <p className="mt-1.5 font-serif text-reason">
          Sessions done, of sessions that were due from {formatDate(from)} to yesterday. Today’s counts once it is done.
          A skipped session counts as due; a day on which nothing was due does not count.
        </p>
      </div>
    </>
  );
}
