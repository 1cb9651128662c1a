import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A proxy's id for the request where it sends a sound one, so that its log and ours can be laid side by side; a new one otherwise. */
export function readRequestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

const longestLabel = 120;

/** A request's path for a log line or a metric: without its query, ids and tokens, so that it names nobody and few labels name everything. */
export const labelOf = (url: string): string =>
  (url.split(/[?#]/, 1)[0] ?? '/')
    .split('/')
    .map((part) => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(part) ? ':id' : isOpaque(part) ? ':other' : part))
    .join('/')
    .slice(0, longestLabel);

/** Longer than any route's own part, or of letters that none has. Procedures are dotted names, several split by commas. */
const isOpaque = (part: string): boolean =>
  !/^[\w.,~@()[\]-]*$/.test(part) || (part.length > 40 && !part.includes('.'));
