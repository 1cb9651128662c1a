import { formatInstant } from '@groundwork/ui/format-date';
import { FactList } from '@groundwork/ui/primitives/fact-list';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import type { Metadata } from 'next';
import { readFrame } from '../../../../lib/page-reads.ts';
import { readForPage } from '../../../../lib/read-for-page.ts';
import { describeTemplate, mailStatusWords } from '../../../../outbox/describe-mails.ts';
import { NavLink } from '../../../../shell/nav-link.tsx';

export const metadata: Metadata = { title: 'Letter' };

export default async function MailPage({ params }: { params: Promise<{ mailId: string }> }) {
  const { mailId } = await params;
  const [mail, frame] = await Promise.all([readForPage((api) => api.outbox.get({ mailId })), readFrame()]);
  const { timeZone } = frame.practice;
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <MarginColumns
        marginLabel="About this letter"
        margin={
          <>
            <SectionHead>Sending</SectionHead>
            <FactList
              facts={[
                { label: 'State', value: mailStatusWords[mail.status] },
                { label: 'Letter', value: describeTemplate(mail.template) },
                { label: 'Written', value: formatInstant(mail.createdAt, timeZone) },
                { label: 'Sent', value: mail.sentAt ? formatInstant(mail.sentAt, timeZone) : '–' },
                { label: 'Tries', value: mail.attempts },
              ]}
            />
            {mail.lastError ? <p className="mt-3 break-words text-ink-2">Last answer: {mail.lastError}</p> : null}
          </>
        }
      >
        <PageHead
          kicker={<NavLink href="/outbox">Outbox</NavLink>}
          title={mail.subject}
          deck={`To ${mail.recipient}`}
        />
        {mail.text === null ? (
          <p className="mt-6 max-w-measure font-serif text-reason text-ink-2">
            The body of a sign-in letter is not shown: it would let one colleague sign in as another.
          </p>
        ) : (
          <pre className="mt-6 max-w-deck relative overflow-x-auto border-t border-ink py-4 font-sans text-md whitespace-pre-wrap">
            {mail.text}
          </pre>
        )}
      </MarginColumns>
    </main>
  );
}
