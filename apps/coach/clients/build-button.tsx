'use client';

import type { ProfileGap } from '@groundwork/api/views/client';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { Button } from '@groundwork/ui/primitives/button';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const BuildDialog = dynamic(() => import('./build-dialog.tsx').then((module) => module.BuildDialog), { ssr: false });

export function BuildButton({
  clientId,
  name,
  today,
  missing,
  canEdit,
  mostSessions,
}: {
  readonly clientId: string;
  readonly name: string;
  readonly today: PlainDate;
  readonly missing: readonly ProfileGap[];
  readonly canEdit: boolean;
  /** Three where S14 is set aside for the client. */
  readonly mostSessions: 2 | 3;
}) {
  const [isOpen, setOpen] = useState(false);
  const offReason = !canEdit
    ? 'An assistant reads'
    : missing.length > 0
      ? `${missing.length} ${missing.length === 1 ? 'fact' : 'facts'} missing`
      : null;
  return (
    <>
      <Button variant="primary" offReason={offReason} onClick={() => setOpen(true)}>
        Build program
      </Button>
      {isOpen ? (
        <BuildDialog
          clientId={clientId}
          name={name}
          today={today}
          mostSessions={mostSessions}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
