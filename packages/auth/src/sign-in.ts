import { findSignInAccount, type IdentityScope, lockAddress, withIdentity } from '@groundwork/db/identity';
import { newId } from '@groundwork/db/new-id';
import { signInRequest, user } from '@groundwork/db/schema/identity';
import { findTelemetry } from '@groundwork/db/telemetry';
import { fail, type Result, succeed } from '@groundwork/engine/result';
import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { App } from './app.ts';
import { findCookie, formatCookie, formatExpiredCookie } from './cookie.ts';
import { countDeeds, type Deed, isUsedUp } from './deed-limit.ts';
import { findKnownBrowser, rememberBrowser } from './known-browser.ts';
import { networkOf } from './network.ts';
import { type Browser, startSession } from './session.ts';
import { leaveLetter } from './sign-in-letter.ts';
import { hashCode, hashToken, isSameHash, makeCode, makeToken } from './token.ts';

/** How long a link and its code are good for. */
export const signInMinutes = 10;
/** Wrong codes that a request bears. */
export const codeTries = 5;
/** Requests for one address. */
export const requestLimit = { count: 5, minutes: 15 } as const;
/** Codes tried for one address over its requests: with it, guessing for a year stays hopeless. The link goes on working. */
export const dailyCodeTries = 20;

/**
 * What one network may try in a quarter of an hour. What nobody can guess (a link, a passkey) is bounded by nothing else: a limit for all together would let a
 * flood close the door for all.
 */
export const signInLimits = {
  request: { count: 60, minutes: 15 },
  redeem: { count: 120, minutes: 15 },
  /** A page that could take a passkey asks for one when it opens. */
  passkey: { count: 240, minutes: 15 },
} as const;

/** Letters cost money and trust. Browsers that were signed in before are not held to it, nor stopped by it. */
export const lettersOfStrangers = { action: 'sign-in.request.all', count: 1_000, minutes: 15 } as const;
/** Letters for a browser that was signed in before, whatever others ask for her address. */
const lettersOfKnown = { action: 'sign-in.request.known', ...requestLimit } as const;
/** Wrong codes of all strangers' browsers together: beyond it their codes are closed, and the link in the same letter is not. */
export const wrongCodesOfStrangers = { action: 'sign-in.wrong-code.all', count: 500, minutes: 24 * 60 } as const;

const minutes = (count: number) => count * 60_000;

type SignInStep = 'request' | 'link' | 'code' | 'passkey';

/** Says no, and counts it for whoever watches the door. */
export function refuse<Problem extends { readonly code: string }>(step: SignInStep, problem: Problem) {
  findTelemetry()?.count('groundwork.sign_in.refusals', { 'groundwork.step': step, 'groundwork.reason': problem.code });
  return fail(problem);
}

/**
 * Counts one try to get in, in a transaction of its own, so that nobody waits for another's sign-in. When it cannot be counted, it throws: then
 * nobody signs in.
 * @param others Counted along with the network's.
 */
export async function countTry(
  kind: keyof typeof signInLimits,
  address: string,
  now: Date,
  others: readonly Deed[] = [],
): Promise<TooMany | undefined> {
  const ofNetwork = { key: networkOf(address), limit: { action: `sign-in.${kind}`, ...signInLimits[kind] } };
  const { retryAt } = await withIdentity((scope) => countDeeds(scope, [ofNetwork, ...others], now));
  return retryAt && { code: 'too_many_requests', retryAt };
}

export interface SignInRequested {
  /** The Set-Cookie header that ties the code to this browser. */
  readonly setCookie: string;
  readonly expires: Date;
}

export type RequestProblem = { readonly code: 'not_an_address' } | TooMany;

/** The same for strangers and clients. `retryAt` is when the oldest counted request no longer counts. */
export interface TooMany {
  readonly code: 'too_many_requests';
  readonly retryAt: Date;
}

/**
 * Leaves a letter with a link and a code to the worker, which sends it to somebody who may sign in to the app and drops it for anybody else: nothing here
 * asks who has an account, so neither the answer nor its time can tell. An earlier link and code for the address stop working.
 */
