import { explainDay, labelDay } from '@groundwork/engine/explain';
import { runKindLabels } from '@groundwork/engine/labels';
import { placeStrength } from '@groundwork/engine/placement';
import { type RunKind, weekdays } from '@groundwork/engine/vocabulary';
import { WeekStrip } from '@groundwork/ui/training/week-strip';
import type { StripStrength, WeekStripDay } from '@groundwork/ui/training/week-strip-day';

/** Somebody who runs four or five times a week. */
const week: readonly RunKind[] = ['easy', 'easy', 'speed', 'rest', 'easy', 'long', 'rest'];

/** A running week and what the engine makes of it: nothing here is drawn by hand. */
export function ExampleWeek() {
  const { days, sessions } = placeStrength({ week, sessions: 2 });
  const inOrder = weekdays.filter((day) => sessions.some((session) => session.day === day));
  const strip = days.map((verdict, index): WeekStripDay => {
    const run = week[index] ?? 'rest';
    const why = { explanation: explainDay(days, verdict.day), ruleHref: `/rules/${verdict.reasons[0]?.rule ?? ''}` };
    const label = labelDay(verdict) ?? '';
    const strength: StripStrength = verdict.placed
      ? { kind: 'placed', label: `Strength ${inOrder.indexOf(verdict.day) === 0 ? 'A' : 'B'}`, why }
      : verdict.legal
        ? { kind: 'open', words: label }
        : { kind: 'refused', words: label, why };
    return { day: verdict.day, run, runWords: run === 'rest' ? 'No run' : runKindLabels[run], strength };
  });
  return (
    <div className="@container">
      <WeekStrip label="A running week with its strength days" days={strip} />
    </div>
  );
}
