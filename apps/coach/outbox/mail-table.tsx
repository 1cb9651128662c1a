import type { MailRow } from '@groundwork/api/views/outbox';
import { formatInstant } from '@groundwork/ui/format-date';
import { StatusWord } from '@groundwork/ui/primitives/status-word';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import { NavLink } from '../shell/nav-link.tsx';
import { describeTemplate, mailStatusWords } from './describe-mails.ts';

export function MailTable({ mails, timeZone }: { readonly mails: readonly MailRow[]; readonly timeZone: string }) {
  return (
    <Table label="Letters" rows="row">
      <thead>
        <tr>
          <HeadCell className="max-md:hidden">To</HeadCell>
          <HeadCell>Subject</HeadCell>
          <HeadCell className="max-md:hidden">Letter</HeadCell>
          <HeadCell className="max-md:hidden">Written</HeadCell>
          <HeadCell className="max-md:hidden">State</HeadCell>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <Row key={mail.mailId}>
            <RowHead className="font-normal max-md:hidden">{mail.recipient}</RowHead>
            <Cell className="max-md:pr-0">
              <NavLink href={`/outbox/${mail.mailId}`} className="font-semibold text-ink no-underline hover:underline">
                {mail.subject}
              </NavLink>
              {/* On a phone the columns beside stand under the subject. */}
              <span className="block [overflow-wrap:anywhere] md:hidden">to {mail.recipient}</span>
              <span className="block text-ink-3 md:hidden">{formatInstant(mail.createdAt, timeZone)}</span>
              <span className="block md:hidden">
                <MailState mail={mail} />
              </span>
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2 max-md:hidden">{describeTemplate(mail.template)}</Cell>
            <Cell className="whitespace-nowrap text-ink-2 max-md:hidden">
              {formatInstant(mail.createdAt, timeZone)}
            </Cell>
            <Cell className="whitespace-nowrap max-md:hidden">
              <MailState mail={mail} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function MailState({ mail: { status, attempts } }: { readonly mail: MailRow }) {
  const tone = status === 'failed' ? 'signal' : status === 'sent' ? 'done' : 'plain';
  const tries = status === 'failed' ? ` after ${attempts} tries` : '';
  return (
    <StatusWord tone={tone}>
      {mailStatusWords[status]}
      {tries}
    </StatusWord>
  );
}
