import * as passkey from '@groundwork/auth/passkey';
import type { Principal } from '@groundwork/auth/principal';
import { isRecent } from '@groundwork/auth/recent-sign-in';
import type { TooMany } from '@groundwork/auth/sign-in';
import type { Result } from '@groundwork/engine/result';
import type { z } from 'zod';
import { invalidField, Refusal } from './errors.ts';
import type * as inputs from './inputs/passkey.ts';
import { renderPasskeyLetter } from './mail/passkey-letter.tsx';
import type { PasskeysView, PasskeyView } from './views/passkey.ts';

interface OwnerCall {
  readonly principal: Principal;
  readonly now: Date;
}

/** What signs a person in to the app at hand besides letters. */
export async function listPasskeys({ principal, now }: OwnerCall): Promise<PasskeysView> {
  const rows = await passkey.listPasskeys({ principal });
  return { passkeys: rows.map(toView), canChange: isRecent(principal, now) };
}

/** What her browser makes a passkey from. FORBIDDEN when her sign-in is too old, or nobody works with her any more. */
export async function beginPasskey({ principal, now }: OwnerCall) {
  return settle(await passkey.beginPasskey({ principal, now }));
}

/** Keeps the passkey that her browser made, and tells her by mail. GONE when the browser was asked too long ago. */
export async function addPasskey(
  call: OwnerCall & { readonly input: z.infer<typeof inputs.addPasskey> },
): Promise<PasskeyView> {
  const { principal, now, input } = call;
  // What an authenticator may say besides is not asked for.
  const answer = { ...input.answer, clientExtensionResults: {} } as Parameters<typeof passkey.addPasskey>[0]['answer'];
  const kept = await passkey.addPasskey({
    principal,
    now,
    name: input.name,
    answer,
    renderNotice: renderPasskeyLetter,
  });
  return toView(settle(kept));
}

/** Forgets one of her passkeys and tells her by mail. One that is gone already, or was never hers, stays gone. */
export async function removePasskey(
  call: OwnerCall & { readonly input: z.infer<typeof inputs.passkeyKey> },
): Promise<null> {
  const { principal, now, input } = call;
  settle(await passkey.removePasskey({ principal, now, ...input, renderNotice: renderPasskeyLetter }));
  return null;
}

const toView = ({ id, name, createdAt, lastUsedAt, isBackedUp }: passkey.PasskeyRow): PasskeyView => ({
  passkeyId: id,
  name,
  addedAt: createdAt,
  lastUsedAt,
  isBackedUp,
});

function settle<Value>(result: Result<Value, passkey.PasskeyProblem | TooMany>): Value {
  if (result.ok) return result.value;
  const code = result.problems[0]?.code;
  switch (code) {
    case 'stale':
      throw new Refusal('FORBIDDEN', { message: 'Sign in again first: your last sign-in is too long ago for this.' });
    case 'no_place':
      throw new Refusal('FORBIDDEN');
    case 'full':
      throw invalidField('answer', `At most ${passkey.mostPasskeys} passkeys. Remove one first.`);
    case 'gone':
      throw new Refusal('GONE', { message: 'That took too long. Begin again.' });
    case 'refused':
    case undefined:
      throw invalidField('answer', 'This passkey could not be checked. Begin again.');
    case 'too_many_requests':
      throw new Refusal('RATE_LIMITED');
    default:
      return code satisfies never;
  }
}
