import type { ClientWeekView } from '@groundwork/api/views/client-today';
import { explainDay, labelDay } from '@groundwork/engine/explain';
import { runKindLabels } from '@groundwork/engine/labels';
import type { DayVerdict } from '@groundwork/engine/placement';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { RunDay } from '@groundwork/engine/running-week';
import type { StripReason, StripStrength, WeekStripDay } from '@groundwork/ui/training/week-strip-day';
import { readVerdicts } from './read-verdicts.ts';

/** "Easy 8 km", "6 × 800 m", "No run". */
export function describeRun(run: RunDay | null): string {
  if (!run || run.kind === 'rest') return 'No run';
  if (run.note) return run.note;
  return `${runKindLabels[run.kind]}${run.distanceKm ? ` ${run.distanceKm} km` : ''}`;
}

/** A client's week as a week strip draws it. With `explained`, each day's reason opens; the compact strip leaves it out. */
export function listStripDays(
  week: ClientWeekView,
  { today, explained = false }: { readonly today: PlainDate | null; readonly explained?: boolean },
): readonly WeekStripDay[] {
  const verdicts = readVerdicts(week);
  return week.days.map(({ day, date, run, strength }, index): WeekStripDay => {
    const verdict = verdicts[index];
    const why = explained && verdict ? explainVerdict(verdicts, verdict) : undefined;
    const placed = describeStrength(strength, verdict);
    return {
      day,
      date,
      run: run?.kind ?? 'rest',
      runWords: describeRun(run),
      ...(placed ? { strength: why && placed.kind !== 'open' ? { ...placed, why } : placed } : {}),
      today: date === today,
    };
  });
}

function describeStrength(
  strength: ClientWeekView['days'][number]['strength'],
  verdict: DayVerdict | undefined,
): StripStrength | undefined {
  if (strength) return { kind: 'placed', label: `Strength ${strength.label}`, done: strength.state === 'done' };
  const label = verdict && labelDay(verdict);
  if (!verdict || !label || verdict.reasons.length === 0) return undefined;
  return verdict.legal ? { kind: 'open', words: label } : { kind: 'refused', words: label };
}

function explainVerdict(verdicts: readonly DayVerdict[], verdict: DayVerdict): StripReason | undefined {
  const [first] = verdict.reasons;
  return first && { explanation: explainDay(verdicts, verdict.day), ruleHref: `/rules/${first.rule}` };
}
