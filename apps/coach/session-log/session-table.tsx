import type { SessionSummary } from '@groundwork/api/views/session';
import { formatShortDate } from '@groundwork/ui/format-date';
import { StatusWord } from '@groundwork/ui/primitives/status-word';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { NavLink } from '../shell/nav-link.tsx';
import { describeSessionState, minutesOf } from './session-words.ts';

/** Sessions in a list: when, what, how it went. */
export function SessionTable({
  clientId,
  sessions,
}: {
  readonly clientId: string;
  readonly sessions: readonly SessionSummary[];
}) {
  return (
    <div className="relative overflow-x-auto">
      <Table label="Sessions" rows="dense">
        <thead>
          <tr>
            <HeadCell>Session</HeadCell>
            <HeadCell className="max-md:hidden">Week</HeadCell>
            <HeadCell className="max-md:hidden">State</HeadCell>
            <HeadCell numeric>Minutes</HeadCell>
            <HeadCell numeric>Effort</HeadCell>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.sessionId}>
              <RowHead className="whitespace-nowrap max-md:py-1.5!">
                <NavLink
                  href={`/clients/${clientId}/sessions/${session.sessionId}`}
                  className="text-ink no-underline hover:underline"
                >
                  {formatShortDate(session.date)}, Strength {session.label}
                </NavLink>
                {session.load === 'full' ? null : <span className="font-normal text-ink-3"> {session.load}</span>}
                {/* On a phone the columns beside stand under the name. */}
                <span className="block font-normal md:hidden">
                  <SessionState session={session} />
                </span>
              </RowHead>
              <Cell className="text-ink-2 max-md:hidden">{session.week}</Cell>
              <Cell className="whitespace-nowrap max-md:hidden">
                <SessionState session={session} />
              </Cell>
              <Cell numeric className="text-ink-2">
                {minutesOf(session) ?? `about ${session.minutes}`}
              </Cell>
              <Cell numeric className="text-ink-2">
                {session.effort === null ? '–' : `${session.effort} of 10`}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function SessionState({ session }: { readonly session: SessionSummary }) {
  const { state } = session;
  const tone = state === 'done' ? 'done' : state === 'in_progress' || state === 'missed' ? 'signal' : 'plain';
  return <StatusWord tone={tone}>{describeSessionState(session)}</StatusWord>;
}
