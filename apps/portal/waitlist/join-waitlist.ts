'use server';

import { codeOf } from '@groundwork/api/errors';
import { joinWaitlist as joinInput } from '@groundwork/api/inputs/waitlist';
import { openApi } from '../server/open-api.ts';

type Field = 'email' | 'name' | 'goal' | 'offer' | 'letters';

export type JoinState =
  | {
      readonly step: 'form';
      readonly problems: Partial<Record<Field, string>>;
      /** What was typed, so that a refusal loses nothing. */
      readonly typed: Partial<Record<Field, string>>;
      readonly message?: string;
    }
  | { readonly step: 'check-mail' };

const missing: Readonly<Record<Field, string>> = {
  email: 'An address such as jo@example.org.',
  name: 'Your name, so that the letter can greet you.',
  goal: 'Choose the one that is nearest.',
  offer: 'Without this nobody can offer you a spot.',
  letters: '',
};

const read = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Puts an address on the list, unconfirmed, and sends the letter. New, known and refused addresses get the same answer. */
export async function joinWaitlist(_before: JoinState, form: FormData): Promise<JoinState> {
  const typed = {
    email: read(form, 'email'),
    name: read(form, 'name'),
    goal: read(form, 'goal'),
    offer: read(form, 'offer'),
    letters: read(form, 'letters'),
  };
  const website = read(form, 'website');
  const parsed = joinInput.safeParse({
    id: read(form, 'id'),
    slug: read(form, 'slug'),
    email: typed.email,
    name: typed.name,
    goal: typed.goal,
    letters: typed.letters === 'on',
    ...(website === '' ? {} : { website }),
  });
  const problems: Partial<Record<Field, string>> = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const field = path[0] as Field;
    if (field in missing) problems[field] = missing[field];
  }
  if (typed.offer !== 'on') problems.offer = missing.offer;
  if (Object.keys(problems).length > 0) return { step: 'form', problems, typed };
  if (!parsed.success) {
    return { step: 'form', problems: {}, typed, message: 'This page is out of date. Load it again, then join.' };
  }
  try {
    const api = await openApi();
    await api.waitlist.join(parsed.data);
    return { step: 'check-mail' };
  } catch (error) {
    const message =
      codeOf(error) === 'RATE_LIMITED'
        ? 'Many people are joining from your network right now. Try again in a few minutes.'
        : 'That did not work, and it is on our side. Nothing was saved; please try again.';
    return { step: 'form', problems: {}, typed, message };
  }
}
