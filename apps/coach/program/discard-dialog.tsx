'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';

/** Dropping a draft can't be undone; what was published stays. */
export function DiscardDialog({
  isFirst,
  isBusy,
  onDiscard,
  onClose,
}: {
  /** Nothing was ever published from it. */
  readonly isFirst: boolean;
  readonly isBusy: boolean;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title="Drop this draft?"
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button variant="danger" busy={isBusy} busyLabel="Dropping" onClick={onDiscard}>
            Drop the draft
          </Button>
          <Button onClick={onClose}>Keep</Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">
        {isFirst
          ? 'The whole program goes: nothing of it was published.'
          : 'The program goes back to its latest version. What the client sees does not change.'}
      </p>
    </Dialog>
  );
}
