import { joinClasses } from '../primitives/join-classes.ts';
import { DayIcon } from './day-icon.tsx';
import { type DayStatus, type DayType, dayClass, dayWords } from './day-type.ts';

const forms: Readonly<Record<DayStatus, string>> = {
  planned: 'text-day',
  done: "bg-day-tint text-day after:absolute after:inset-x-[3px] after:bottom-0 after:h-0.5 after:bg-current after:content-['']",
  moved: 'text-day ring-1 ring-(--day) ring-inset',
  missed: 'text-signal-ink',
};

/** A day's part in a tight cell, 26 × 22: done is tinted and underlined, moved outlined, missed struck through. */
export function DayMark({
  type,
  status = 'planned',
  label = `${dayWords[type]}, ${status}`,
}: {
  readonly type: DayType;
  readonly status?: DayStatus;
  readonly label?: string;
}) {
  return (
    <span
      title={label}
      className={joinClasses(
        'relative inline-grid h-[22px] w-[26px] place-items-center rounded-xs',
        dayClass[type],
        forms[status],
      )}
    >
      <span className={status === 'missed' ? 'slashed block size-4' : undefined}>
        <DayIcon type={type} label={label} />
      </span>
    </span>
  );
}
