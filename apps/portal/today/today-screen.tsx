import type { ClientTodayView } from '@groundwork/api/views/client-today';
import type { SessionSummary } from '@groundwork/api/views/session';
import { explainDay, explainReason, labelDay } from '@groundwork/engine/explain';
import { daysBetween, weekdayOf } from '@groundwork/engine/plain-date';
import { capitalise, countOf, countWord, joinWords } from '@groundwork/ui/count-words';
import { formatLongDate, weekdayNames } from '@groundwork/ui/format-date';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginNote } from '@groundwork/ui/primitives/margin-note';
import { Why } from '@groundwork/ui/primitives/why';
import { whyTriggerLook } from '@groundwork/ui/primitives/why-trigger';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { PrescriptionLine } from '@groundwork/ui/training/prescription-line';
import { SessionLine } from '@groundwork/ui/training/session-line';
import { SessionLines } from '@groundwork/ui/training/session-lines';
import { WeekStripCompact } from '@groundwork/ui/training/week-strip-compact';
import Link from 'next/link';
import { firstName } from '../frame/first-name.ts';
import { findPairPlace, withoutRest } from '../session/plan-rest.ts';
import { describeSession } from '../session/session-view.ts';
import { describeSize, formatSetsDone } from '../session/session-words.ts';
import { readVerdicts } from '../week/read-verdicts.ts';
import { describeRun, listStripDays } from '../week/strip-days.ts';
import { SessionButton } from './session-button.tsx';
import { StaleLine } from './stale-line.tsx';

/** What to do today, how long it takes, and why today. The rest stands below. */
export function TodayScreen({ view }: { readonly view: ClientTodayView }) {
  const session = view.session ? describeSession(view.session, view.me.unit) : null;
  const run = view.week.days.find(({ date }) => date === view.date)?.run ?? null;
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)] lg:gap-x-14">
      <div className="pt-2.5 lg:pt-8">
        <p className="text-md text-ink-3">{formatLongDate(view.date)}</p>
        <h1 className="mt-0.5 leading-9">{nameDay(view)}</h1>
        <p className="mt-1 text-ink-2">
          {session && view.session?.state === 'done'
            ? `Done today.${describeNext(view)}`
            : session
              ? `${describeSize(session.lines.length, session.minutes)} ${describeRunToday(describeRun(run))}`
              : describeDayOff(view)}
        </p>
        <StaleLine date={view.date} timeZone={view.me.timeZone} />
        {session ? (
          <div className="mt-4.5">
            <SessionButton session={session} />
          </div>
        ) : null}
        <Unfinished view={view} />
      </div>
      <div className="mt-5.5 lg:mt-8 lg:pt-1">
        <WhyToday view={view} />
        <Infeasible view={view} />
      </div>
      <div className="mt-6">
        {session ? (
          <SessionLines label={`Exercises of ${session.label}`}>
            {session.lines.map((line, index) => (
              <SessionLine
                key={line.prescriptionId}
                number={index + 1}
                name={line.name}
                exerciseId={line.exerciseId}
                pair={findPairPlace(session.lines, index)}
                dose={
                  <PrescriptionLine dose={line} without={['reserve', 'tempo', ...withoutRest(session.lines, index)]} />
                }
                purpose={line.purpose}
                href={`/exercises/${line.exerciseId}`}
              >
                {line.logs.length > 0 ? (
                  <span className="text-green">done {formatSetsDone(line.logs, line.measure, session.unit)}</span>
                ) : null}
              </SessionLine>
            ))}
          </SessionLines>
        ) : (
          <NothingToday view={view} />
        )}
      </div>
      <div className="mt-7 lg:mt-6">
        <ThisWeek view={view} />
        <Change view={view} />
      </div>
    </div>
  );
}

function nameDay({ session, hasProgram, week, date }: ClientTodayView): string {
  if (session) return `Strength ${session.label}`;
  if (!hasProgram) return 'Your program is on its way';
  const run = week.days.find((day) => day.date === date)?.run;
  return run && run.kind !== 'rest' ? 'No strength today' : 'Rest day';
}

