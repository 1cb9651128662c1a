import type { MailRow } from '@groundwork/api/views/outbox';
import { formatInstant } from '@groundwork/ui/format-date';
import { StatusWord } from '@groundwork/ui/primitives/status-word';
import { Cell, HeadCell, Row, RowHead, Table } from '@groundwork/ui/primitives/table';
import Link from 'next/link';
import { describeTemplate, mailStatusWords } from './describe-mails.ts';

export function MailTable({ mails, timeZone }: { readonly mails: readonly MailRow[]; readonly timeZone: string }) {
  return (
    <Table label="Letters" rows="row">
      <thead>
        <tr>
          <HeadCell>To</HeadCell>
          <HeadCell>Subject</HeadCell>
          <HeadCell>Letter</HeadCell>
          <HeadCell>Written</HeadCell>
          <HeadCell>State</HeadCell>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <Row key={mail.mailId}>
            <RowHead className="font-normal">{mail.recipient}</RowHead>
            <Cell>
              <Link href={`/outbox/${mail.mailId}`} className="font-semibold text-ink no-underline hover:underline">
                {mail.subject}
              </Link>
            </Cell>
            <Cell className="whitespace-nowrap text-ink-2">{describeTemplate(mail.template)}</Cell>
            <Cell className="whitespace-nowrap text-ink-2">{formatInstant(mail.createdAt, timeZone)}</Cell>
            <Cell className="whitespace-nowrap">
              <StatusWord tone={mail.status === 'failed' ? 'signal' : mail.status === 'sent' ? 'done' : 'plain'}>
                {mailStatusWords[mail.status]}
                {mail.status === 'failed' ? ` after ${mail.attempts} tries` : ''}
              </StatusWord>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
