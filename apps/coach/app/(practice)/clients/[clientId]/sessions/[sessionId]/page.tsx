import { explainReason } from '@groundwork/engine/explain';
import { formatClock, formatLongDate } from '@groundwork/ui/format-date';
import { FactList } from '@groundwork/ui/primitives/fact-list';
import { MarginColumns } from '@groundwork/ui/primitives/margin-columns';
import { PageHead } from '@groundwork/ui/primitives/page-head';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { Why } from '@groundwork/ui/primitives/why';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readClient } from '../../../../../../lib/page-reads.ts';
import { readForPage } from '../../../../../../lib/read-for-page.ts';
import { describeSession } from '../../../../../../session-log/describe-session.ts';
import { listBefore } from '../../../../../../session-log/list-before.ts';
import { LogTable } from '../../../../../../session-log/log-table.tsx';
import { minutesOf, sessionStateWords } from '../../../../../../session-log/session-words.ts';
import { NavLink } from '../../../../../../shell/nav-link.tsx';

export const metadata: Metadata = { title: 'Session' };

export default async function SessionPage({ params }: { params: Promise<{ clientId: string; sessionId: string }> }) {
  const { clientId, sessionId } = await params;
  const [session, client] = await Promise.all([
    readForPage((api) => api.sessions.get({ sessionId })),
    readClient(clientId),
  ]);
  if (session.client.clientId !== clientId) notFound();
  const { timeZone } = client.profile;
  const clock = (at: Date | null) => (at ? formatClock(at, timeZone) : '–');
  return (
    <main className="px-5 pt-8 pb-10 lg:px-10">
      <MarginColumns
        marginLabel="About this session"
        margin={
          <>
            <SectionHead>Session</SectionHead>
            <FactList
              facts={[
                { label: 'State', value: sessionStateWords[session.state] },
                { label: 'Sets', value: `${session.sets.logged} of ${session.sets.planned}` },
                { label: 'Started', value: clock(session.startedAt) },
                { label: 'Finished', value: clock(session.finishedAt) },
                { label: 'Minutes', value: minutesOf(session) ?? `about ${session.minutes} planned` },
                { label: 'Effort', value: session.effort === null ? '–' : `${session.effort} of 10` },
              ]}
            />
            <p className="mt-1.5 text-xs text-ink-3">Times are {session.client.name}’s own.</p>
            {session.reasons.length > 0 ? (
              <>
                <SectionHead>Why this day</SectionHead>
                <ul>
                  {session.reasons.map((reason) => {
                    const explanation = explainReason(reason);
                    return (
                      <li key={reason.code} className="border-b border-rule py-2.5">
                        <p className="font-serif text-base leading-[1.4rem]">{explanation.claim}</p>
                        <Why explanation={explanation} ruleHref={`/rules/${reason.rule}`} />
                      </li>
                    );
                  })}
                </ul>
              </>
            ) : null}
          </>
        }
      >
        <PageHead
          kicker={
            <NavLink href={`/clients/${clientId}/logs`} className="text-ink-3 no-underline hover:underline">
              {session.client.name}, logs
            </NavLink>
          }
          title={`Strength ${session.label}, ${formatLongDate(session.date)}`}
          deck={describeSession(session)}
        />
        <SectionHead note={`week ${session.week} of the program`}>Asked and done</SectionHead>
        <LogTable session={session} before={listBefore(session, client.lastSessions)} />
        {session.note ? (
          <>
            <SectionHead>In the client’s words</SectionHead>
            <p className="max-w-measure pt-2.5 font-serif text-lg">“{session.note}”</p>
          </>
        ) : null}
      </MarginColumns>
    </main>
  );
}
