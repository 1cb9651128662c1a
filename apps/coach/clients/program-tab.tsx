import type { ClientView } from '@groundwork/api/views/client';
import type { ProgramSummary } from '@groundwork/api/views/program';
import { placeUnder } from '@groundwork/engine/adapt/place-under';
import { mostSessions } from '@groundwork/engine/adapt/rule-set';
import { explainDay, labelDay } from '@groundwork/engine/explain';
import { addDays, mondayOf } from '@groundwork/engine/plain-date';
import { weekdays } from '@groundwork/engine/vocabulary';
import { formatInstant, formatShortDate, formatWeek } from '@groundwork/ui/format-date';
import { EmptyState } from '@groundwork/ui/primitives/empty-state';
import { FactList } from '@groundwork/ui/primitives/fact-list';
import { LinkButton } from '@groundwork/ui/primitives/link-button';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { ExerciseFigure } from '@groundwork/ui/training/exercise-figure';
import { WeekStrip } from '@groundwork/ui/training/week-strip';
import type { WeekStripDay } from '@groundwork/ui/training/week-strip-day';
import { shortRunLabels } from '../lib/labels.ts';
import { listKinds } from '../running-week/resolve-week.ts';
import { SessionTable } from '../session-log/session-table.tsx';
import { NavLink } from '../shell/nav-link.tsx';
import { BuildButton } from './build-button.tsx';
import { MissingFacts } from './missing-facts.tsx';
import { formatDone } from './status-words.ts';

