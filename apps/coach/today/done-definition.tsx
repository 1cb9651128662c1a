'use client';

import type { PlainDate } from '@groundwork/engine/plain-date';
import { Popover } from '@groundwork/ui/primitives/popover';
import { whyTriggerLook } from '@groundwork/ui/primitives/why-trigger';
import { Button } from 'react-aria-components/Button';
import { formatDate } from '../lib/format-date.ts';

/** A figure without its definition is an opinion. */
export function DoneDefinition({ from }: { readonly from: PlainDate }) {
  return (
    <Popover
      label="How done is counted"
      placement="bottom end"
      trigger={<Button className={whyTriggerLook}>How “done” is counted</Button>}
    >
      <h3 className="text-xl">How “done” is counted</h3>
      <p className="mt-1.5 font-serif text-reason">
        Sessions done, of sessions that were due from {formatDate(from)} to yesterday. Today’s counts once it is done. A
        skipped session counts as due; one on a day that was never due does not count.
      </p>
    </Popover>
  );
}