const describeRunToday = (words: string): string => (words === 'No run' ? 'No run today.' : `${words} today too.`);

function describeDayOff({ hasProgram, next, coach, week, date }: ClientTodayView): string {
  if (!hasProgram) return `${coach.name} writes it around your running.`;
  const run = describeRun(week.days.find((day) => day.date === date)?.run ?? null);
  return `${run === 'No run' ? 'Nothing is asked of you.' : `${run}.`}${describeNext({ next, date })}`;
}

const describeNext = ({ next, date }: Pick<ClientTodayView, 'next' | 'date'>): string =>
  next ? ` Next: Strength ${next.label} ${nameWhen(next.date, date)}.` : '';

/** "tomorrow", "on Thursday". */
const nameWhen = (date: string, today: string): string =>
  daysBetween(today, date) === 1 ? 'tomorrow' : `on ${nameDate(date, today)}`;

/** "tomorrow", "Thursday", "Thursday 26 March". */
function nameDate(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 1) return 'tomorrow';
  return days < 7 ? weekdayNames[weekdayOf(date)] : formatLongDate(date);
}

/** Serif, behind a green line: the engine's own sentence about this day. */
function WhyToday({ view }: { readonly view: ClientTodayView }) {
  const { week, date, hasProgram } = view;
  const day = week.days.find((one) => one.date === date);
  if (!hasProgram || !day || day.reasons.length === 0) return null;
  const explanation = explainDay(readVerdicts(week), day.day);
  return (
    <MarginNote
      caption={
        <span className="flex flex-wrap gap-x-4">
          <Link
            href={`/rules/${explanation.rule.id}`}
            prefetch={false}
            className={`${whyTriggerLook} inline-block py-1.5`}
          >
            Read the rule
          </Link>
          <Link href="/week" prefetch={false} className={`${whyTriggerLook} inline-block py-1.5`}>
            The rules behind your week
          </Link>
        </span>
      }
    >
      {day.strength ? 'Why today: ' : 'Why not today: '}
      {explanation.claim}
    </MarginNote>
  );
}

/** A week that cannot hold what was asked for says so, and what it gives instead. */
function Infeasible({ view: { week, hasProgram } }: { readonly view: ClientTodayView }) {
  if (!hasProgram || week.warnings.length === 0) return null;
  const verdicts = readVerdicts(week);
  return (
    <div className="mt-5 grid gap-4">
      {week.warnings.map((warning) => {
        const explanation = explainReason(warning, verdicts);
        return (
          <MarginNote
            key={warning.code}
            tone="signal"
            caption={
              <Why explanation={explanation} ruleHref={`/rules/${warning.rule}`}>
                Why
              </Why>
            }
          >
            {explanation.claim}
          </MarginNote>
        );
      })}
    </div>
  );
}

/** A session of another day that was begun, or was missed: said plainly, with what can be done about it today. */
function Unfinished({ view }: { readonly view: ClientTodayView }) {
  const { unfinished, week, date, session } = view;
  if (unfinished) {
    const { logged, planned } = unfinished.sets;
    return (
      <div className="mt-5 border-l-3 border-signal pl-3.5">
        <p>
          Strength {unfinished.label} of {nameDate(unfinished.date, date)} is not finished: {logged} of {planned} sets.
        </p>
        <LinkButton href={`/session/${unfinished.sessionId}`} className="mt-2">
          {`Resume, ${logged} sets done`}
        </LinkButton>
      </div>
    );
  }
  const missed = week.days.flatMap(({ strength }) => (strength?.state === 'missed' ? [strength] : [])).at(-1);
  if (!missed) return null;
  const verdicts = readVerdicts(week);
  const today = verdicts.find(({ day }) => day === weekdayOf(date));
  if (!today) return null;
  return <MissedSession missed={missed} hasSessionToday={session !== null} today={today} verdicts={verdicts} />;
}

