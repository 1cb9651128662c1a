import type { SessionDetail, SetLogView } from '@groundwork/api/views/session';

/** For each exercise of a session, the sets of the latest earlier session that has any. */
export function listBefore(
  session: Pick<SessionDetail, 'sessionId' | 'date' | 'prescriptions'>,
  sessions: readonly SessionDetail[],
): ReadonlyMap<string, readonly SetLogView[]> {
  const earlier = sessions
    .filter((one) => one.sessionId !== session.sessionId && one.date < session.date)
    .sort((a, b) => b.date.localeCompare(a.date));
  const found = new Map<string, readonly SetLogView[]>();
  for (const { exerciseId } of session.prescriptions) {
    for (const one of earlier) {
      const logs = one.prescriptions.find((line) => line.exerciseId === exerciseId)?.logs ?? [];
      if (logs.length === 0) continue;
      found.set(exerciseId, logs);
      break;
    }
  }
  return found;
}
