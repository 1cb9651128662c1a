import type { RuleSetEffect, RuleSetView } from '@groundwork/api/views/rules';
import type { ChangedDay } from '@groundwork/engine/adapt/compare-rule-sets';
import { explainReason } from '@groundwork/engine/explain';
import { weekdayLabels } from '@groundwork/engine/labels';
import { type ParameterName, parameters } from '@groundwork/engine/parameters';
import { countOf, joinWords } from '@groundwork/ui/count-words';
import { NavLink } from '../shell/nav-link.tsx';

/** The numbers that change, and for each client her days, why, and how much of her program. */
export function RuleSetEffects({
  effects,
  before,
  after,
}: {
  readonly effects: readonly RuleSetEffect[];
  readonly before: Pick<RuleSetView, 'tuned'>;
  readonly after: Pick<RuleSetView, 'tuned'>;
}) {
  const names = (Object.keys(parameters) as ParameterName[]).filter((name) => before.tuned[name] !== after.tuned[name]);
  const touched = effects.filter(({ days, program }) => days.length > 0 || countChanged(program) > 0);
  return (
    <section aria-label="Effects" aria-live="polite" className="mt-4 text-sm">
      {names.length > 0 ? (
        <ul className="border-t border-ink">
          {names.map((name) => (
            <li key={name} className="flex justify-between gap-3 border-b border-rule py-1.5">
              <span>{parameters[name].title}</span>
              <span className="tabular-nums whitespace-nowrap">
                <del className="text-ink-3">{before.tuned[name] ?? parameters[name].default}</del>{' '}
                <ins className="font-semibold text-signal-ink no-underline">
                  {after.tuned[name] ?? parameters[name].default}
                </ins>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-3 font-semibold">
        {effects.length === 0
          ? 'No client has a program yet.'
          : touched.length === 0
            ? `Nothing changes for your ${countOf(effects.length, 'client')} with a program.`
            : `Changes for ${touched.length} of ${countOf(effects.length, 'client')} with a program.`}
      </p>
      <ul className="mt-1.5">
        {touched.map(({ clientId, name, days, program }) => (
          <li key={clientId} className="border-t border-rule py-2.5">
            <NavLink href={`/clients/${clientId}/programs/${program.programId}`} className="font-semibold">
              {name}
            </NavLink>
            <p className="text-ink-2">{describeProgram(program)}</p>
            {days.map((day) => (
              <p key={day.day} className="mt-1">
                <b>{describeDay(day)}</b>{' '}
                <span className="font-serif text-base leading-[1.4rem]">
                  {day.why[0] ? explainReason(day.why[0]).claim : ''}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Counts = RuleSetEffect['program'];

const countChanged = ({ added, gone, moved, redosed }: Counts): number => added + gone + moved + redosed;

/** "Of 24 sessions 12 move and 6 get another dose when it is built again." */
function describeProgram(program: Counts): string {
  const parts = [
    program.moved > 0 ? `${program.moved} on another day` : '',
    program.redosed > 0 ? `${program.redosed} with another dose` : '',
    program.gone > 0 ? `${program.gone} fewer` : '',
    program.added > 0 ? `${program.added} more` : '',
  ].filter(Boolean);
  return parts.length === 0
    ? 'The program stays as it is; this week would be placed otherwise.'
    : `Built again, of ${countOf(program.sessions, 'session')}: ${joinWords(parts)}.`;
}

function describeDay({ day, before, after }: ChangedDay): string {
  const label = weekdayLabels[day];
  if (after === null) return `${label} is free.`;
  return before === null ? `${label} takes strength.` : `${label}: ${after} instead of ${before}.`;
}
