import type { ApiErrorData } from '@groundwork/api/errors';
import { TRPCClientError } from '@trpc/client';

/** What the API said against a call; INTERNAL where nothing came back that could be read. */
export type ApiProblem = Omit<ApiErrorData, 'path'> & { readonly message: string };

const unreachable: ApiProblem = {
  code: 'INTERNAL',
  httpStatus: 0,
  message: 'The server did not answer. Load the page again to see whether that was done.',
  problems: [],
  conflict: null,
};

export function readApiProblem(error: unknown): ApiProblem {
  if (!(error instanceof TRPCClientError) || !error.data) return unreachable;
  return { ...(error.data as ApiErrorData), message: error.message };
}

/** The sentence for one field, where the API refused it. */
export const findFieldProblem = (problem: ApiProblem | undefined, field: string): string | undefined =>
  problem?.problems.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
