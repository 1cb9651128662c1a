import type { ClientRules } from '@groundwork/engine/adapt/rule-set';
import { findExercise } from '@groundwork/engine/catalogue/catalogue';
import { weeklyAreas } from '@groundwork/engine/check-quantity';
import { isHighResistance } from '@groundwork/engine/high-resistance';
import { areaLabels } from '@groundwork/engine/labels';
import { parameters } from '@groundwork/engine/parameters';
import type { ProgramWeek } from '@groundwork/engine/program';
import { joinWords } from '@groundwork/ui/count-words';
import { FactList } from '@groundwork/ui/primitives/fact-list';
import { SectionHead } from '@groundwork/ui/primitives/section-head';

/** What a week comes to, each figure beside what this client's rules measure it against. */
export function WeekCount({
  week,
  rules: { parameters: limits, overrides },
}: {
  readonly week: ProgramWeek;
  readonly rules: ClientRules;
}) {
  const count = week.sessions.length;
  const isBeyondRule = count > parameters.sessionsPerWeek.max && overrides.some(({ rule }) => rule === 'S14');
  const slots = week.sessions.flatMap((session) =>
    session.prescriptions.flatMap((prescription) => {
      const exercise = findExercise(prescription.exerciseId);
      return exercise ? [{ prescription, exercise }] : [];
    }),
  );
  const heavy = slots.filter(({ exercise, prescription }) => isHighResistance(exercise, prescription)).length;
  const highReps = slots.filter(
    ({ prescription }) => prescription.measure === 'reps' && prescription.amount >= limits.highRepThreshold,
  ).length;
  const trained = new Set(slots.map(({ exercise }) => exercise.area));
  const covered = weeklyAreas.filter((area) => trained.has(area));
  const missing = weeklyAreas.filter((area) => !trained.has(area));
  const sentence = (areas: readonly (typeof weeklyAreas)[number][]) => {
    const words = areas.map((area) => areaLabels[area].toLowerCase()).join(', ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  return (
    <section aria-label={`Week ${week.number}, counted`}>
      <SectionHead>Week {week.number}, counted</SectionHead>
      <FactList
        facts={[
          {
            label: 'Strength sessions',
            value: isBeyondRule ? `${count}, S14 set aside` : `${count} of ${parameters.sessionsPerWeek.max}`,
          },
          {
            label: 'Exercises a session',
            value: count === 0 ? '–' : joinWords(week.sessions.map((session) => String(session.prescriptions.length))),
          },
          { label: 'Heavy lower-body slots', value: `${heavy} of ${limits.heavySlotsPerWeek}` },
          {
            label: 'Twelve reps or more',
            value: `${highReps} of ${limits.highRepMax * Math.max(count, 1)}`,
          },
          ...(covered.length > 0
            ? [{ label: sentence(covered), value: <span className="text-green">covered</span> }]
            : []),
          ...(missing.length > 0
            ? [{ label: sentence(missing), value: <span className="text-signal-ink">none</span> }]
            : []),
        ]}
      />
    </section>
  );
}
