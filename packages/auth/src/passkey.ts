import {
  findSignInAccount,
  type IdentityScope,
  noteOfAccount,
  type SignInAccount,
  withIdentity,
  writeAccountMail,
} from '@groundwork/db/identity';
import { type MailBody, sealBody } from '@groundwork/db/mail';
import { newId } from '@groundwork/db/new-id';
import { passkey } from '@groundwork/db/schema/identity';
import { fail, type Result, succeed } from '@groundwork/engine/result';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, asc, eq } from 'drizzle-orm';
import type { App } from './app.ts';
import { countDeeds } from './deed-limit.ts';
import {
  askChallenge,
  challengeMinutes,
  findChallenges,
  findFreshChallenge,
  takeChallenges,
} from './passkey-challenge.ts';
import type { Principal } from './principal.ts';
import { isRecent } from './recent-sign-in.ts';
import { relyingPartyOf } from './relying-party.ts';
import type { TooMany } from './sign-in.ts';

/** More than anybody has devices. */
export const mostPasskeys = 20;
/** How often somebody may begin to add one. */
export const passkeyLimit = { action: 'passkey.begin', count: 30, minutes: 60 } as const;

export interface PasskeyRow {
  /** The authenticator's own name for it, base64url. Opens nothing by itself. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  /** Kept by a password manager, so that it survives the device. */
  readonly isBackedUp: boolean;
}

/** EdDSA, ES256 and RS256, as COSE numbers them: what authenticators have. */
const algorithms = [-8, -7, -257];

/** What the owner's letter says. Text and looks are the caller's. */
export interface PasskeyNotice {
  readonly app: App;
  /** `used`: it signed somebody in in a browser that was not signed in with her address before. */
  readonly what: 'added' | 'removed' | 'used';
  readonly passkeyName: string;
  readonly practiceName: string;
}

export type RenderPasskeyNotice = (notice: PasskeyNotice) => Promise<MailBody & { readonly subject: string }>;

interface Owner {
  readonly principal: Principal;
  readonly now: Date;
}

/** `stale`: who asks has to sign in again first. `no_place`: nobody works with her any more. `full`: she has as many as there may be. */
export type PasskeyProblem =
  | { readonly code: 'stale' | 'no_place' | 'full' }
  /** The question was answered, is too old, or was another browser's. */
  | { readonly code: 'gone' }
  /** The answer is not a passkey of this app, made by a person who proved to be there. */
  | { readonly code: 'refused' };

/** A person's passkeys for the app that asks, oldest first. */
export async function listPasskeys({ principal }: Pick<Owner, 'principal'>): Promise<PasskeyRow[]> {
  const rows = await withIdentity(({ tx }) =>
    tx.select().from(passkey).where(ownedBy(principal)).orderBy(asc(passkey.createdAt), asc(passkey.credentialId)),
  );
  return rows.map(toRow);
}

