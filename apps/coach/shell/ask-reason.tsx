'use client';

import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useState } from 'react';
import { readApiProblem } from '../lib/api-error.ts';

/** Asks for the reason of what takes something away from somebody. It is kept in the audit. */
export function AskReason({
  title,
  says,
  act,
  busyLabel,
  help,
  optional = false,
  error,
  busy,
  onAct,
  onClose,
}: {
  readonly title: string;
  /** What follows from it. */
  readonly says: string;
  readonly act: string;
  readonly busyLabel: string;
  readonly help: string;
  /** May be left empty, and then comes as an empty text. */
  readonly optional?: boolean;
  /** What the API said against it. */
  readonly error: unknown;
  readonly busy: boolean;
  readonly onAct: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const refused = error ? readApiProblem(error) : undefined;
  const fieldProblem = refused?.problems.find((one) => one.field === 'reason')?.message;
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="danger"
            busy={busy}
            busyLabel={busyLabel}
            offReason={!optional && reason.trim().length < 3 ? 'Give a reason first' : null}
            onClick={() => onAct(reason.trim())}
          >
            {act}
          </Button>
          <Button onClick={onClose}>Keep</Button>
        </>
      }
    >
      <p className="text-sm text-ink-2">{says}</p>
      <TextField
        className="mt-4"
        label="Reason"
        optional={optional}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={fieldProblem}
        help={help}
      />
      {refused && !fieldProblem ? <FormError className="mt-3">{refused.message}</FormError> : null}
    </Dialog>
  );
}
