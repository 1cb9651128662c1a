import { sessionLoadLabels, weekdayLabels } from '@groundwork/engine/labels';
import type { DayVerdict } from '@groundwork/engine/placement';
import type { Weekday } from '@groundwork/engine/vocabulary';
import { whyTriggerLook } from '@groundwork/ui/primitives/why-trigger';
import { DayIcon, NoStrengthIcon } from '@groundwork/ui/training/day-icon';

/**
 * What strength makes of a day. Both answers stand on the same spot and change by fading, so that the eye can follow a session
 * from its old day to its new one.
 */
export function DayStrength({
  day,
  label,
  verdict,
  words,
  isWhyOpen,
  onToggleWhy,
}: {
  readonly day: Weekday;
  readonly label: string | undefined;
  readonly verdict: DayVerdict;
  /** The reason in a few words: "day before speed". */
  readonly words: string;
  readonly isWhyOpen: boolean;
  readonly onToggleWhy: () => void;
}) {
  const placed = verdict.placed;
  const load = placed && placed !== 'full' ? `, ${sessionLoadLabels[placed].toLowerCase()}` : '';
  const fade = 'col-start-1 row-start-1 transition-opacity duration-move ease-settle';
  return (
    <button
      type="button"
      aria-expanded={isWhyOpen}
      onClick={onToggleWhy}
      aria-label={
        placed
          ? `${weekdayLabels[day]}: strength ${label ?? ''}${load}. Why`
          : `${weekdayLabels[day]}: no strength, ${words}. Why`
      }
      className="group/why grid min-h-9 w-full items-center text-left md:min-h-8"
    >
      <span aria-hidden className={`${fade} ${placed ? '' : 'opacity-0'}`}>
        <span className="day-strength inline-flex h-6 items-center gap-1.5 rounded-xs bg-day-tint pr-2 pl-1.5 text-xs font-semibold whitespace-nowrap text-day group-hover/why:underline group-hover/why:decoration-dotted group-hover/why:underline-offset-3">
          <DayIcon type="strength" />
          Strength {label ?? ''}
          {load}
        </span>
      </span>
      <span
        aria-hidden
        className={`${fade} grid grid-cols-[18px_1fr] items-center gap-1.5 text-xs text-ink-3 ${placed ? 'opacity-0' : ''}`}
      >
        {verdict.legal ? null : <NoStrengthIcon />}
        <span className={verdict.legal ? 'col-span-2' : ''}>
          <span className={whyTriggerLook}>{words}</span>
        </span>
      </span>
    </button>
  );
}
