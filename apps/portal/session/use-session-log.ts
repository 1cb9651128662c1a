'use client';

import type { SessionState } from '@groundwork/api/views/session';
import { useMemo } from 'react';
import { v7 as newId } from 'uuid';
import type { LogEntry, SetEntry, TrackedEntry } from '../training-log/log-entry.ts';
import { type LoggedSets, mergeSetLogs } from '../training-log/merge-set-logs.ts';
import { useTrackedEntries, useTrainingLog } from '../training-log/training-log-provider.tsx';
import type { PhoneSession } from './session-view.ts';

export interface SessionLog {
  readonly logged: LoggedSets;
  readonly state: SessionState;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly effort: number | null;
  readonly note: string;
  /** What the server would not take, with its reason. */
  readonly refused: readonly TrackedEntry[];
  /** False until what an earlier visit left on this phone has been read. */
  readonly isRestored: boolean;
  start(): void;
  logSet(set: Omit<SetEntry, 'kind' | 'id' | 'sessionId' | 'at'>): void;
  finish(effort: number | null, note: string): void;
}

/** The session as it stands on this phone: the page's copy with everything logged here since laid over it. */
export function useSessionLog(session: PhoneSession): SessionLog {
  const { log, isRestored } = useTrainingLog();
  const entries = useTrackedEntries();
  return useMemo(() => {
    const own = entries.filter(({ entry }) => entry.sessionId === session.sessionId);
    const logged = mergeSetLogs(
      session.lines.flatMap((line) => line.logs),
      own,
      session.sessionId,
    );
    const counted = own.filter(({ status }) => status.state !== 'refused').map(({ entry }) => entry);
    const started = counted.find((entry) => entry.kind === 'start');
    const finished = counted.findLast((entry) => entry.kind === 'finish');
    const startedAt = session.startedAt ?? started?.at ?? null;
    const finishedAt = finished?.at ?? session.finishedAt;
    const record = (entry: LogEntry) => void log?.record(entry);
    const stamp = () => ({ id: newId(), sessionId: session.sessionId, at: new Date().toISOString() });
    const start = () => {
      if (startedAt === null) record({ kind: 'start', ...stamp() });
    };
    return {
      logged,
      state: finishedAt ? 'done' : startedAt ? 'in_progress' : session.state,
      startedAt,
      finishedAt,
      effort: finished ? (finished.effort ?? null) : session.effort,
      note: finished ? (finished.note ?? '') : session.note,
      refused: own.filter(({ status }) => status.state === 'refused'),
      isRestored,
      start,
      logSet(set) {
        start();
        record({ kind: 'set', ...stamp(), ...set });
      },
      finish(effort, note) {
        start();
        record({
          kind: 'finish',
          ...stamp(),
          ...(effort === null ? {} : { effort }),
          ...(note === '' ? {} : { note }),
        });
      },
    };
  }, [entries, session, log, isRestored]);
}
