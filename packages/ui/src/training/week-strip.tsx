'use client';

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { joinClasses } from '../primitives/join-classes.ts';
import { NoteNumber } from '../primitives/note-number.tsx';
import { Tick } from '../primitives/tick.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { whyTriggerLook } from '../primitives/why-trigger.ts';
import { DayChip } from './day-chip.tsx';
import { NoStrengthIcon } from './day-icon.tsx';
import { findDayType } from './day-type.ts';
import { ExplanationNote } from './explanation-note.tsx';
import { WeekColumn, WeekColumns } from './week-columns.tsx';
import type { StripReason, StripStrength, WeekStripDay } from './week-strip-day.ts';

export interface WeekStripProps {
  /** "Running week 16". */
  readonly label: string;
  /** Seven, Monday first. */
  readonly days: readonly WeekStripDay[];
  /** The day whose reason is open from the start. */
  readonly defaultOpen?: WeekStripDay['day'];
}

/**
 * A running week and the strength in it: day and band, the run in words, then strength or the slashed barbell with its
 * reason. A reason opens across the strip's width; Esc closes it and returns to its trigger.
 */
export function WeekStrip({ label, days, defaultOpen }: WeekStripProps) {
  const [openDay, setOpenDay] = useState(defaultOpen);
  const strip = useRef<HTMLDivElement>(null);
  const noteId = useId();
  const opened = days.find(({ day }) => day === openDay);
  const reason = opened && findReason(opened.strength);
  const note = useRef<HTMLElement>(null);
  // In a stacked strip the note may open below the screen's edge.
  useEffect(() => {
    if (openDay !== undefined && openDay !== defaultOpen) note.current?.scrollIntoView({ block: 'nearest' });
  }, [openDay, defaultOpen]);
  const close = () => {
    strip.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpenDay(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc anywhere in the strip closes the reason; the triggers are buttons
    <div
      ref={strip}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !reason) return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="@container">
        <WeekColumns aria-label={label}>
          {days.map((day) => (
            <WeekColumn
              key={day.day}
              day={day.day}
              date={day.date}
              type={findDayType(day.run)}
              today={day.today}
              opened={day === opened && Boolean(reason)}
              className="flex flex-col"
            >
              <div className="mt-[7px] @max-2xl:mt-0">
                <p className="text-sm">{day.runWords}</p>
                <p className="min-h-4 text-xs text-ink-3 @max-2xl:min-h-0">{day.detail}</p>
              </div>
              <div className="mt-2.5 flex min-h-6 items-center gap-1.5 @max-2xl:mt-0">
                <StrengthOfDay
                  strength={day.strength}
                  open={day.day === openDay}
                  noteId={noteId}
                  onPress={() => setOpenDay(day.day === openDay ? undefined : day.day)}
                />
                {day.finding === undefined ? null : <NoteNumber number={day.finding} />}
              </div>
            </WeekColumn>
          ))}
        </WeekColumns>
      </div>
      {opened && reason ? (
        <ExplanationNote
          id={noteId}
          ref={note}
          explanation={reason.explanation}
          ruleHref={reason.ruleHref}
          actions={reason.actions}
        />
      ) : null}
    </div>
  );
}

const findReason = (strength: StripStrength | undefined): StripReason | undefined =>
  strength && strength.kind !== 'open' ? strength.why : undefined;

function StrengthOfDay({
  strength,
  open,
  noteId,
  onPress,
}: {
  readonly strength: StripStrength | undefined;
  readonly open: boolean;
  readonly noteId: string;
  readonly onPress: () => void;
}) {
  if (!strength) return null;
  const trigger = (children: ReactNode, className: string) => (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? noteId : undefined}
      onClick={onPress}
      className={className}
    >
      {children}
    </button>
  );
  switch (strength.kind) {
    case 'placed': {
      const chip = <DayChip type="strength">{strength.label}</DayChip>;
      return (
        <>
          {strength.why
            ? trigger(
                <>
                  <VisuallyHidden>Why </VisuallyHidden>
                  {chip}
                </>,
                'rounded-xs hover:[&>span]:underline hover:[&>span]:decoration-dotted hover:[&>span]:underline-offset-3 aria-expanded:[&>span]:underline aria-expanded:[&>span]:underline-offset-3',
              )
            : chip}
          {strength.done ? (
            <span className="text-green">
              <Tick />
              <VisuallyHidden>done</VisuallyHidden>
            </span>
          ) : null}
        </>
      );
    }
    case 'refused':
      return (
        <span className="grid grid-cols-[18px_1fr] items-center gap-1.5 text-xs">
          <NoStrengthIcon />
          <span>
            <VisuallyHidden>No strength: </VisuallyHidden>
            {strength.why ? trigger(strength.words, joinClasses(whyTriggerLook, 'text-left')) : strength.words}
          </span>
        </span>
      );
    case 'open':
      return <span className="text-xs text-ink-3">{strength.words ?? 'open, unused'}</span>;
    default:
      return strength satisfies never;
  }
}
