import type { ClientWeekView } from '@groundwork/api/views/client-today';
import type { SessionState, SessionSummary } from '@groundwork/api/views/session';
import { explainReason } from '@groundwork/engine/explain';
import { addDays, type PlainDate } from '@groundwork/engine/plain-date';
import { capitalise, countOf } from '@groundwork/ui/count-words';
import { formatLongDate, formatWeek } from '@groundwork/ui/format-date';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { Why } from '@groundwork/ui/primitives/why';
import { WeekStrip } from '@groundwork/ui/training/week-strip';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { LazyLink } from '../frame/lazy-link.tsx';
import { readVerdicts } from './read-verdicts.ts';
import { listStripDays } from './strip-days.ts';

/** A week of runs and strength, each day with its reason. `today` is null in another week than this one. */
export function WeekScreen({ week, today }: { readonly week: ClientWeekView; readonly today: PlainDate | null }) {
  const sessions = week.days.flatMap(({ strength }) => (strength ? [strength] : []));
  const hasRuns = week.days.some(({ run }) => run !== null);
  return (
    <div className="pt-2.5 lg:pt-8">
      <p className="text-md text-ink-3">{formatWeek(week.startsOn)}</p>
      <h1 className="mt-0.5">{today ? 'This week' : `Week of ${formatLongDate(week.startsOn)}`}</h1>
      <p className="mt-1 text-ink-2">
        {sessions.length === 0
          ? 'No strength is planned.'
          : `${capitalise(countOf(sessions.length, 'strength session'))}.`}
        {hasRuns ? '' : ' Your running week is not written down yet.'}
      </p>
      <div className="@container mt-5">
        <WeekStrip
          label={`Week of ${formatLongDate(week.startsOn)}`}
          days={listStripDays(week, { today, explained: true })}
        />
      </div>
      <Warnings week={week} />
      {sessions.length > 0 ? (
        <section aria-labelledby="sessions">
          <SectionHead id="sessions">Sessions</SectionHead>
          <ul>
            {sessions.map((session) => (
              <SessionRow key={session.sessionId} session={session} />
            ))}
          </ul>
        </section>
      ) : null}
      <nav aria-label="Other weeks" className="mt-8 flex flex-wrap gap-2">
        <LinkButton
          href={`/week?from=${addDays(week.startsOn, -7)}`}
          icon={<ArrowLeft aria-hidden className="size-5" strokeWidth={1.75} />}
          className="px-3.5"
        >
          Week before
        </LinkButton>
        {today ? null : (
          <LinkButton href="/week" className="px-3.5">
            This week
          </LinkButton>
        )}
        <LinkButton
          href={`/week?from=${addDays(week.startsOn, 7)}`}
          iconAfter={<ArrowRight aria-hidden className="size-5" strokeWidth={1.75} />}
          className="ml-auto px-3.5"
        >
          Week after
        </LinkButton>
      </nav>
    </div>
  );
}

function Warnings({ week }: { readonly week: ClientWeekView }) {
  const verdicts = readVerdicts(week);
  return week.warnings.map((warning) => {
    const explanation = explainReason(warning, verdicts);
    return (
      <MarginNote
        key={warning.code}
        tone="signal"
        className="mt-5"
        caption={<Why explanation={explanation} ruleHref={`/rules/${warning.rule}`} />}
      >
        {explanation.claim}
      </MarginNote>
    );
  });
}

function SessionRow({ session }: { readonly session: SessionSummary }) {
  const { sets } = session;
  return (
    <li className="relative flex items-baseline justify-between gap-4 border-b border-rule py-3">
      <div>
        <h3>
          <LazyLink
            href={`/session/${session.sessionId}`}
            className="text-ink no-underline after:absolute after:inset-0 after:content-['']"
          >
            Strength {session.label}
          </LazyLink>
        </h3>
        <p className="text-md text-ink-2">
          {formatLongDate(session.date)}, about {session.minutes} min
        </p>
      </div>
      <p className={session.state === 'missed' ? 'text-md text-ink-3 line-through' : 'text-md text-ink-2'}>
        {session.state === 'in_progress' ? `${sets.logged} of ${sets.planned} sets` : stateWords[session.state]}
      </p>
    </li>
  );
}

const stateWords: Readonly<Record<SessionState, string>> = {
  planned: 'planned',
  in_progress: 'under way',
  done: 'done',
  skipped: 'skipped',
  missed: 'missed',
};
