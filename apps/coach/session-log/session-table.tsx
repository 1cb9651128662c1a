import type { SessionSummary } from '@groundwork/api/views/session';
import { formatShortDate } from '@groundwork/ui/format-date';
import { StatusWord } from '@groundwork/ui/primitives/status-word';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import Link from 'next/link';
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
            <HeadCell>Week</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell numeric>Minutes</HeadCell>
            <HeadCell numeric>Effort</HeadCell>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <Row key={session.sessionId}>
              <RowHead className="whitespace-nowrap">
                <Link
                  href={`/clients/${clientId}/sessions/${session.sessionId}`}
                  className="text-ink no-underline hover:underline"
                >
                  {formatShortDate(session.date)}, Strength {session.label}
                </Link>
                {session.load === 'full' ? null : <span className="font-normal text-ink-3"> {session.load}</span>}
              </RowHead>
              <Cell className="text-ink-2">{session.week}</Cell>
              <Cell className="whitespace-nowrap">
                <StatusWord
                  tone={
                    session.state === 'done'
                      ? 'done'
                      : session.state === 'in_progress' || session.state === 'missed'
                        ? 'signal'
                        : 'plain'
                  }
                >
                  {describeSessionState(session)}
                </StatusWord>
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
