import type { IncomingMessage } from 'node:http';
import type { ApiErrorCode } from './errors.ts';

/** Bytes. Nothing that people type comes near it. */
export const maxBodyBytes = 1_000_000;

/** What is wrong with a call of a procedure before it is read: where it comes from, what it carries, how much. */
export function findCallRefusal(request: IncomingMessage, publicUrl: string | undefined): ApiErrorCode | undefined {
  const { headers, method } = request;
  if (method !== 'GET' && method !== 'POST') return 'FORBIDDEN';
  const site = headers['sec-fetch-site'];
  // "none" is an address typed into the browser: fine for reading.
  if (site !== undefined && site !== 'same-origin' && (method === 'POST' || site !== 'none')) return 'FORBIDDEN';
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, headers.host, publicUrl)) return 'FORBIDDEN';
  if (method === 'GET') return undefined;
  // Other types can be posted by a plain form of another site without asking.
  if (typeOf(request) !== 'application/json') return 'INVALID_INPUT';
  if (Number(headers['content-length'] ?? 0) > maxBodyBytes) return 'TOO_LARGE';
  return undefined;
}

/** An HTTP status, and the reason in a line. */
export interface PageRefusal {
  readonly status: 403 | 405 | 411 | 413 | 415 | 429;
  readonly says: string;
}

const formTypes: readonly string[] = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * The same for everything else that is not a plain read: forms, server actions, route handlers. A browser always says where a form comes
 * from, so a request that does not is refused.
 */
export function findPageRefusal(request: IncomingMessage, publicUrl: string | undefined): PageRefusal | undefined {
  const { headers, method } = request;
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method !== 'POST') return { status: 405, says: 'Only GET, HEAD and POST are answered.' };
  if (!isFromOwnPage(request, publicUrl)) return { status: 403, says: 'This was sent from somewhere else.' };
  const type = typeOf(request);
  // The framework sends its actions as plain text too; the header cannot be set by a form.
  const isAction = headers['next-action'] !== undefined && type === 'text/plain';
  if (!formTypes.includes(type) && !isAction) return { status: 415, says: 'That is no form.' };
  const length = headers['content-length'];
  if (length === undefined) return { status: 411, says: 'How long is it?' };
  if (Number(length) > maxBodyBytes) return { status: 413, says: 'That is more than fits here.' };
  return undefined;
}

function isFromOwnPage({ headers }: IncomingMessage, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  // A page that sends no referrer posts with the origin "null"; its browser says all the same that it is ours.
  if (site === 'same-origin' && headers.origin === 'null') return true;
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin === undefined) return site === 'same-origin';
  return isOwnOrigin(headers.origin, headers.host, publicUrl);
}

/** Of the address that the request names, or of the app's public one. */
function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin);
}

const typeOf = ({ headers }: IncomingMessage): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
