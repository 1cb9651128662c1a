import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A secret that nobody can guess: 256 random bits, safe in addresses and cookies. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: a copy of the database signs nobody in. A random token needs no slow hash. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * The same secret again for whoever shows the same key: 256 bits that need the installation's secret, for a change that is sent twice and made once.
 * @param key Made at random by the page that sends it, and known to nobody else.
 */
export const deriveToken = (key: string): string =>
  createHmac('sha256', requireSecret()).update(`derived-token/${key}`).digest('base64url');

/** Six digits, to be typed from the letter into the browser that asked. */
export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/**
 * What is stored of a code. A million codes are tried in a second, so the hash needs the installation's secret to be worth anything.
 * @throws when GROUNDWORK_SECRET is not set.
 */
export function hashCode(code: string, requestId: string): string {
  return createHmac('sha256', requireSecret()).update(`sign-in-code/${requestId}/${code}`).digest('hex');
}

/** Compares without telling by its time how much was right. */
export function isSameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/**
 * The installation's secret.
 * @throws when GROUNDWORK_SECRET is not set.
 */
export function requireSecret(): string {
  const secret = process.env.GROUNDWORK_SECRET;
  if (secret === undefined || secret === '') throw new Error('GROUNDWORK_SECRET is not set');
  return secret;
}
