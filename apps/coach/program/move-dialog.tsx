'use client';

import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import { explainReason, labelDay } from '@groundwork/engine/explain';
import { weekdayLabels } from '@groundwork/engine/labels';
import { findRefusal } from '@groundwork/engine/move-session';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import type { PlannedSession, ProgramWeek } from '@groundwork/engine/program';
import { type Weekday, weekdays } from '@groundwork/engine/vocabulary';
import { formatDay } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { Dialog } from '@groundwork/ui/primitives/dialog';
import { FindingMark } from '@groundwork/ui/primitives/finding-mark';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useState } from 'react';

/** A reason of fewer letters says nothing; the API asks for as many. */
const leastReason = 3;

/** Another day of the week for a session: each day says whether the rules allow it. One that a rule refuses asks why. */
export function MoveDialog({
  session,
  week,
  wished,
  rules,
  onMove,
  onClose,
}: {
  readonly session: PlannedSession;
  readonly week: ProgramWeek;
  /** The day that was asked for from the strip. */
  readonly wished: Weekday | undefined;
  readonly rules: ClientRules;
  readonly onMove: (date: PlainDate, reason: string | undefined) => void;
  readonly onClose: () => void;
}) {
  const [day, setDay] = useState<Weekday | undefined>(wished === session.day ? undefined : wished);
  const [reason, setReason] = useState('');
  const refusal = day === undefined ? undefined : findRefusal(week, session, day, rules);
  const offReason =
    day === undefined ? 'Pick a day first' : refusal && reason.trim().length < leastReason ? 'Say why first' : null;
  return (
    <Dialog
      title={`Move Strength ${session.label} of week ${week.number}`}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button
            variant="primary"
            offReason={offReason}
            onClick={() =>
              day && onMove(addDays(week.startsOn, weekdays.indexOf(day)), refusal ? reason.trim() : undefined)
            }
          >
            {refusal ? 'Place it anyway' : 'Move'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <fieldset>
        <legend className="text-sm text-ink-2">
          It stands on {weekdayLabels[session.day]}. Where should it go this week?
        </legend>
        <div className="mt-2">
          {week.days.map((one, index) => {
            const date = addDays(week.startsOn, index);
            const isHere = one.day === session.day;
            const isTaken = week.sessions.some((other) => other.key !== session.key && other.day === one.day);
            const words = isHere
              ? 'stands here now'
              : isTaken
                ? 'has the other session'
                : one.legal
                  ? 'open'
                  : (labelDay({ ...one, placed: null }) ?? 'not allowed');
            return (
              <label
                key={one.day}
                className={`grid min-h-9 grid-cols-[16px_1fr_auto] items-center gap-2.5 border-b border-rule text-sm ${isHere || isTaken ? 'text-ink-3' : 'cursor-pointer'}`}
              >
                <input
                  type="radio"
                  name="move-to"
                  value={one.day}
                  disabled={isHere || isTaken}
                  checked={day === one.day}
                  onChange={() => setDay(one.day)}
                  className="size-4 cursor-pointer appearance-none rounded-[50%] border-[1.5px] border-rule-2 bg-sheet checked:border-[5px] checked:border-green disabled:border-rule disabled:bg-sunk"
                />
                <span className="font-semibold">{formatDay(date)}</span>
                <span className="inline-flex items-center gap-1.5 text-ink-2">
                  {!one.legal && !isHere && !isTaken ? <FindingMark level="error" label="Against a rule" /> : null}
                  {words}
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
      {refusal ? (
        <>
          <p className="mt-3 border-l-3 border-signal pl-3 font-serif text-base leading-[1.4rem]">
            {explainReason(refusal).claim}
          </p>
          <TextField
            className="mt-3"
            label="Why it is right all the same"
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
            help={`Rule ${refusal.rule} is set aside for this session. Your reason stays with it and in the audit.`}
          />
        </>
      ) : null}
    </Dialog>
  );
}
