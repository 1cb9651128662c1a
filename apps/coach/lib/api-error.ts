import type { ApiErrorData } from '@groundwork/api/errors';
import { TRPCClientError } from '@trpc/client';

/** What the API said against a call; INTERNAL where nothing came back that could be read. */
export type ApiProblem = Omit<ApiErrorData, 'path'> & { readonly message: string };

const unreachable = { code: 'INTERNAL', httpStatus: 0, problems: [], conflict: null } as const;

/** What is to be said of a change that failed. */
export function readApiProblem(error: unknown): ApiProblem {
  return (
    readProblem(error) ?? {
      ...unreachable,
      message: 'The server did not answer. Load the page again to see whether that was done.',
    }
  );
}

/** The same for what was only asked: whoever did not hear may ask again. */
export function readQueryProblem(error: unknown): ApiProblem {
  return readProblem(error) ?? { ...unreachable, message: 'The server did not answer. Try again in a moment.' };
}

function readProblem(error: unknown): ApiProblem | undefined {
  if (!(error instanceof TRPCClientError) || !error.data) return undefined;
  return { ...(error.data as ApiErrorData), message: error.message };
}

/** The sentence for one field, where the API refused it. */
export const findFieldProblem = (problem: ApiProblem | undefined, field: string): string | undefined =>
  problem?.problems.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
