import { isOutage } from '@groundwork/db/outage';
import { findViolation } from '@groundwork/db/violation';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

/** All that the API can answer instead of a result. Foreign ids look like missing ones. */
export const apiErrorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'GONE',
  'NO_SPOTS',
  'TOO_LARGE',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;
export type ApiErrorCode = (typeof apiErrorCodes)[number];

/** What is wrong with one field, at its path in the input ("days.2.distanceKm"; "" is the whole). */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Somebody else saved first. */
export interface Conflict {
  /** The revision to load and try again with. */
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** In every error's `data`, beside tRPC's own fields. */
export interface ApiErrorData {
  readonly code: ApiErrorCode;
  readonly httpStatus: number;
  readonly path: string | null;
  /** Only for INVALID_INPUT. */
  readonly problems: readonly FieldProblem[];
  /** Only for CONFLICT. */
  readonly conflict: Conflict | null;
}

const httpStatuses: Readonly<Record<ApiErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  GONE: 410,
  NO_SPOTS: 409,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

const sentences: Readonly<Record<ApiErrorCode, string>> = {
  UNAUTHENTICATED: 'Please sign in.',
  FORBIDDEN: 'You may not do that here.',
  NOT_FOUND: 'There is nothing here by that name.',
  INVALID_INPUT: 'Something in there is not right.',
  CONFLICT: 'Somebody else changed this first.',
  GONE: 'This link has been used or is too old.',
  NO_SPOTS: 'No spot is free.',
  TOO_LARGE: 'That is more than fits here.',
  RATE_LIMITED: 'That was a lot at once. Try again in a few minutes.',
  UNAVAILABLE: 'We cannot be reached for a moment. Try again shortly.',
  INTERNAL: 'That did not work, and it is on our side. Nothing was changed.',
};

const trpcCodes = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID_INPUT: 'BAD_REQUEST',
  CONFLICT: 'CONFLICT',
  GONE: 'PRECONDITION_FAILED',
  NO_SPOTS: 'CONFLICT',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
} as const satisfies Record<ApiErrorCode, TRPCError['code']>;

interface RefusalDetail {
  readonly message?: string;
  readonly problems?: readonly FieldProblem[];
  readonly conflict?: Conflict;
  /** What was written before the refusal stays: an offer found too late is settled, then refused. */
  readonly keepsChanges?: boolean;
}

/** An expected refusal. The transaction it is thrown in is rolled back unless it says otherwise. */
export class Refusal extends TRPCError {
  readonly refusal: ApiErrorCode;
  readonly problems: readonly FieldProblem[];
  readonly conflict: Conflict | null;
  readonly keepsChanges: boolean;

  constructor(code: ApiErrorCode, detail: RefusalDetail = {}) {
    super({ code: trpcCodes[code], message: detail.message ?? sentences[code] });
    this.name = 'Refusal';
    this.refusal = code;
    this.problems = detail.problems ?? [];
    this.conflict = detail.conflict ?? null;
    this.keepsChanges = detail.keepsChanges ?? false;
  }
}

/** One field of the input is refused. */
export const invalidField = (field: string, message: string): Refusal =>
  new Refusal('INVALID_INPUT', { message, problems: [{ field, message }] });

/** Any error as one of the closed codes, with what people may read. Everything unknown is INTERNAL and says nothing of its cause. */
export function describeError(error: unknown): Omit<ApiErrorData, 'path'> & { readonly message: string } {
  if (error instanceof Refusal) {
    return {
      code: error.refusal,
      httpStatus: httpStatuses[error.refusal],
      message: error.message,
      problems: error.problems,
      conflict: error.conflict,
    };
  }
  const code = codeOfForeign(error);
  const problems = error instanceof TRPCError && error.cause instanceof ZodError ? problemsOf(error.cause) : [];
  return { code, httpStatus: httpStatuses[code], message: sentences[code], problems, conflict: null };
}

/** The closed code of a caught error, for callers without HTTP: a page turns NOT_FOUND into its not-found page. */
export const codeOf = (error: unknown): ApiErrorCode => describeError(error).code;

function codeOfForeign(error: unknown): ApiErrorCode {
  if (isOutage(error) || findViolation(error)?.kind === 'busy') return 'UNAVAILABLE';
  if (!(error instanceof TRPCError)) return 'INTERNAL';
  switch (error.code) {
    case 'BAD_REQUEST':
    case 'PARSE_ERROR':
    case 'UNSUPPORTED_MEDIA_TYPE':
    case 'UNPROCESSABLE_CONTENT':
      return 'INVALID_INPUT';
    case 'NOT_FOUND':
      return 'NOT_FOUND';
    case 'METHOD_NOT_SUPPORTED':
      return 'FORBIDDEN';
    case 'PAYLOAD_TOO_LARGE':
      return 'TOO_LARGE';
    default:
      return 'INTERNAL';
  }
}

function problemsOf(error: ZodError): readonly FieldProblem[] {
  return error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }));
}
