import { writeMail } from '@groundwork/db/mail';
import type { PlainDate } from '@groundwork/engine/plain-date';
import { links } from '../../links.ts';
import { renderProgramPublishedLetter } from '../../mail/program-published-letter.tsx';
import { findOwnPractice } from '../../own-practice.ts';
import { laterOf } from '../../today.ts';
import type { WriterScope } from '../../trpc.ts';
import type { VersionSummary } from '../../views/program.ts';
import type { ProgramRecord } from './program-record.ts';

/** Tells the client of a new version, once; somebody who is not here yet, or not any more, gets no letter. */
export async function tellPublished(call: {
  readonly scope: WriterScope;
  readonly now: Date;
  readonly record: ProgramRecord;
  readonly version: VersionSummary;
  readonly today: PlainDate;
}): Promise<void> {
  const { scope, record, version, today } = call;
  const { client, program } = record;
  if (client.status !== 'active' && client.status !== 'paused') return;
  const from = laterOf(version.effectiveFrom, today);
  const first = program.draft.weeks.flatMap(({ sessions }) => sessions).find(({ date }) => date >= from);
  if (!first) return;
  const practice = await findOwnPractice(scope);
  const letter = await renderProgramPublishedLetter({
    name: client.name,
    coachName: scope.me.name,
    practiceName: practice.name,
    number: version.number,
    note: version.note,
    firstDay: formatDay(first.date),
    link: links.portalHome(),
  });
  await writeMail(scope, {
    ...letter,
    recipient: client.email,
    template: 'program-published',
    idempotencyKey: `program-published:${version.versionId}`,
    confidential: false,
  });
}

/** "Monday 16 March". */
function formatDay(date: PlainDate): string {
  const at = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })
    .format(at)
    .replace(',', '');
}
