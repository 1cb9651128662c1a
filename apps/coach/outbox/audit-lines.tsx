import type { AuditRow } from '@groundwork/api/views/outbox';
import { formatInstant } from '@groundwork/ui/format-date';
import { SectionHead } from '@groundwork/ui/primitives/section-head';

const actorWords = { member: 'a colleague', client: 'a client', visitor: 'a visitor', worker: 'the clock' } as const;

/** "offer.expired" as people say it: "offer expired". */
const wordsOf = (action: string): string => action.replaceAll('_', ' ').replace('.', ' ');

/** Who did what, when and why, newest first. */
export function AuditLines({
  entries,
  timeZone,
}: {
  readonly entries: readonly AuditRow[];
  readonly timeZone: string;
}) {
  if (entries.length === 0) return null;
  return (
    <section aria-label="Written down">
      <SectionHead>Written down</SectionHead>
      <ul>
        {entries.map((entry) => (
          <li key={entry.auditId} className="border-b border-rule py-2">
            <span className="flex justify-between gap-3">
              <b>{wordsOf(entry.action)}</b>
              <span className="shrink-0 text-xs text-ink-3">{formatInstant(entry.at, timeZone)}</span>
            </span>
            <span className="text-ink-2">
              by {entry.actorName ?? actorWords[entry.actorKind]}
              {entry.reason ? `: ${entry.reason}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
