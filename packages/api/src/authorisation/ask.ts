import { callTRPCProcedure } from '@trpc/server';
import { openContext } from '../call-context.ts';
import { type ApiErrorCode, describeError } from '../errors.ts';
import { testNow } from '../testing/call-as.ts';
import type { Apis, ListedProcedure } from './list-procedures.ts';

/** What a call came to. A refusal's body is what goes over the wire. */
export type Answer =
  | { readonly code: 'ok'; readonly data: unknown }
  | { readonly code: ApiErrorCode; readonly body: string; readonly cause: unknown };

export interface Call {
  readonly procedure: Pick<ListedProcedure, 'app' | 'path' | 'type'>;
  readonly cookie: string;
  readonly input: unknown;
  /** The id of the change, where the asker gives it one. */
  readonly mutationKey?: string;
}

/** Where a suite sends its calls: to the routers themselves or to a server around them. */
export type Ask = (call: Call) => Promise<Answer>;

let addresses = 0;

/** Calls a procedure with a request's cookies, as a server component would. Each call comes from a machine of its own: rate limits stay out of it. */
export async function ask(call: Call & { readonly apis: Apis }): Promise<Answer> {
  const { apis, procedure, cookie, input, mutationKey } = call;
  const { app, path, type } = procedure;
  const ctx = openContext({
    app,
    cookieHeader: cookie,
    now: testNow,
    address: `machine-${++addresses}`,
    userAgent: 'test',
    mutationKey,
    setCookie: () => {},
  });
  try {
    const getRawInput = async () => input;
    const data = await callTRPCProcedure({
      router: apis[app],
      ctx,
      path,
      type,
      getRawInput,
      signal: undefined,
      batchIndex: 0,
    });
    return { code: 'ok', data };
  } catch (error) {
    const described = describeError(error);
    return { code: described.code, body: JSON.stringify(described), cause: error };
  }
}

/** For a breach's text: why a call failed, in one line. */
export function reasonOf(answer: Answer): string {
  if (answer.code === 'ok') return 'ok';
  const { cause } = answer;
  const root = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return `${answer.code}: ${String(root).split('\n')[0]}`;
}
