'use client';

import type { ProgramView } from '@groundwork/api/views/program';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { capitalise, countOf } from '@groundwork/ui/count-words';
import { formatLongDate } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { DateField } from '@groundwork/ui/primitives/date-field';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { TextAreaField } from '@groundwork/ui/primitives/text-area-field';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useState } from 'react';
import { v7 as makeId } from 'uuid';
import { type ApiProblem, findFieldProblem } from '../lib/api-error.ts';
import { ChangeList } from './change-list.tsx';
import type { ProgramChange } from './compare-programs.ts';

export interface Publication {
  readonly versionId: string;
  readonly effectiveFrom: PlainDate;
  readonly note: string;
  readonly overrideReason?: string;
}

/** What goes out, from when, and what the client will notice. Errors hold it back unless they are overridden with a reason. */
export function PublishDialog({
  program,
  changes,
  errorCount,
  isBusy,
  problem,
  onPublish,
  onClose,
}: {
  readonly program: Pick<ProgramView, 'client' | 'versions' | 'earliestEffectiveFrom' | 'draft'>;
  /** Against the last version; all sessions are new before the first. */
  readonly changes: readonly ProgramChange[];
  readonly errorCount: number;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onPublish: (publication: Publication) => void;
  readonly onClose: () => void;
}) {
  // The same id however often the button is pressed: one version.
  const [versionId] = useState(() => makeId());
  const [effectiveFrom, setEffectiveFrom] = useState(program.earliestEffectiveFrom);
  const [note, setNote] = useState('');
  const [reason, setReason] = useState('');
  const { client, versions } = program;
  const isFirst = versions.length === 0;
  const sessions = program.draft.weeks.flatMap((week) => week.sessions).filter((one) => one.date >= effectiveFrom);
  const felt = changes.filter((change) => change.date >= effectiveFrom);
  const dateProblem =
    effectiveFrom === '' || effectiveFrom < program.earliestEffectiveFrom
      ? `Not before ${formatLongDate(program.earliestEffectiveFrom)}.`
      : findFieldProblem(problem, 'effectiveFrom');
  const offReason = dateProblem
    ? 'Set the date first'
    : errorCount > 0 && reason.trim().length < 3
      ? `${capitalise(countOf(errorCount, 'error'))} to override`
      : null;
  return (
    <Dialog
      title={isFirst ? 'Publish the program' : `Publish version ${(versions[0]?.number ?? 0) + 1}`}
      isOpen
      onOpenChange={onClose}
      width="wide"
      actions={
        <>
          <Button
            variant="primary"
            busy={isBusy}
            busyLabel="Publishing"
            offReason={offReason}
            onClick={() =>
              onPublish({ versionId, effectiveFrom, note, ...(errorCount > 0 ? { overrideReason: reason } : {}) })
            }
          >
            Publish
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <p className="font-serif text-reason">
        {isFirst
          ? `${client.name} sees ${countOf(sessions.length, 'session')} on the phone, and a letter says so.`
          : felt.length === 0
            ? `Nothing changes for ${client.name} from that date on.`
            : `${capitalise(countOf(felt.length, 'change'))} for ${client.name}. Sessions that are logged or in progress stay as they are.`}
      </p>
      {felt.length > 0 && !isFirst ? <ChangeList changes={felt} rest="more of the same kind" /> : null}
      <div className="mt-4 grid gap-4 sm:grid-cols-[12rem_1fr]">
        <DateField
          label="Counts from"
          value={effectiveFrom}
          min={program.earliestEffectiveFrom}
          onChange={(event) => setEffectiveFrom(event.target.value)}
          error={dateProblem}
          help="Sessions before it keep the version they had."
        />
        <TextAreaField
          label="Note for the client"
          optional
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={findFieldProblem(problem, 'note')}
        />
      </div>
      {errorCount > 0 ? (
        <TextField
          className="mt-4"
          label={`Why publish over ${countOf(errorCount, 'error')}`}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={findFieldProblem(problem, 'overrideReason')}
          help="Errors hold a program back. Your reason is kept with your name in the audit."
        />
      ) : null}
      {problem && problem.problems.length === 0 ? <FormError className="mt-4">{problem.message}</FormError> : null}
    </Dialog>
  );
}
