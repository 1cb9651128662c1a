'use server';

import { endSession } from '@groundwork/auth/session';
import { redeemCode, redeemLink, requestSignIn } from '@groundwork/auth/sign-in';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { keepCookie } from '../server/keep-cookie.ts';
import type { ActionProblem } from './action-form.tsx';

export type SignInState =
  | { readonly step: 'ask'; readonly email: string; readonly problem?: string }
  | { readonly step: 'sent'; readonly email: string; readonly problem?: string };

const read = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

async function readBrowser() {
  const asked = await headers();
  return {
    userAgent: asked.get('user-agent') ?? '',
    // The server has put the one address there that may be believed.
    address: asked.get('x-forwarded-for') ?? '',
    cookieHeader: asked.get('cookie'),
  };
}

async function keepCookies(setCookies: readonly string[]): Promise<void> {
  const jar = await cookies();
  for (const header of setCookies) keepCookie(jar, header);
}

/** Mails a link and a code, or tries the code that was typed: one form, two steps, so that it works without JavaScript. */
export async function signIn(before: SignInState, form: FormData): Promise<SignInState> {
  if (read(form, 'step') === 'code') return enterCode(read(form, 'email') || before.email, form);
  const email = read(form, 'email');
  const now = new Date();
  const requested = await requestSignIn({ app: 'portal', email, browser: await readBrowser(), now });
  if (requested.ok) {
    await keepCookies([requested.value.setCookie]);
    return { step: 'sent', email };
  }
  const [problem] = requested.problems;
  if (problem?.code !== 'too_many_requests') {
    return { step: 'ask', email, problem: 'An address such as jo@example.org.' };
  }
  const minutes = Math.max(1, Math.ceil((problem.retryAt.getTime() - now.getTime()) / 60_000));
  return {
    step: 'ask',
    email,
    problem: `Too many letters were asked for. Use the latest, or ask again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  };
}

async function enterCode(email: string, form: FormData): Promise<SignInState> {
  const code = read(form, 'code');
  const entered = await redeemCode({ app: 'portal', code, browser: await readBrowser(), now: new Date() });
  if (!entered.ok) {
    const [problem] = entered.problems;
    switch (problem?.code) {
      case 'wrong_code':
        return {
          step: 'sent',
          email,
          problem: `That is not the code. ${problem.triesLeft === 1 ? 'One try is' : `${problem.triesLeft} tries are`} left.`,
        };
      case 'too_many_requests':
        return { step: 'sent', email, problem: 'Too many tries from your network. Wait a quarter of an hour.' };
      case 'locked':
        return { step: 'sent', email, problem: 'Too many wrong codes. The link in the letter still works.' };
      default:
        return { step: 'ask', email, problem: 'This code has been used or is too old. Ask for a new letter.' };
    }
  }
  await keepCookies(entered.value.setCookies);
  // Whoever had to sign in again goes on with what she was at.
  redirect(read(form, 'again') === '1' ? '/profile' : '/today');
}

/** Signs in with the mailed link: a POST, so that whoever only opens the link uses nothing up. */
export async function followLink(_before: ActionProblem, form: FormData): Promise<ActionProblem> {
  const token = read(form, 'token');
  const entered = await redeemLink({ app: 'portal', token, browser: await readBrowser(), now: new Date() });
  if (!entered.ok) {
    return entered.problems[0]?.code === 'too_many_requests'
      ? 'Too many tries from your network. Wait a quarter of an hour.'
      : 'This link has been used or is too old. Ask for a new letter.';
  }
  await keepCookies(entered.value.setCookies);
  redirect('/today');
}

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  const asked = await headers();
  await keepCookies([await endSession('portal', asked.get('cookie'))]);
  redirect('/sign-in');
}
