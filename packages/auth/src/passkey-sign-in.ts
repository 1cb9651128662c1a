import { findSignInAccount, type IdentityScope, noteOfAccount, withIdentity } from '@groundwork/db/identity';
import { passkey, user } from '@groundwork/db/schema/identity';
import { type Result, succeed } from '@groundwork/engine/result';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { and, eq, lt } from 'drizzle-orm';
import type { App } from './app.ts';
import { findCookie, formatCookie, formatExpiredCookie } from './cookie.ts';
import { findKnownBrowser, rememberBrowser } from './known-browser.ts';
import { handleOf, type RenderPasskeyNotice, tellOwner } from './passkey.ts';
import { askChallenge, challengeMinutes, findFreshChallenge, takeChallenges } from './passkey-challenge.ts';
import { relyingPartyOf } from './relying-party.ts';
import { type Browser, startSession } from './session.ts';
import { countTry, refuse, type SignedIn, type TooMany } from './sign-in.ts';
import { hashToken, makeToken } from './token.ts';

export interface PasskeyAsked {
  /** What the browser hands to its authenticators. It names no passkey: whichever is there says whose it is. */
  readonly options: PublicKeyCredentialRequestOptionsJSON;
  /** The Set-Cookie header that ties the question to this browser. */
  readonly setCookie: string;
}

/** Asks a browser for a passkey of the app. The same question for everybody: it tells nothing of who has one. */
export async function askPasskey(request: {
  readonly app: App;
  readonly browser: Browser;
  readonly now: Date;
}): Promise<Result<PasskeyAsked, TooMany>> {
  const { app, browser, now } = request;
  const tooMany = await countTry('passkey', browser.address, now);
  if (tooMany !== undefined) return refuse('passkey', tooMany);
  // A browser keeps its secret while its question is open, so that its older question can be found and voided.
  const secret = findSecret(app, browser) ?? makeToken();
  const asked = { app, purpose: 'sign-in', userId: null, browserHash: hashToken(secret) } as const;
  const { challenge, expires } = await withIdentity(
    async (scope) => (await findFreshChallenge(scope, asked, now)) ?? (await askChallenge(scope, asked, now)),
  );
  const options = await generateAuthenticationOptions({
    rpID: relyingPartyOf(app).id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
  });
  return succeed({ options, setCookie: formatCookie(app, 'passkey', secret, expires) });
}

/** `gone`: answered before, too old, or asked of another browser. `refused`: no passkey that opens this app today. */
export type PasskeySignInProblem = { readonly code: 'gone' } | { readonly code: 'refused' } | TooMany;

/** Signs in with a passkey's answer, once, in the browser that was asked. Whatever comes of it, the question is used up. For a POST alone. */
export async function redeemPasskey(attempt: {
  readonly app: App;
  readonly answer: AuthenticationResponseJSON;
  readonly browser: Browser;
  readonly now: Date;
  /** For a browser that nobody has signed in with her address before: she is told. */
  readonly renderNotice: RenderPasskeyNotice;
}): Promise<Result<SignedIn, PasskeySignInProblem>> {
  const { app, answer, browser, now } = attempt;
  const secret = findSecret(app, browser);
  if (secret === undefined) return refuse('passkey', { code: 'gone' });
  const tooMany = await countTry('redeem', browser.address, now);
  if (tooMany !== undefined) return refuse('passkey', tooMany);
  return withIdentity(async (scope) => {
    const asked = { app, purpose: 'sign-in', userId: null, browserHash: hashToken(secret) } as const;
    const challenges = await takeChallenges(scope, asked, now);
    if (challenges.length === 0) return refuse('passkey', { code: 'gone' });
    const [known] = await scope.tx
      .select({ key: passkey, email: user.email })
      .from(passkey)
      .innerJoin(user, eq(user.id, passkey.userId))
      .where(and(eq(passkey.credentialId, answer.id), eq(passkey.app, app)));
    if (known === undefined) return refuse('passkey', { code: 'refused' });
    const { key, email } = known;
    const proved = await readAnswer(key, answer, challenges);
    if (proved === undefined) return refuse('passkey', { code: 'refused' });
    // She may have been suspended or let go since she made it.
    const account = await findSignInAccount(scope, email, app);
    if (account?.userId !== key.userId) return refuse('passkey', { code: 'refused' });
    if (!(await countUse(scope, key, proved, now))) {
      // Two devices count with one key: it was copied. Neither gets in by it; the owner's log says so.
      await noteOfAccount(scope, { userId: key.userId, app, action: 'passkey.refused', at: now });
      return refuse('passkey', { code: 'refused' });
    }
    const session = await startSession(scope, { userId: key.userId, app, browser, now });
    if (findKnownBrowser({ app, email, cookieHeader: browser.cookieHeader }, now) === undefined) {
      const { renderNotice } = attempt;
      await tellOwner(scope, { app, email, now, account, what: 'used', passkeyName: key.name, renderNotice });
    }
    return succeed({
      userId: key.userId,
      setCookies: [session.setCookie, formatExpiredCookie(app, 'passkey'), rememberBrowser(app, email, now)],
    });
  });
}

/** What `askPasskey` gave this browser; anything of another form was not from there. */
function findSecret(app: App, browser: Browser): string | undefined {
  const secret = findCookie(app, 'passkey', browser.cookieHeader);
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}

interface Proof {
  readonly counter: number;
  readonly isBackedUp: boolean;
}

async function readAnswer(
  key: typeof passkey.$inferSelect,
  answer: AuthenticationResponseJSON,
  challenges: readonly string[],
): Promise<Proof | undefined> {
  const { id, origin } = relyingPartyOf(key.app);
  // The question named nobody, so the answer has to say whose it is, and to be right.
  if (answer.response.userHandle !== Buffer.from(handleOf(key.userId)).toString('base64url')) return undefined;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: (challenge) => challenges.includes(challenge),
      expectedOrigin: origin,
      expectedRPID: id,
      // Its count is compared where it is kept, so that two answers at once cannot both pass.
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    return { counter: authenticationInfo.newCounter, isBackedUp: authenticationInfo.credentialBackedUp };
  } catch {
    return undefined;
  }
}

/** Notes a use. False when the authenticator's count has not risen since the last one; those that count none say 0 for ever. */
async function countUse(
  { tx }: IdentityScope,
  key: typeof passkey.$inferSelect,
  { counter, isBackedUp }: Proof,
  now: Date,
): Promise<boolean> {
  const hasRisen = counter === 0 ? eq(passkey.counter, 0) : lt(passkey.counter, counter);
  const counted = await tx
    .update(passkey)
    .set({ counter, isBackedUp, lastUsedAt: now })
    .where(and(eq(passkey.credentialId, key.credentialId), hasRisen))
    .returning({ counter: passkey.counter });
  return counted.length > 0;
}