export async function requestSignIn(request: {
  readonly app: App;
  readonly email: string;
  readonly browser: Browser;
  readonly now: Date;
}): Promise<Result<SignInRequested, RequestProblem>> {
  const { app, now, browser } = request;
  const email = request.email.trim().toLowerCase();
  if (!isAddress(email)) return refuse('request', { code: 'not_an_address' });
  const [id, token, code, browserToken] = [newId(), makeToken(), makeCode(), makeToken()];
  const expires = new Date(now.getTime() + minutes(signInMinutes));
  const known = findKnownBrowser({ app, email, cookieHeader: browser.cookieHeader }, now);
  const counted = known === undefined ? { key: '', limit: lettersOfStrangers } : { key: known, limit: lettersOfKnown };
  const tooMany = await countTry('request', browser.address, now, [counted]);
  if (tooMany !== undefined) return refuse('request', tooMany);
  return withIdentity(async (scope) => {
    const { tx } = scope;
    // They leave together: the lock comes first, so that the count and the earlier requests are up to date.
    const [, recent] = await Promise.all([
      lockAddress(scope, email),
      tx
        .select({ createdAt: signInRequest.createdAt })
        .from(signInRequest)
        .where(
          and(
            eq(signInRequest.email, email),
            gt(signInRequest.createdAt, new Date(now.getTime() - minutes(requestLimit.minutes))),
          ),
        )
        .orderBy(signInRequest.createdAt),
    ]);
    const oldest = recent.at(-requestLimit.count);
    // Strangers who ask for her address again and again do not keep her out of her own browser.
    if (oldest !== undefined && known === undefined) {
      return refuse('request', {
        code: 'too_many_requests',
        retryAt: new Date(oldest.createdAt.getTime() + minutes(requestLimit.minutes)),
      });
    }
    const old = tx
      .select({ id: signInRequest.id })
      .from(signInRequest)
      .where(lt(signInRequest.createdAt, yesterday(now)))
      .limit(100);
    await Promise.all([
      tx.delete(signInRequest).where(inArray(signInRequest.id, old)),
      tx
        .update(signInRequest)
        .set({ expires: now })
        .where(and(eq(signInRequest.email, email), eq(signInRequest.app, app))),
      tx.insert(signInRequest).values({
        id,
        email,
        app,
        linkHash: hashToken(token),
        codeHash: hashCode(code, id),
        browserHash: hashToken(browserToken),
        createdAt: now,
        expires,
      }),
      leaveLetter(scope, id, { token, code }),
    ]);
    return succeed({ setCookie: formatCookie(app, 'sign-in', `${id}.${browserToken}`, expires), expires });
  });
}

/** `gone`: used, too old, or replaced by a newer one. `unknown`: never was. */
export type LinkProblem = { readonly code: 'gone' } | { readonly code: 'unknown' };

/** Whether a link can still sign somebody in. Asking changes nothing: mail scanners and previews may open it as often as they like. */
export async function checkLink(link: {
  readonly app: App;
  readonly token: string;
  readonly now: Date;
}): Promise<Result<null, LinkProblem>> {
  const [request] = await withIdentity(({ tx }) =>
    tx
      .select({ expires: signInRequest.expires, usedAt: signInRequest.usedAt })
      .from(signInRequest)
      .where(and(eq(signInRequest.linkHash, hashToken(link.token)), eq(signInRequest.app, link.app))),
  );
  if (request === undefined) return fail({ code: 'unknown' });
  return request.usedAt === null && request.expires > link.now ? succeed(null) : fail({ code: 'gone' });
}

export interface SignedIn {
  readonly userId: string;
  /** The Set-Cookie headers that sign the browser in and forget the request. */
  readonly setCookies: readonly string[];
}

/** Signs in with a mailed link, once, in any browser. For a POST alone. */
export async function redeemLink(link: {
  readonly app: App;
  readonly token: string;
  readonly browser: Browser;
  readonly now: Date;
}): Promise<Result<SignedIn, LinkProblem | TooMany>> {
  const { app, now, browser } = link;
  const tooMany = await countTry('redeem', browser.address, now);
  if (tooMany !== undefined) return refuse('link', tooMany);
  return withIdentity(async (scope) => {
    const ofLink = and(eq(signInRequest.linkHash, hashToken(link.token)), eq(signInRequest.app, app));
    // Of parallel uses, one finds it unused; the others wait for its end and find it used.
    const [request] = await scope.tx
      .update(signInRequest)
      .set({ usedAt: now })
      .where(and(ofLink, isNull(signInRequest.usedAt), gt(signInRequest.expires, now)))
      .returning({ email: signInRequest.email });
    if (request === undefined) {
      const [known] = await scope.tx.select({ id: signInRequest.id }).from(signInRequest).where(ofLink);
      return refuse('link', { code: known === undefined ? 'unknown' : 'gone' });
    }
    return enter(scope, { app, email: request.email, browser, now });
  });
}