/** The programs, this week with its strength, the sessions around today. */
export function ProgramTab({
  client,
  timeZone,
  canEdit,
}: {
  readonly client: ClientView;
  readonly timeZone: string;
  readonly canEdit: boolean;
}) {
  const { clientId, programs, missing, today } = client;
  const monday = mondayOf(today);
  const week = client.weeks.find((one) => one.startsOn === monday);
  const build = (
    <BuildButton
      clientId={clientId}
      today={today}
      missing={missing}
      canEdit={canEdit}
      name={client.profile.name}
      mostSessions={mostSessions(client.rules)}
    />
  );
  return (
    <MarginColumns
      className="mt-7"
      marginLabel="At a glance"
      margin={
        <>
          <SectionHead>At a glance</SectionHead>
          <FactList
            facts={[
              { label: 'Done, 7 days', value: `${client.done7.done} of ${client.done7.due}` },
              { label: 'Done, 30 days', value: formatDone(client.done30) },
              {
                label: 'Block week',
                value: client.blockWeek ? `${client.blockWeek.week} of ${client.blockWeek.of}` : '–',
              },
              { label: 'Age', value: client.age ?? 'not said' },
              {
                label: 'Longest session',
                value: client.profile.minutesPerSession ? `${client.profile.minutesPerSession} min` : 'not said',
              },
              {
                label: 'Pain noted',
                value: client.health.painSites.length === 0 ? 'none' : client.health.painSites.length,
              },
              { label: 'Coach', value: client.coach.name },
            ]}
          />
          {client.profile.goal ? (
            <>
              <SectionHead>Goal</SectionHead>
              <p className="pt-2.5 font-serif text-base leading-[1.4rem]">{client.profile.goal}</p>
            </>
          ) : null}
        </>
      }
    >
      <SectionHead className="mt-1!" end={programs.length > 0 ? build : null}>
        Programs
      </SectionHead>
      {missing.length > 0 ? <MissingFacts clientId={clientId} missing={missing} /> : null}
      {programs.length === 0 ? (
        <EmptyState
          figure={<ExerciseFigure exerciseId="qd_rev_lunge" decorative />}
          title="No program yet"
          action={build}
        >
          The engine builds one around the running week, with a reason for each day and each dose. You change what you
          like before anybody sees it.
        </EmptyState>
      ) : (
        <div className="relative overflow-x-auto">
          <Table label="Programs" rows="row">
            <thead>
              <tr>
                <HeadCell>Program</HeadCell>
                <HeadCell className="max-md:hidden">State</HeadCell>
                <HeadCell>Starts</HeadCell>
                <HeadCell numeric>Weeks</HeadCell>
                <HeadCell className="pl-4 max-md:hidden">Last changed</HeadCell>
                <HeadCell>
                  <span className="sr-only">Acts</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {programs.map((program) => (
                <Row key={program.programId}>
                  <RowHead>
                    <NavLink
                      href={`/clients/${clientId}/programs/${program.programId}`}
                      className="text-ink no-underline hover:underline"
                    >
                      {program.title}
                    </NavLink>
                    {/* On a phone the columns beside stand under the title. */}
                    <span className="block font-normal text-ink-2 md:hidden">
                      <ProgramState program={program} />
                    </span>
                    <span className="block font-normal text-ink-3 md:hidden">{lastChangeOf(program, timeZone)}</span>
                  </RowHead>
                  <Cell className="text-ink-2 max-md:hidden">
                    <ProgramState program={program} />
                  </Cell>
                  <Cell className="whitespace-nowrap text-ink-2 max-md:align-top">
                    {formatShortDate(program.startsOn)}
                  </Cell>
                  <Cell numeric className="max-md:align-top">
                    {program.weeks}
                  </Cell>
                  <Cell className="pl-4 whitespace-nowrap text-ink-2 max-md:hidden">
                    {lastChangeOf(program, timeZone)}
                  </Cell>
                  <Cell className="pr-0 text-right max-md:align-top">
                    <LinkButton
                      href={`/clients/${clientId}/programs/${program.programId}`}
                      size="row"
                      aria-label={`Open ${program.title}`}
                    >
                      Open
                    </LinkButton>
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      {week ? (
        <>
          <SectionHead
            note={formatWeek(monday)}
            end={
              <NavLink href={`/clients/${clientId}/running`} className="font-semibold no-underline hover:underline">
                Edit the runs
              </NavLink>
            }
          >
            This week
          </SectionHead>
          <WeekStrip label="This week" days={describeWeek(client, week)} />
        </>
      ) : null}
      {client.sessions.length > 0 ? (
        <>
          <SectionHead note="two weeks back and ahead">Sessions</SectionHead>
          <SessionTable clientId={clientId} sessions={client.sessions} />
        </>
      ) : null}
    </MarginColumns>
  );
}

function ProgramState({ program: { status, published, hasUnpublished } }: { readonly program: ProgramSummary }) {
  if (status === 'ended') return 'ended';
  if (!published) return 'draft, not published';
  return (
    <>
      version {published.number} published
      {hasUnpublished ? <span className="text-signal-ink">, changes wait</span> : null}
    </>
  );
}

const lastChangeOf = ({ updatedBy, updatedAt }: ProgramSummary, timeZone: string): string =>
  `${updatedBy.name}, ${formatInstant(updatedAt, timeZone)}`;

/** The real sessions where there are any; what the engine would place where there are none. */
function describeWeek(client: ClientView, week: ClientView['weeks'][number]): readonly WeekStripDay[] {
  const before = client.weeks.find((one) => one.startsOn === addDays(week.startsOn, -7));
  const after = client.weeks.find((one) => one.startsOn === addDays(week.startsOn, 7));
  const placement = placeUnder(client.rules, {
    week: listKinds(week.days, week.startsOn, client.races),
    ...(before ? { before: listKinds(before.days, before.startsOn, client.races)[6] } : {}),
    ...(after ? { after: listKinds(after.days, after.startsOn, client.races)[0] } : {}),
    sessions: 2,
    unavailable: client.profile.unavailable,
  });
  return weekdays.map((day, index): WeekStripDay => {
    const date = addDays(week.startsOn, index);
    const run = week.days[index] ?? { kind: 'rest' };
    const race = client.races.find((one) => one.date === date);
    const session = client.sessions.find((one) => one.date === date);
    const verdict = placement.days[index];
    return {
      day,
      date,
      run: race ? 'race' : run.kind,
      runWords: race
        ? race.name
        : run.kind === 'rest'
          ? 'No run'
          : `${shortRunLabels[run.kind]}${run.distanceKm === undefined ? '' : ` ${run.distanceKm} km`}`,
      detail: run.note ?? '',
      today: date === client.today,
      strength: session
        ? {
            kind: 'placed',
            label: `Strength ${session.label}${session.load === 'full' ? '' : `, ${session.load}`}`,
            done: session.state === 'done',
          }
        : verdict && !verdict.legal
          ? {
              kind: 'refused',
              words: labelDay(verdict) ?? '',
              why: { explanation: explainDay(placement.days, day), ruleHref: `/rules/${verdict.reasons[0]?.rule}` },
            }
          : { kind: 'open', words: verdict?.placed ? 'strength would go here' : 'open' },
    };
  });
}
