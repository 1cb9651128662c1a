import type { ClientSessionView, SessionState } from '@groundwork/api/views/session';
import { describeWarmUp, type WarmUpText } from '@groundwork/engine/describe-warm-up';
import type { PlainDate } from '@groundwork/engine/plain-date';
import type { LoadUnit } from '@groundwork/engine/vocabulary';
import { describeLine, type SessionLine } from './session-line.ts';

/** A session as the phone keeps it: plain values only, so that the cached page needs nothing else. */
export interface PhoneSession {
  readonly sessionId: string;
  readonly label: string;
  readonly date: PlainDate;
  readonly minutes: number;
  readonly state: SessionState;
  /** ISO instants. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly effort: number | null;
  readonly note: string;
  readonly unit: LoadUnit;
  readonly warmUp: WarmUpText;
  readonly lines: readonly SessionLine[];
}

export function describeSession(session: ClientSessionView, unit: LoadUnit): PhoneSession {
  const prescriptions = [...session.prescriptions].sort((a, b) => a.position - b.position);
  return {
    sessionId: session.sessionId,
    label: `Strength ${session.label}`,
    date: session.date,
    minutes: session.minutes,
    state: session.state,
    startedAt: session.startedAt?.toISOString() ?? null,
    finishedAt: session.finishedAt?.toISOString() ?? null,
    effort: session.effort,
    note: session.note,
    unit,
    warmUp: describeWarmUp(prescriptions, unit),
    lines: prescriptions.map((prescription) => describeLine(prescription, unit)),
  };
}
