'use server';

import { codeOf } from '@groundwork/api/errors';
import { redirect } from 'next/navigation';
import type { ActionProblem } from '../account/action-form.tsx';
import { readMutationKey } from '../server/mutation-field.tsx';
import { openApi } from '../server/open-api.ts';

const read = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const readLink = (form: FormData) => ({ slug: read(form, 'slug'), token: read(form, 'token') });

function nameProblem(error: unknown): string {
  switch (codeOf(error)) {
    case 'NOT_FOUND':
    case 'INVALID_INPUT':
      return 'This link is not complete. Open it again from the letter.';
    case 'GONE':
      return 'This link has been used or is too old.';
    case 'NO_SPOTS':
      return 'The last spot was taken a moment ago. You keep your place in line.';
    case 'RATE_LIMITED':
      return 'That was a lot at once. Try again in a few minutes.';
    default:
      return 'That did not work, and it is on our side. Nothing was changed; please try again.';
  }
}

/** Confirms the address of an entry: from now on it stands in line. */
export async function confirmEntry(_before: ActionProblem, form: FormData): Promise<ActionProblem> {
  const link = readLink(form);
  try {
    await (await openApi(readMutationKey(form))).waitlist.confirm(link);
  } catch (error) {
    return nameProblem(error);
  }
  redirect(`/p/${link.slug}/place?token=${link.token}`);
}

export async function leaveWaitlist(_before: ActionProblem, form: FormData): Promise<ActionProblem> {
  const link = readLink(form);
  try {
    await (await openApi(readMutationKey(form))).waitlist.leave(link);
  } catch (error) {
    return nameProblem(error);
  }
  redirect(`/p/${link.slug}/place?token=${link.token}`);
}

/** Takes the held spot: makes the account, signs in, leads to the profile. */
export async function claimOffer(_before: ActionProblem, form: FormData): Promise<ActionProblem> {
  const link = readLink(form);
  const timeZone = read(form, 'timeZone');
  try {
    await (await openApi(readMutationKey(form))).offer.claim({ ...link, ...(timeZone === '' ? {} : { timeZone }) });
  } catch (error) {
    const code = codeOf(error);
    // The page knows what became of the offer and says it better than one line could.
    if (code === 'GONE' || code === 'CONFLICT') redirect(`/p/${link.slug}/offer?token=${link.token}`);
    return nameProblem(error);
  }
  redirect('/profile');
}

export async function declineOffer(_before: ActionProblem, form: FormData): Promise<ActionProblem> {
  const link = readLink(form);
  try {
    await (await openApi(readMutationKey(form))).offer.decline(link);
  } catch (error) {
    if (codeOf(error) !== 'GONE') return nameProblem(error);
  }
  redirect(`/p/${link.slug}/offer?token=${link.token}`);
}

/** Takes up a coach's invitation: makes the account, signs in, leads to the profile. */
export async function acceptInvitation(_before: ActionProblem, form: FormData): Promise<ActionProblem> {
  const link = readLink(form);
  const timeZone = read(form, 'timeZone');
  try {
    await (await openApi(readMutationKey(form))).invitation.accept({
      ...link,
      ...(timeZone === '' ? {} : { timeZone }),
    });
  } catch (error) {
    if (codeOf(error) === 'GONE') redirect(`/invitation?practice=${link.slug}&token=${link.token}`);
    return nameProblem(error);
  }
  redirect('/profile');
}
