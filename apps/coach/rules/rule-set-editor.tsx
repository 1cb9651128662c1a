'use client';

import type { RuleSetView } from '@groundwork/api/views/rules';
import { ruleSetNames } from '@groundwork/engine/adapt/rule-set';
import { type ParameterName, parameters } from '@groundwork/engine/parameters';
import { Button } from '@groundwork/ui/primitives/button';
import { FormError } from '@groundwork/ui/primitives/form-error';
import { NumberField } from '@groundwork/ui/primitives/number-field';
import { RadioGroup } from '@groundwork/ui/primitives/radio-group';
import { SectionHead } from '@groundwork/ui/primitives/section-head';
import { showToast } from '@groundwork/ui/primitives/toast-region';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { findFieldProblem, readApiProblem, readQueryProblem } from '../lib/api-error.ts';
import { useTRPC, useTRPCClient } from '../lib/trpc.tsx';
import { groupParameters } from './group-parameters.ts';
import { listRuleSetEffects } from './list-rule-set-effects.ts';
import { RuleSetEffects } from './rule-set-effects.tsx';

const setWords = {
  article: {
    label: 'The article’s rules',
    help: 'No strength on the days of speed, the day before, the long run, the day after. The default.',
  },
  hard_days_hard: {
    label: 'Hard days hard',
    help: 'Strength on the day of speed, after the run, so that easy days stay easy. Sets S23 aside on purpose.',
  },
} as const;

type Tuned = Readonly<Partial<Record<ParameterName, number>>>;

/** The practice's rules: a preset and its numbers, and what they would change for each client before they are saved. */
export function RuleSetEditor({ saved, isOwner }: { readonly saved: RuleSetView; readonly isOwner: boolean }) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const router = useRouter();
  const [name, setName] = useState(saved.name);
  const [tuned, setTuned] = useState<Tuned>(saved.tuned);
  const [wrong, setWrong] = useState<ReadonlySet<ParameterName>>(new Set());
  const [shown, setShown] = useState<{ readonly name: typeof name; readonly tuned: Tuned }>();
  const choice = shown ?? { name, tuned };
  const preview = useQuery({
    queryKey: trpc.rules.preview.queryKey(choice),
    queryFn: ({ signal }) => listRuleSetEffects((from) => api.rules.preview.query({ ...choice, from }, { signal })),
    enabled: shown !== undefined,
    retry: false,
  });
  const save = useMutation(
    trpc.rules.save.mutationOptions({
      onSuccess: () => {
        showToast({ text: 'Your rules are saved. Build a program again to use them' });
        router.refresh();
      },
    }),
  );
  const problem = save.error ? readApiProblem(save.error) : undefined;
  const hasChanged = name !== saved.name || !isSameTuned(tuned, saved.tuned);
  const isAsked = shown !== undefined && shown.name === name && isSameTuned(shown.tuned, tuned);
  const isShown = isAsked && preview.isSuccess;
  const offReason = !isOwner
    ? 'The owner decides'
    : wrong.size > 0
      ? 'A number is out of its range'
      : hasChanged
        ? null
        : 'Nothing is changed';
  const tune = (parameter: ParameterName, value: number | null | undefined) => {
    setWrong(
      (before) => new Set([...before].filter((one) => one !== parameter).concat(value === undefined ? parameter : [])),
    );
    if (value === undefined) return;
    const { [parameter]: _, ...rest } = tuned;
    setTuned(value === null || value === parameters[parameter].default ? rest : { ...rest, [parameter]: value });
  };
  return (
    <div className="grid gap-x-12 gap-y-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="min-w-0">
        <SectionHead>Preset</SectionHead>
        <RadioGroup
          className="mt-3 max-w-2xl"
          label="Programs are built by"
          name="rule-set"
          value={name}
          {...(isOwner ? { onValueChange: (value) => setName(ruleSetNames.find((one) => one === value) ?? name) } : {})}
          options={ruleSetNames.map((value) => ({ value, ...setWords[value] }))}
        />
        {groupParameters().map(({ title, names }) => (
          <section key={title} aria-label={title}>
            <SectionHead note={describeTuned(names, tuned)}>{title}</SectionHead>
            <div className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
              {names.map((parameter) => {
                const { title: label, min, max, unit, note, default: standard } = parameters[parameter];
                return (
                  <NumberField
                    key={parameter}
                    label={label}
                    defaultValue={tuned[parameter] ?? standard}
                    min={min}
                    max={max}
                    unit={unit}
                    readOnly={!isOwner}
                    error={findFieldProblem(problem, `tuned.${parameter}`)}
                    help={`${note} ${min} to ${max}; ${standard} unless you change it.`}
                    onValueChange={(value) => tune(parameter, value)}
                  />
                );
              })}
            </div>
          </section>
        ))}
      </div>
      <aside className="min-w-0 xl:sticky xl:top-6 xl:self-start" aria-label="What changes">
        <SectionHead>What changes</SectionHead>
        <p className="mt-2.5 font-serif text-base leading-[1.4rem] text-ink-2">
          {hasChanged
            ? 'Look at what these rules change for each client with a program, then save them.'
            : 'Choose another preset or another number to see what it would change for each client.'}
        </p>
        {problem && problem.problems.length === 0 ? <FormError className="mt-3">{problem.message}</FormError> : null}
        {preview.error ? <FormError className="mt-3">{readQueryProblem(preview.error).message}</FormError> : null}
        <div className="mt-3 flex flex-wrap gap-2">
          <Button
            offReason={offReason}
            busy={preview.isFetching}
            busyLabel="Comparing"
            onClick={() => (isAsked ? void preview.refetch() : setShown({ name, tuned }))}
          >
            Show what changes
          </Button>
          <Button
            variant="primary"
            busy={save.isPending}
            busyLabel="Saving"
            offReason={offReason ?? (isShown ? null : 'Look at what changes first')}
            onClick={() => save.mutate({ name, tuned, revision: saved.revision })}
          >
            Save the rules
          </Button>
        </div>
        {isShown && preview.data ? <RuleSetEffects effects={preview.data} before={saved} after={{ tuned }} /> : null}
      </aside>
    </div>
  );
}

const isSameTuned = (one: Tuned, other: Tuned): boolean => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as ReadonlySet<ParameterName>;
  return [...names].every((name) => one[name] === other[name]);
};

function describeTuned(names: readonly ParameterName[], tuned: Tuned): string {
  const count = names.filter((name) => tuned[name] !== undefined).length;
  return count === 0 ? '' : `${count} of ${names.length} changed`;
}
