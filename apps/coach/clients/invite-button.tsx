'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const InviteDialog = dynamic(() => import('./invite-dialog.tsx').then((module) => module.InviteDialog), { ssr: false });

export function InviteButton({
  free,
  spots,
  canEdit,
}: {
  readonly free: number;
  readonly spots: number;
  readonly canEdit: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Plus aria-hidden className="size-4" strokeWidth={1.75} />}
        onClick={() => setOpen(true)}
        offReason={canEdit ? null : 'An assistant reads'}
      >
        Invite
      </Button>
      {isOpen ? <InviteDialog free={free} spots={spots} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
