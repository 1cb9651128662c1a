'use client';

import { Checkbox } from '@groundwork/ui/primitives/checkbox';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { RadioGroup, type RadioOption } from '@groundwork/ui/primitives/radio-group';
import { SubmitButton } from '@groundwork/ui/primitives/submit-button';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { useActionState } from 'react';
import type { JoinState, joinWaitlist } from './join-waitlist.ts';

interface JoinFormProps {
  readonly action: typeof joinWaitlist;
  readonly slug: string;
  /** Made with the page, so that a form sent twice is one entry. */
  readonly entryId: string;
  readonly coachFirstName: string;
  readonly goals: readonly RadioOption[];
}

/** Joins the waitlist. Works before and without JavaScript; the answer is the same for every address. */
export function JoinForm({ action, slug, entryId, coachFirstName, goals }: JoinFormProps) {
  const [state, send] = useActionState<JoinState, FormData>(action, { step: 'form', problems: {}, typed: {} });
  if (state.step === 'check-mail') {
    return (
      <div role="status">
        <h2 className="text-2xl">Check your mail</h2>
        <p className="mt-2 font-serif text-lg text-ink-2">
          If this address can join, a letter with a link is on its way to it. Your place counts from the moment you open
          the link and confirm.
        </p>
        <p className="mt-4 text-sm text-ink-3">
          Nothing after ten minutes? Look in the spam folder, then try once more.
        </p>
        <p className="mt-4">
          <a href={`/p/${slug}`} className="inline-block py-3 font-semibold">
            Use another address
          </a>
        </p>
      </div>
    );
  }
  const { problems, typed } = state;
  return (
    <form action={send} noValidate>
      <h2 className="text-2xl">Join the waitlist</h2>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={entryId} />
      <div className="mt-5 grid gap-6">
        <TextField
          name="email"
          type="email"
          label="Email"
          autoComplete="email"
          inputMode="email"
          required
          defaultValue={typed.email ?? ''}
          help="We send one letter to confirm. Your place counts from the moment you do."
          error={problems.email}
        />
        <TextField
          name="name"
          label="Name"
          autoComplete="name"
          required
          maxLength={80}
          defaultValue={typed.name ?? ''}
          error={problems.name}
        />
        <RadioGroup
          name="goal"
          label="What are you running for?"
          options={goals}
          required
          {...(typed.goal ? { defaultValue: typed.goal } : {})}
          error={problems.goal}
        />
        <fieldset>
          <legend className="text-md font-semibold">What may we use your address for?</legend>
          <Checkbox name="offer" required ruled defaultChecked={typed.offer === 'on'} error={problems.offer}>
            To offer me a spot. <span className="text-ink-3">Needed to be on the list.</span>
          </Checkbox>
          <Checkbox name="letters" ruled defaultChecked={typed.letters === 'on'}>
            To send me {coachFirstName}’s letters, about one a month.
          </Checkbox>
        </fieldset>
        {/* People neither see nor reach it; whoever fills in every field fills in this one too. */}
        <div aria-hidden="true" className="absolute -left-[9999px] h-px w-px overflow-hidden">
          <label>
            Leave this empty
            <input type="text" name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <FormError className="empty:-mt-6">{state.message}</FormError>
        <SubmitButton size="tap" className="w-full" busyLabel="Joining">
          Join the list
        </SubmitButton>
      </div>
      <p className="mt-2.5 text-xs text-ink-3">
        Leave with one click in any letter. No account, no payment, nothing shared.
      </p>
    </form>
  );
}