/** What the browser is to make a passkey from. Only soon after a sign-in: a browser left open must not become a key of its own. */
export async function beginPasskey({
  principal,
  now,
}: Owner): Promise<Result<PublicKeyCredentialCreationOptionsJSON, PasskeyProblem | TooMany>> {
  if (!isRecent(principal, now)) return fail({ code: 'stale' });
  const { app, userId, email, sessionId } = principal;
  const begun = await withIdentity(async (scope) => {
    const asked = { app, purpose: 'register', userId, browserHash: sessionId } as const;
    const [account, known, fresh] = await Promise.all([
      findSignInAccount(scope, email, app),
      scope.tx.select().from(passkey).where(ownedBy(principal)),
      findFreshChallenge(scope, asked, now),
    ]);
    if (account === undefined) return fail({ code: 'no_place' } as const);
    if (known.length >= mostPasskeys) return fail({ code: 'full' } as const);
    // The same question, because the first answer got lost.
    if (fresh !== undefined) return succeed({ account, known, challenge: fresh.challenge });
    const { retryAt } = await countDeeds(scope, [{ key: userId, limit: passkeyLimit }], now);
    if (retryAt) return fail({ code: 'too_many_requests', retryAt } as const);
    return succeed({ account, known, challenge: (await askChallenge(scope, asked, now)).challenge });
  });
  if (!begun.ok) return begun;
  const { account, known, challenge } = begun.value;
  const options = await generateRegistrationOptions({
    rpName: account.practiceName,
    rpID: relyingPartyOf(app).id,
    userName: email,
    userDisplayName: account.name,
    userID: handleOf(userId),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: challengeMinutes * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    // It has to say by itself whose it is, and who holds it has to prove to be her.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return succeed(options);
}

/** Keeps a new passkey, once, and tells its owner by mail. The same one sent again is kept already. */
export async function addPasskey(
  call: Owner & {
    readonly name: string;
    readonly answer: RegistrationResponseJSON;
    readonly renderNotice: RenderPasskeyNotice;
  },
): Promise<Result<PasskeyRow, PasskeyProblem>> {
  const { principal, now, name, answer } = call;
  const { app, userId, email, sessionId } = principal;
  if (!isRecent(principal, now)) return fail({ code: 'stale' });
  return withIdentity(async (scope) => {
    const [account, known] = await Promise.all([
      findSignInAccount(scope, email, app),
      scope.tx.select().from(passkey).where(ownedBy(principal)),
    ]);
    if (account === undefined) return fail({ code: 'no_place' });
    const same = known.find(({ credentialId }) => credentialId === answer.id);
    if (same !== undefined) return succeed(toRow(same));
    if (known.length >= mostPasskeys) return fail({ code: 'full' });
    const asked = { app, purpose: 'register', userId, browserHash: sessionId } as const;
    const challenges = await findChallenges(scope, asked, now);
    if (challenges.length === 0) return fail({ code: 'gone' });
    const made = await readRegistration(app, answer, challenges);
    if (made === undefined) return fail({ code: 'refused' });
    // Of two answers at once one takes the question back.
    if ((await takeChallenges(scope, asked, now)).length === 0) return fail({ code: 'gone' });
    const [row] = await scope.tx
      .insert(passkey)
      .values({ ...made, userId, app, name, createdAt: now })
      .onConflictDoNothing()
      .returning();
    // The id is another account's: whatever made it, it is no key of hers.
    if (row === undefined) return fail({ code: 'refused' });
    await tellOwner(scope, {
      app,
      email,
      now,
      account,
      what: 'added',
      passkeyName: name,
      renderNotice: call.renderNotice,
    });
    return succeed(toRow(row));
  });
}

/** Forgets one of her passkeys and tells her by mail; false when it is none of hers. */
export async function removePasskey(
  call: Owner & { readonly passkeyId: string; readonly renderNotice: RenderPasskeyNotice },
): Promise<Result<boolean, PasskeyProblem>> {
  const { principal, now, passkeyId } = call;
  if (!isRecent(principal, now)) return fail({ code: 'stale' });
  return withIdentity(async (scope) => {
    const [account, [gone]] = await Promise.all([
      findSignInAccount(scope, principal.email, principal.app),
      scope.tx
        .delete(passkey)
        .where(and(ownedBy(principal), eq(passkey.credentialId, passkeyId)))
        .returning({ name: passkey.name }),
    ]);
    if (gone === undefined) return succeed(false);
    if (account === undefined) return succeed(true);
    const { app, email } = principal;
    const { renderNotice } = call;
    await tellOwner(scope, { app, email, now, account, what: 'removed', passkeyName: gone.name, renderNotice });
    return succeed(true);
  });
}

/** The handle that a passkey gives back for its owner: her id's bytes, which tell nothing of her. */
export const handleOf = (userId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'));

async function readRegistration(app: App, answer: RegistrationResponseJSON, challenges: readonly string[]) {
  const { id, origin } = relyingPartyOf(app);
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: (challenge) => challenges.includes(challenge),
      expectedOrigin: origin,
      expectedRPID: id,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: true,
    });
    if (registrationInfo === undefined) return undefined;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      isBackedUp: credentialBackedUp,
    };
  } catch {
    // It throws at whatever does not fit; which it was concerns nobody who sends it.
    return undefined;
  }
}

/** Tells somebody by mail, and her practices' logs, what became of a way in. */
export async function tellOwner(
  scope: IdentityScope,
  call: Omit<PasskeyNotice, 'practiceName'> & {
    readonly account: SignInAccount;
    readonly email: string;
    readonly now: Date;
    readonly renderNotice: RenderPasskeyNotice;
  },
): Promise<void> {
  const { app, what, passkeyName, account, email, now } = call;
  const { userId, practiceId, practiceName } = account;
  const mailId = newId();
  const { subject, html, text } = await call.renderNotice({ app, what, passkeyName, practiceName });
  const bodySealed = sealBody({ html, text }, practiceId, mailId);
  await Promise.all([
    noteOfAccount(scope, { userId, app, action: `passkey.${what}`, at: now }),
    writeAccountMail(scope, { practiceId, mailId, recipient: email, subject, bodySealed, template: 'passkey' }),
  ]);
}

const ownedBy = ({ userId, app }: Pick<Principal, 'userId' | 'app'>) =>
  and(eq(passkey.userId, userId), eq(passkey.app, app));

const toRow = (row: typeof passkey.$inferSelect): PasskeyRow => ({
  id: row.credentialId,
  name: row.name,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
  isBackedUp: row.isBackedUp,
});
