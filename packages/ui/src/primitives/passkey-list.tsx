'use client';

import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import { type FormEvent, useEffect, useState } from 'react';
import { formatInstant } from '../format-date.ts';
import { Button } from './button.tsx';
import { FormError } from './form-error.tsx';
import { TextField } from './text-field.tsx';

export interface Passkey {
  readonly passkeyId: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
  readonly isBackedUp: boolean;
}

/** What the list asks of its app. Each rejects when it was refused. */
export interface PasskeyActs {
  readonly begin: () => Promise<PublicKeyCredentialCreationOptionsJSON>;
  readonly add: (name: string, answer: RegistrationResponseJSON) => Promise<Passkey>;
  readonly remove: (passkeyId: string) => Promise<unknown>;
  /** The sentence for what an act was refused with. */
  readonly say: (error: unknown) => string;
}

/** Somebody's passkeys, with a way to remove each and to add one more. */
export function PasskeyList({
  passkeys,
  timeZone,
  suggestedName,
  canChange,
  acts,
}: {
  readonly passkeys: readonly Passkey[];
  /** IANA zone. */
  readonly timeZone: string;
  /** What the browser at hand is called. */
  readonly suggestedName: string;
  /** False when she has to sign in again first. */
  readonly canChange: boolean;
  readonly acts: PasskeyActs;
}) {
  const [rows, setRows] = useState(passkeys);
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [isAble, setIsAble] = useState(true);
  useEffect(() => setIsAble(typeof window.PublicKeyCredential === 'function'), []);

  const run = async (name: string, act: () => Promise<void>) => {
    setBusy(name);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(sayCeremony(error) ?? acts.say(error));
    }
    setBusy(undefined);
  };
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim() || suggestedName;
    void run('add', async () => {
      const [optionsJSON, { startRegistration }] = await Promise.all([acts.begin(), import('@simplewebauthn/browser')]);
      const added = await acts.add(name, await startRegistration({ optionsJSON }));
      setRows((before) => [...before.filter(({ passkeyId }) => passkeyId !== added.passkeyId), added]);
      form.reset();
    });
  };
  const remove = (passkeyId: string) =>
    run(passkeyId, async () => {
      await acts.remove(passkeyId);
      setRows((before) => before.filter((row) => row.passkeyId !== passkeyId));
    });

  return (
    <>
      {rows.length > 0 ? (
        <ul>
          {rows.map(({ passkeyId, name, addedAt, lastUsedAt, isBackedUp }) => (
            <li
              key={passkeyId}
              className="flex min-h-14 items-center justify-between gap-4 border-b border-rule py-2 dense:min-h-11"
            >
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {name}
                <span className="block text-sm text-ink-3">
                  {lastUsedAt
                    ? `Last used ${formatInstant(lastUsedAt, timeZone)}`
                    : `Added ${formatInstant(addedAt, timeZone)}, not used yet`}
                  {isBackedUp ? ', kept by a password manager' : ''}
                </span>
              </span>
              <Button
                busy={busy === passkeyId}
                busyLabel="Removing"
                offReason={canChange ? null : 'Sign in again'}
                aria-label={canChange ? `Remove ${name}` : undefined}
                onClick={() => void remove(passkeyId)}
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="pt-2.5 text-ink-3">None yet.</p>
      )}
      <p className="mt-3 text-sm text-ink-2">
        A passkey signs you in with your finger, your face or the lock of your device, without a letter. It stays on the
        device or with your password manager, and works on no other page than this one.
      </p>
      {canChange ? (
        <form onSubmit={add} className="mt-4 flex flex-wrap items-end gap-3">
          <TextField label="Name" name="name" defaultValue={suggestedName} maxLength={60} autoComplete="off" />
          <Button
            type="submit"
            busy={busy === 'add'}
            busyLabel="Adding"
            offReason={isAble ? null : 'This browser has no passkeys'}
          >
            Add a passkey
          </Button>
        </form>
      ) : (
        <p className="mt-3 text-sm text-ink-2">
          To add or remove one, <a href="/sign-in?again=1">sign in again</a>: your last sign-in is more than a quarter
          of an hour ago.
        </p>
      )}
      <FormError className="mt-3 empty:mt-0">{problem}</FormError>
    </>
  );
}

/** What the browser itself said against making one. */
function sayCeremony(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'InvalidStateError') return 'This device has a passkey for you already.';
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'Nothing was added.';
  return undefined;
}
