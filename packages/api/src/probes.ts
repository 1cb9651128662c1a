import type { ServerResponse } from 'node:http';
import type { DatabaseRole } from '@groundwork/db/connect';
import { listDatabaseProblems, type UnreadyReason } from '@groundwork/db/readiness';

/** What a process says of itself; it changes in one direction. */
export const lifeStages = ['starting', 'serving', 'draining'] as const;
export type LifeStage = (typeof lifeStages)[number];

/** What does not keep a process from serving, and should be looked at: it was asked through a proxy that the operator did not name. */
export type Remark = 'unnamed_proxy';

/**
 * Answers `/healthz` (the process lives: a supervisor that hears nothing starts it anew) and `/readyz` (it can serve: a proxy that hears 503
 * sends its requests elsewhere).
 * @returns whether the request was one of them.
 */
export function answerProbe(
  url: string,
  response: ServerResponse,
  state: { readonly stage: LifeStage; readonly roles: readonly DatabaseRole[]; readonly remarks?: ReadonlySet<Remark> },
): boolean {
  if (url === '/healthz') {
    answer(response, 200, { alive: true, stage: state.stage });
    return true;
  }
  if (url !== '/readyz') return false;
  void listUnreadyReasons(state).then((reasons) =>
    answer(response, reasons.length === 0 ? 200 : 503, {
      ready: reasons.length === 0,
      reasons,
      ...(state.remarks?.size ? { remarks: [...state.remarks] } : {}),
    }),
  );
  return true;
}

async function listUnreadyReasons(state: Parameters<typeof answerProbe>[2]): Promise<readonly UnreadyReason[]> {
  switch (state.stage) {
    case 'starting':
      return ['starting'];
    case 'draining':
      return ['draining'];
    case 'serving':
      return listDatabaseProblems(state.roles);
    default:
      return state.stage satisfies never;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Cache-Control', 'private, no-store');
  if (status === 503) response.setHeader('Retry-After', '1');
  response.end(`${JSON.stringify(body)}\n`);
}
