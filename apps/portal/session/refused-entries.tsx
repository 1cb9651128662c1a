'use client';

import { Button } from '@groundwork/ui/primitives/button';
import type { LogEntry, TrackedEntry } from '../training-log/log-entry.ts';
import { useTrainingLog } from '../training-log/training-log-provider.tsx';
import type { SessionLine } from './session-line.ts';

/** What the server would not take: still here, with its reason, to be sent again or let go by hand. */
export function RefusedEntries({
  refused,
  lines,
}: {
  readonly refused: readonly TrackedEntry[];
  readonly lines: readonly SessionLine[];
}) {
  const { log } = useTrainingLog();
  if (refused.length === 0) return null;
  return (
    <ul aria-label="Not accepted" className="mt-3 border-l-3 border-signal bg-signal-tint">
      {refused.map(({ entry, status }) => (
        <li key={entry.id} className="px-3.5 py-2.5">
          <p className="text-md">
            <b>{nameEntry(entry, lines)} was not accepted.</b> {status.state === 'refused' ? status.reason : ''} It is
            kept on this phone.
          </p>
          <div className="mt-1 flex gap-2">
            <Button variant="quiet" size="tap" className="text-md" onClick={() => void log?.retry(entry.id)}>
              Send again
            </Button>
            <Button variant="quiet" size="tap" className="text-md" onClick={() => log?.discard(entry.id)}>
              Remove it
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function nameEntry(entry: LogEntry, lines: readonly SessionLine[]): string {
  switch (entry.kind) {
    case 'start':
      return 'The start of this session';
    case 'finish':
      return 'The end of this session';
    case 'set': {
      const line = lines.find(({ prescriptionId }) => prescriptionId === entry.prescriptionId);
      return `Set ${entry.setNumber}${line ? ` of ${line.name}` : ''}, ${entry.amount} ${line?.measure ?? ''}`.trim();
    }
    default:
      return entry satisfies never;
  }
}