/** `wrong_code` tells how many tries are left; `locked` when none are, for this request or for strangers' browsers: the link still works. `gone` also when another browser asked. */
export type CodeProblem =
  | { readonly code: 'gone' }
  | { readonly code: 'wrong_code'; readonly triesLeft: number }
  | { readonly code: 'locked' };

/** Signs in with the six digits of a letter, once, in the browser that asked for it. For a POST alone. */
export async function redeemCode(attempt: {
  readonly app: App;
  /** As typed; blanks and hyphens are ignored. */
  readonly code: string;
  readonly browser: Browser;
  readonly now: Date;
}): Promise<Result<SignedIn, CodeProblem | TooMany>> {
  const { app, now, browser } = attempt;
  const [id = '', browserToken = ''] = (findCookie(app, 'sign-in', browser.cookieHeader) ?? '').split('.');
  if (!isId(id)) return refuse('code', { code: 'gone' });
  const tooMany = await countTry('redeem', browser.address, now);
  if (tooMany !== undefined) return refuse('code', tooMany);
  const live = and(
    eq(signInRequest.id, id),
    eq(signInRequest.app, app),
    eq(signInRequest.browserHash, hashToken(browserToken)),
    isNull(signInRequest.usedAt),
    gt(signInRequest.expires, now),
  );
  return withIdentity(async (scope) => {
    const { tx } = scope;
    // Counted before it is compared, so that parallel guesses cannot share a try.
    const [request] = await tx
      .update(signInRequest)
      .set({ codeTries: sql`${signInRequest.codeTries} + 1` })
      .where(and(live, lt(signInRequest.codeTries, codeTries), lt(triesOfToday(now), dailyCodeTries)))
      .returning();
    if (request === undefined) {
      const [known] = await tx.select({ id: signInRequest.id }).from(signInRequest).where(live);
      return refuse('code', { code: known === undefined ? 'gone' : 'locked' });
    }
    const { email } = request;
    const isStranger = findKnownBrowser({ app, email, cookieHeader: browser.cookieHeader }, now) === undefined;
    const wrong = { key: '', limit: wrongCodesOfStrangers };
    if (isStranger && (await isUsedUp(scope, wrong, now))) return refuse('code', { code: 'locked' });
    if (!isSameHash(request.codeHash, hashCode(attempt.code.replaceAll(/[\s-]/g, ''), id))) {
      if (isStranger) await countDeeds(scope, [wrong], now);
      const triesLeft = codeTries - request.codeTries;
      return triesLeft > 0 ? refuse('code', { code: 'wrong_code', triesLeft }) : refuse('code', { code: 'locked' });
    }
    await tx.update(signInRequest).set({ usedAt: now }).where(eq(signInRequest.id, id));
    return enter(scope, { app, email, browser, now });
  });
}

const triesOfToday = (now: Date) =>
  sql<number>`(select coalesce(sum(earlier.code_tries), 0) from ${signInRequest} earlier
    where earlier.email = ${signInRequest.email} and earlier.created_at > ${yesterday(now).toISOString()}::timestamptz)`;

/** The address is proved; is there somebody to sign in? She may have left since the letter went out. */
async function enter(
  scope: IdentityScope,
  entrant: { readonly app: App; readonly email: string; readonly browser: Browser; readonly now: Date },
): Promise<Result<SignedIn, { readonly code: 'gone' }>> {
  const { app, email, browser, now } = entrant;
  const account = await findSignInAccount(scope, email, app);
  if (account === undefined) return fail({ code: 'gone' });
  const { userId } = account;
  const [session] = await Promise.all([
    startSession(scope, { userId, app, browser, now }),
    scope.tx.update(user).set({ emailVerified: now }).where(eq(user.id, userId)),
  ]);
  return succeed({
    userId,
    setCookies: [session.setCookie, formatExpiredCookie(app, 'sign-in'), rememberBrowser(app, email, now)],
  });
}

const yesterday = (now: Date) => new Date(now.getTime() - minutes(24 * 60));

const isAddress = (email: string) =>
  email.length <= 254 &&
  /^[^\s@"<>()[\]\\,;:]+@[^\s@"<>()[\]\\,;:]+\.[^\s@"<>()[\]\\,;:.]+$/.test(email) &&
  !email.includes('\0');

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
