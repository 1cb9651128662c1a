'use client';

import { Button } from '@groundwork/ui/primitives/button';
import type { ReactNode } from 'react';

/** Under the first rows of a long list: the rest. */
export function ShowAll({
  onShow,
  busy = false,
  children,
}: {
  readonly onShow: () => void;
  readonly busy?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <p className="mt-3">
      <Button size="row" onClick={onShow} busy={busy}>
        {children}
      </Button>
    </p>
  );
}
