import { TRPCClientError } from '@trpc/client';
import type { ClientApi } from './browser-api.ts';
import type { LogEntry, LogOutcome } from './log-entry.ts';
import { SignedOutError } from './training-log.ts';

/** Sends an entry to the API, and tells a refusal, which is an answer, from a failure, which is none. */
export async function sendEntry(api: ClientApi, entry: LogEntry): Promise<LogOutcome> {
  try {
    const loggedAt = await callApi(api, entry);
    return { outcome: 'saved', ...(loggedAt && { loggedAt }) };
  } catch (error) {
    const data = error instanceof TRPCClientError ? readErrorData(error.data) : undefined;
    if (data?.code === 'UNAUTHENTICATED') throw new SignedOutError();
    if (!data || isTransient(data.httpStatus)) throw error;
    return { outcome: 'refused', code: data.code, reason: (error as Error).message };
  }
}

/** @returns from when a set counts; undefined for what is no set. */
async function callApi(api: ClientApi, entry: LogEntry): Promise<string | undefined> {
  const at = new Date(entry.at);
  switch (entry.kind) {
    case 'start':
      await api.session.start.mutate({ sessionId: entry.sessionId, at });
      return undefined;
    case 'set': {
      const { id, sessionId, prescriptionId, setNumber, amount, amountOtherSide, load, rir } = entry;
      const { log } = await api.session.logSet.mutate({
        id,
        sessionId,
        prescriptionId,
        setNumber,
        amount,
        amountOtherSide,
        load,
        rir,
        loggedAt: at,
      });
      return log.loggedAt.toISOString();
    }
    case 'finish':
      await api.session.finish.mutate({ sessionId: entry.sessionId, at, effort: entry.effort, note: entry.note });
      return undefined;
    default:
      return entry satisfies never;
  }
}

const isTransient = (httpStatus: number): boolean => httpStatus >= 500 || httpStatus === 408 || httpStatus === 429;

function readErrorData(data: unknown): { code: string; httpStatus: number } | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { code, httpStatus } = data as { code?: unknown; httpStatus?: unknown };
  return typeof code === 'string' && typeof httpStatus === 'number' ? { code, httpStatus } : undefined;
}
