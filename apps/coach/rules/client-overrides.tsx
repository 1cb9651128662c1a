'use client';

import type { RuleOverrideView } from '@groundwork/api/views/rules';
import { type OverridableRule, overridableRules } from '@groundwork/engine/adapt/rule-set';
import { findRule } from '@groundwork/engine/rules';
import { formatInstant } from '@groundwork/ui/format-date';
import { Button } from '@groundwork/ui/primitives/button';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { TextField } from '@groundwork/ui/primitives/text-field';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { v7 as makeId } from 'uuid';
import { readApiProblem } from '../lib/api-error.ts';
import { useTRPC } from '../lib/trpc.tsx';
import { NavLink } from '../shell/nav-link.tsx';

/** A shorter one says nothing; the API asks for as much. */
const leastReason = 3;

/** The rules that a coach may set aside for this client: what holds, what does not, on whose word and why. */
export function ClientOverrides({
  clientId,
  overrides,
  timeZone,
  canEdit,
}: {
  readonly clientId: string;
  readonly overrides: readonly RuleOverrideView[];
  readonly timeZone: string;
  readonly canEdit: boolean;
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const [asked, setAsked] = useState<OverridableRule>();
  const [reason, setReason] = useState('');
  const done = (text: string) => {
    setAsked(undefined);
    setReason('');
    showToast({ text });
    router.refresh();
  };
  const setAside = useMutation(
    trpc.rules.setAside.mutationOptions({
      onSuccess: (_, { rule }) => done(`${rule} is set aside. Build the program again to use it`),
    }),
  );
  const putBack = useMutation(
    trpc.rules.putBack.mutationOptions({ onSuccess: (_, { rule }) => done(`${rule} holds again`) }),
  );
  const error = setAside.error ?? putBack.error;
  const problem = error ? readApiProblem(error) : undefined;
  const submit = (rule: OverridableRule) => (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length >= leastReason) setAside.mutate({ id: makeId(), clientId, rule, reason });
  };
  return (
    <section aria-label="Rules for this client">
      <SectionHead note={overrides.length === 0 ? 'all of them hold' : `${overrides.length} set aside`}>
        Rules
      </SectionHead>
      {problem ? <FormError className="mt-3">{problem.problems[0]?.message ?? problem.message}</FormError> : null}
      <ul>
        {overridableRules.map((id) => {
          const rule = findRule(id);
          const own = overrides.find((one) => one.rule === id);
          return (
            <li key={id} className="border-b border-rule py-2.5 text-sm">
              <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
                <span className="min-w-0">
                  <NavLink href={`/rules/${id}`} className="font-semibold text-ink no-underline hover:underline">
                    {rule?.title ?? id}
                  </NavLink>{' '}
                  <span className="text-xs text-ink-3">{id}</span>
                </span>
                {own ? (
                  <Button
                    size="row"
                    aria-label={`Put back ${id}`}
                    busy={putBack.isPending}
                    busyLabel="Putting back"
                    offReason={canEdit ? null : 'An assistant reads'}
                    onClick={() => putBack.mutate({ clientId, rule: id })}
                  >
                    Put back
                  </Button>
                ) : asked === id ? null : (
                  <Button
                    size="row"
                    aria-label={`Set aside ${id}`}
                    offReason={canEdit ? null : 'An assistant reads'}
                    onClick={() => {
                      setAsked(id);
                      setReason('');
                    }}
                  >
                    Set aside
                  </Button>
                )}
              </span>
              {own ? (
                <p className="mt-1 border-l-3 border-signal pl-2.5">
                  <span className="font-serif text-base leading-[1.4rem]">“{own.reason}”</span>
                  <span className="block text-xs text-ink-3">
                    {own.madeBy}, {formatInstant(own.madeAt, timeZone)}
                  </span>
                </p>
              ) : null}
              {asked === id && !own ? (
                <form className="mt-2" onSubmit={submit(id)}>
                  <TextField
                    label={`Why ${id} does not hold for this client`}
                    autoFocus
                    value={reason}
                    maxLength={500}
                    onChange={(event) => setReason(event.target.value)}
                    help="Shown wherever it is used, and kept in the audit."
                  />
                  <span className="mt-2 flex gap-2">
                    <Button
                      size="row"
                      type="submit"
                      busy={setAside.isPending}
                      busyLabel="Setting aside"
                      offReason={reason.trim().length < leastReason ? 'Say why first' : null}
                    >
                      Set it aside
                    </Button>
                    <Button size="row" onClick={() => setAsked(undefined)}>
                      Cancel
                    </Button>
                  </span>
                </form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
