import type { SessionDetail } from '@groundwork/api/views/session';
import { countOf } from '@groundwork/ui/count-words';
import { listShort } from './compare-sets.ts';

/** How a session went, in a sentence. */
export function describeSession(session: SessionDetail): string {
  const { planned, logged } = session.sets;
  const short = session.prescriptions.reduce((count, line) => count + listShort(line).length, 0);
  const misses = short === 0 ? 'none fell short' : `${countOf(short, 'set')} fell short`;
  switch (session.state) {
    case 'done':
      return logged >= planned
        ? `All ${planned} sets are done; ${misses}.`
        : `${logged} of ${planned} sets are done; ${misses}.`;
    case 'in_progress':
      return `Under way: ${logged} of ${planned} sets so far.`;
    case 'skipped':
      return 'Skipped.';
    case 'missed':
      return 'Not started on its day. It can still be done late.';
    case 'planned':
      return `Planned: ${planned} sets, about ${session.minutes} minutes.`;
    default: {
      const unknown: never = session.state;
      throw new Error(`Unknown state ${unknown}`);
    }
  }
}