function MissedSession({
  missed,
  hasSessionToday,
  today,
  verdicts,
}: {
  readonly missed: SessionSummary;
  readonly hasSessionToday: boolean;
  readonly today: ReturnType<typeof readVerdicts>[number];
  readonly verdicts: ReturnType<typeof readVerdicts>;
}) {
  const said = `Strength ${missed.label} of ${weekdayNames[weekdayOf(missed.date)]} was not done.`;
  if (hasSessionToday) {
    return <p className="mt-4 text-md text-ink-2">{said} Two sessions in one day are never stacked: do today’s.</p>;
  }
  if (!today.legal) {
    return (
      <p className="mt-4 text-md text-ink-2">
        {said} Today is no day for it: {labelDay(today)}.{' '}
        <Why explanation={explainDay(verdicts, today.day)} ruleHref={`/rules/${today.reasons[0]?.rule ?? ''}`} />
      </p>
    );
  }
  return (
    <div className="mt-4 border-l-3 border-signal pl-3.5">
      <p>{said} Today is free for it, if you like.</p>
      <LinkButton href={`/session/${missed.sessionId}`} className="mt-2">
        Do it today
      </LinkButton>
    </div>
  );
}

function NothingToday({ view }: { readonly view: ClientTodayView }) {
  const { hasProgram, missing, coach, next } = view;
  if (!hasProgram) {
    return missing.length > 0 ? (
      <EmptyState
        figure={<ExerciseFigure exerciseId="qd_rev_lunge" decorative />}
        title="First: how you run"
        action={
          <LinkButton href="/profile" variant="primary">
            Tell your coach
          </LinkButton>
        }
      >
        {coach.name} can begin as soon as she knows your running week and a few things more. About five minutes.
      </EmptyState>
    ) : (
      <EmptyState
        figure={<ExerciseFigure exerciseId="qd_rev_lunge" decorative />}
        title="She has what she needs"
        action={<LinkButton href="/profile">Look at what you said</LinkButton>}
      >
        {coach.name} writes your program and publishes it here. Your week is below already.
      </EmptyState>
    );
  }
  if (!next) {
    return (
      <p className="border-t border-rule pt-4 text-ink-2">
        No session is planned ahead. {coach.name} has the next move.
      </p>
    );
  }
  return (
    <Link
      href={`/session/${next.sessionId}`}
      prefetch={false}
      className="flex items-baseline justify-between gap-4 border-t-2 border-b border-t-ink border-b-rule py-4 text-ink no-underline"
    >
      <span>
        <span className="block text-md text-ink-3">Next, {nameDate(next.date, view.date)}</span>
        <span className="font-serif text-xl font-semibold">Strength {next.label}</span>
      </span>
      <span className="text-md text-ink-2">about {next.minutes} min</span>
    </Link>
  );
}

function ThisWeek({ view }: { readonly view: ClientTodayView }) {
  const { week, date, hasProgram } = view;
  if (week.days.every(({ run }) => run === null)) return null;
  return (
    <section aria-labelledby="this-week">
      <h2 id="this-week">This week</h2>
      <div className="-mx-1 mt-2.5">
        <WeekStripCompact label="This week" days={listStripDays(week, { today: date })} />
      </div>
      {hasProgram ? <p className="mt-2.5 text-md leading-[1.35rem] text-ink-2">{describeWeek(view)}</p> : null}
    </section>
  );
}

/** "Two sessions: Monday and Thursday. One done." */
function describeWeek({ week }: ClientTodayView): string {
  const sessions = week.days.filter(({ strength }) => strength !== null);
  if (sessions.length === 0) return 'No session this week.';
  const days = joinWords(sessions.map(({ day }) => weekdayNames[day]));
  const done = sessions.filter(({ strength }) => strength?.state === 'done').length;
  const tail = done === 0 ? '' : done === sessions.length ? ' All done.' : ` ${capitalise(countWord(done))} done.`;
  return `${capitalise(countOf(sessions.length, 'session'))}: ${days}.${tail}`;
}

function Change({ view: { change, coach } }: { readonly view: ClientTodayView }) {
  if (!change || change.note === '') return null;
  return (
    <section aria-labelledby="change" className="mt-6.5 border-t border-ink pt-3.5">
      <h2 id="change">{firstName(coach.name)} changed your program</h2>
      <p className="mt-1 font-serif text-reason">“{change.note}”</p>
    </section>
  );
}
