import { createHash, createHmac } from 'node:crypto';

export type TokenKind = 'waitlist' | 'offer' | 'invitation';

/**
 * The secret of a mailed link. It is worked out from the row and the installation's secret, so that every later letter can carry the same
 * link while the database holds only its hash.
 * @throws when GROUNDWORK_SECRET is not set.
 */
export function makeToken(kind: TokenKind, row: { readonly practiceId: string; readonly id: string }): string {
  const secret = process.env.GROUNDWORK_SECRET;
  if (secret === undefined || secret === '') throw new Error('GROUNDWORK_SECRET is not set');
  return createHmac('sha256', secret).update(`${kind}/${row.practiceId}/${row.id}`).digest('base64url');
}

/** As it is stored: a copy of the database opens no link. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
