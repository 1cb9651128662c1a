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
  const icon = <DayIcon type={type} />;
  return (
    <span role="img" title={label} className={joinClasses('day-mark', dayClass[type], forms[status])}>
      {status === 'missed' ? <span className="slashed block size-4">{icon}</span> : icon}
    </span>
  );
}
