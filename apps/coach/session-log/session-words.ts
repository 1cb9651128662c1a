import type { SessionState, SessionSummary } from '@groundwork/api/views/session';

export const sessionStateWords: Readonly<Record<SessionState, string>> = {
  planned: 'planned',
  in_progress: 'in progress',
  done: 'done',
  skipped: 'skipped',
  missed: 'missed',
};

/** "done, 13 of 13 sets", "in progress, 5 of 13 sets". */
export function describeSessionState({ state, sets }: Pick<SessionSummary, 'state' | 'sets'>): string {
  const words = sessionStateWords[state];
  return sets.logged > 0 ? `${words}, ${sets.logged} of ${sets.planned} sets` : words;
}

/** Minutes from the first to the last press; undefined while it runs. */
export const minutesOf = ({
  startedAt,
  finishedAt,
}: Pick<SessionSummary, 'startedAt' | 'finishedAt'>): number | undefined =>
  startedAt && finishedAt ? Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 60_000)) : undefined;
