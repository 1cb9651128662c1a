import {
  findSignInAccount,
  type IdentityScope,
  leaveSignInLetter,
  withIdentity,
  writeAccountMail,
} from '@groundwork/db/identity';
import { type MailBody, sealBody } from '@groundwork/db/mail';
import { signInRequest } from '@groundwork/db/schema/identity';
import { seal, unseal } from '@groundwork/db/seal';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { type App, urlOfApp } from './app.ts';

/** What the letter has to say. Text and looks are the caller's. */
export interface SignInLetter {
  readonly app: App;
  readonly name: string;
  readonly practiceName: string;
  /** Shows a page with one button; nothing is used up by opening it. */
  readonly link: string;
  /** Six digits. */
  readonly code: string;
  readonly expires: Date;
}

export type RenderSignInLetter = (letter: SignInLetter) => Promise<MailBody & { readonly subject: string }>;

/** What lets the reader in, between the request and the worker: sealed, and in a job that goes when it is done. */
interface LetterSecrets {
  readonly token: string;
  readonly code: string;
}

/** A job's payload. */
export interface SignInLetterJob {
  readonly requestId: string;
  /** Base64. */
  readonly sealed: string;
}

const placeOf = (requestId: string) => ({ practiceId: 'sign-in', rowId: requestId });

/** Leaves a letter to the worker, whoever asks: whether there is somebody to write to is found out there, where nobody can time it. */
export async function leaveLetter(scope: IdentityScope, requestId: string, secrets: LetterSecrets): Promise<void> {
  const sealed = seal(secrets, placeOf(requestId)).toString('base64');
  await leaveSignInLetter(scope, { requestId, sealed });
}

/**
 * Writes the letter of a request into the outbox of a practice that its reader belongs to. Nothing for a stranger, and nothing for a request that was used, replaced
 * or is too old. For the worker; done twice it is one letter.
 */
export async function writeSignInLetter(call: {
  readonly job: SignInLetterJob;
  readonly now: Date;
  readonly renderLetter: RenderSignInLetter;
}): Promise<void> {
  const { job, now, renderLetter } = call;
  const { requestId } = job;
  const { token, code } = unseal(Buffer.from(job.sealed, 'base64'), placeOf(requestId)) as LetterSecrets;
  await withIdentity(async (scope) => {
    const [request] = await scope.tx
      .select()
      .from(signInRequest)
      .where(and(eq(signInRequest.id, requestId), isNull(signInRequest.usedAt), gt(signInRequest.expires, now)));
    if (request === undefined) return;
    const { app, email, expires } = request;
    const account = await findSignInAccount(scope, email, app);
    if (account === undefined) return;
    const { name, practiceId, practiceName } = account;
    const link = new URL('/sign-in/link', urlOfApp(app));
    link.searchParams.set('token', token);
    const { subject, html, text } = await renderLetter({ app, name, practiceName, link: link.href, code, expires });
    // The request's id is the letter's: of two tries one is kept.
    const bodySealed = sealBody({ html, text }, practiceId, requestId);
    await writeAccountMail(scope, {
      practiceId,
      mailId: requestId,
      recipient: email,
      subject,
      bodySealed,
      template: 'sign-in',
    });
  });
}
